"""Kill a process at random moments and look at what it leaves: `python -m tests.crash.killing 200 [SEED]`."""

from __future__ import annotations

import asyncio
import io
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from index import schema
from index.library import Library
from tests.crash import child
from tests.crash.plan import State, draft, steps

_STEPS = 60


def kill(arguments: list[str], delay: float) -> list[str]:
    """Start the child, kill it `delay` seconds after it is ready; returns the lines that it had said."""
    command = [sys.executable, "-m", "tests.crash.child", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 -- our own child
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(delay)
        process.kill()
        return process.stdout.read().split()


async def held(path: Path) -> State:
    """What a library holds; raises AssertionError where it contradicts itself."""
    async with Library.open(path) as library:
        assert await library.upkeep.check() == []
        found = State({}, {})
        for sort, texts in (("newest", found.live), ("removed", found.removed)):
            page = await library.articles.list(sort=sort, limit=10_000)  # type: ignore[arg-type]  # both are sorts
            for card in page.items:
                texts[card.id] = (await library.articles.get(card.id)).text
    return found


def one_work(folder: Path, seed: int, delay: float) -> int:
    """Kill a child at its steps; returns how many it had done."""
    path = folder / "library.sqlite"
    said = kill(["work", str(path), str(seed), str(_STEPS)], delay)
    done = int(said[-1]) if said else 0
    plan = [State({}, {}), *(state for _, state in steps(seed, _STEPS))]
    found = asyncio.run(held(path))
    # The step under way may be in whole or not at all; what was acknowledged is there.
    allowed = plan[done : done + 2]
    assert found in allowed, f"seed {seed}: {done} steps acknowledged, the library holds something else"
    backup = path.with_suffix(".backup")
    if backup.exists():
        asyncio.run(held(backup))
    return done


def one_import(folder: Path, seed: int, delay: float) -> bool:
    """Kill a child that imports; all or nothing is there. Returns whether it was all."""
    drafts = [draft(f"i{seed}n{number}") for number in range(250)]

    async def exported() -> str:
        async with Library.open(folder / "source.sqlite") as library:
            await library.articles.add_many(drafts, by="cli")
            stream = io.StringIO()
            await library.upkeep.export(stream)
            return stream.getvalue()

    (folder / "export.jsonl").write_text(asyncio.run(exported()), encoding="utf-8")
    path = folder / "library.sqlite"
    said = kill(["import", str(path), str(folder / "export.jsonl")], delay)
    number = len(asyncio.run(held(path)).live)
    assert number in {0, len(drafts)}
    assert number or "done" not in said
    return bool(number)


def one_migration(folder: Path, seed: int, delay: float) -> bool:
    """Kill a child that migrates; the file is the old or the new version, whole. Returns whether it was the
    new."""
    path = folder / "library.sqlite"
    drafts = [draft(f"m{seed}n{number}") for number in range(120)]

    async def fill() -> None:
        async with Library.open(path) as library:
            await library.articles.add_many(drafts, by="cli")

    asyncio.run(fill())
    said = kill(["migrate", str(path)], delay)
    version = child.version(path)
    assert version in {schema.VERSION, schema.VERSION + 1}
    assert version == schema.VERSION + 1 or "done" not in said
    if version == schema.VERSION:
        assert len(asyncio.run(held(path)).live) == len(drafts)
    return version > schema.VERSION


def run(kills: int, seed: int) -> str:
    """Kill so many times: seven of ten at work, two at an import, one at a migration; returns a summary."""
    generator = random.Random(seed)
    done = imports = migrations = finished = 0
    for number in range(kills):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            place = number % 10
            if place < 7:
                done += one_work(folder, seed + number, generator.uniform(0, 2.5))
            elif place < 9:
                imports += 1
                finished += one_import(folder, seed + number, generator.uniform(0, 1.5))
            else:
                migrations += 1
                finished += one_migration(folder, seed + number, generator.uniform(0, 0.03))
    return (
        f"{kills} kills survived: {kills - imports - migrations} at work ({done} acknowledged steps,"
        f" all there),"
        f" {imports} at imports and {migrations} at migrations ({finished} of these had finished)"
    )


if __name__ == "__main__":
    print(run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))  # noqa: T201 -- a script
