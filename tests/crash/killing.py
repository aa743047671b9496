"""Kill a process at random moments and look at what it leaves: `python -m tests.crash.killing 200 [SEED]`."""

from __future__ import annotations

import asyncio
import io
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from index import schema
from index.library import Library
from tests.crash import child
from tests.crash.plan import State, draft, steps

_STEPS = 60
EARLIER = sorted((Path(__file__).parent.parent / "index" / "store" / "earlier").glob("*.sql"))


def kill(arguments: list[str], delay: float) -> list[str]:
    """Start the child, kill it `delay` seconds after it is ready; returns the lines that it had said."""
    command = [sys.executable, "-m", "tests.crash.child", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 -- our own child
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(delay)
        process.kill()
        return process.stdout.read().split()


async def held_async(path: Path) -> State:
    """What a library holds; raises AssertionError where it contradicts itself."""
    async with Library.open(path) as library:
        assert await library.upkeep.check() == []
        return await read_all(library)


def held(path: Path) -> State:
    """The same, from outside of a loop."""
    return asyncio.run(held_async(path))


async def read_all(library: Library) -> State:
    """Every article of an open library."""
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
    found = held(path)
    # The step under way may be in whole or not at all; what was acknowledged is there.
    allowed = plan[done : done + 2]
    assert found in allowed, f"seed {seed}: {done} steps acknowledged, the library holds something else"
    backup = path.with_suffix(".backup")
    if backup.exists():
        held(backup)
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
    number = len(held(path).live)
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
        assert len(held(path).live) == len(drafts)
    return version > schema.VERSION


def one_upgrade(folder: Path, seed: int, delay: float) -> bool:
    """Kill a child that opens a library of an earlier layout; the next start makes it current and whole.

    Returns whether it was current already.
    """
    path = folder / "library.sqlite"
    script = EARLIER[seed % len(EARLIER)]
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script.read_text(encoding="utf-8"))
        ids = {row[0] for row in connection.execute("SELECT id FROM article WHERE removed IS NULL")}
    said = kill(["upgrade", str(path)], delay)
    version = child.version(path)
    assert version == schema.VERSION or "done" not in said
    assert set(held(path).live) == ids
    assert child.version(path) == schema.VERSION
    return version == schema.VERSION


def one_backup(folder: Path, _seed: int, delay: float) -> int:
    """Kill a child that writes backups; what stands under the backup's name is whole and holds all that was
    there when the last one was acknowledged. Returns how many were."""
    path = folder / "library.sqlite"
    said = kill(["backup", str(path)], delay)
    done = int(said[-1]) if said else 0
    assert len(held(path).live) in {done, done + 1}
    backup = path.with_suffix(".backup")
    assert backup.exists() or not done
    if backup.exists():
        assert len(held(backup).live) in {done, done + 1}
    return done


def run(kills: int, seed: int) -> str:
    """Kill so many times: five of ten at work, two at an import, one each at a migration, at the opening of an
    earlier library and at a backup; returns a summary."""
    generator = random.Random(seed)
    counts: Counter[str] = Counter()
    for number in range(kills):
        with tempfile.TemporaryDirectory() as name:
            way, longest, done = WAYS[number % len(WAYS)]
            counts[way] += 1
            counts[f"{way} done"] += done(Path(name), seed + number, generator.uniform(0, longest))
    parts = (f"{counts[way]} at {way} ({counts[f'{way} done']} {told})" for way, told in TOLD.items())
    return f"{kills} kills survived: {', '.join(parts)}"


TOLD = {
    "work": "acknowledged steps, all there",
    "imports": "had finished",
    "migrations": "had finished",
    "upgrades of earlier libraries": "had finished",
    "backups": "acknowledged, all whole",
}
WAYS: tuple[tuple[str, float, Callable[[Path, int, float], int]], ...] = (
    *(("work", 2.5, one_work),) * 5,
    *(("imports", 1.5, one_import),) * 2,
    ("migrations", 0.03, one_migration),
    ("upgrades of earlier libraries", 0.3, one_upgrade),
    ("backups", 1.5, one_backup),
)


if __name__ == "__main__":
    print(run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))  # noqa: T201 -- a script
