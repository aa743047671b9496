"""The disk refuses: a limit on the size of files stands in for it, below SQLite."""

from __future__ import annotations

import asyncio
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import LibraryUnwritable
from index.library import Library
from tests.crash.child import do
from tests.crash.killing import held, held_async, read_all
from tests.crash.plan import State, draft, steps

_PROGRAM = """
import asyncio, resource, sys
from pathlib import Path
from tests.crash.test_write_errors import fill
sys.exit(asyncio.run(fill(Path(sys.argv[1]), int(sys.argv[2]))))
"""


async def fill(path: Path, room: int) -> int:
    """Add articles until the disk refuses; returns how many batches were acknowledged, 199 without an end."""
    async with Library.open(path) as library:
        limit = path.stat().st_size + room  # noqa: ASYNC240 -- nothing else runs
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        for number in range(100):
            try:
                await library.articles.add_many([draft(f"w{number}n{place}") for place in range(8)], by="cli")
            except LibraryUnwritable:
                assert (await library.articles.list()).total == 8 * number
                return number
    return 199


@pytest.mark.parametrize("room", [0, 300_000, 900_000])
def test_a_disk_that_refuses_to_write_loses_nothing_that_was_acknowledged(tmp_path: Path, room: int) -> None:
    path = tmp_path / "library.sqlite"
    process = subprocess.run(  # noqa: S603 -- our own child
        [sys.executable, "-c", _PROGRAM, str(path), str(room)], check=False, capture_output=True, timeout=60
    )
    assert process.stderr == b""
    assert process.returncode < 100
    assert len(held(path).live) == 8 * process.returncode


_WALK = _PROGRAM.replace("fill(", "walk(").replace("import fill", "import walk")
_SEEDS = (3, 8, 21)


async def walk(path: Path, seed: int) -> int:
    """Do the steps of a seed; the disk refuses each at some point of its writing, then lets it pass.

    Returns how many were refused.
    """
    refused = 0
    async with Library.open(path) as library:
        feed = await library.feeds.add("https://lantern.example/feed", by="cli")
        before = State({}, {})
        for number, (step, after) in enumerate(steps(seed, 40)):
            room = (0, 20_000, 90_000)[number % 3]
            largest = max(file.stat().st_size for file in path.parent.iterdir())
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest + room, resource.RLIM_INFINITY))
            try:
                await do(library, step, path, feed.id)
            except LibraryUnwritable:
                refused += 1
                resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
                assert await read_all(library) == before, step
                await do(library, step, path, feed.id)
            before = after
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return refused


@pytest.mark.parametrize("seed", _SEEDS)
def test_every_kind_of_change_that_the_disk_refuses_is_undone_and_can_be_made_again(
    tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "library.sqlite"
    process = subprocess.run(  # noqa: S603 -- our own child
        [sys.executable, "-c", _WALK, str(path), str(seed)], check=False, capture_output=True, timeout=120
    )
    assert process.stderr == b""
    assert process.returncode > 0
    assert held(path) == steps(seed, 40)[-1][1]


def test_a_file_system_that_is_full_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    mount = shutil.which("mount")
    made = mount is not None and subprocess.run(  # noqa: S603 -- as it stands
        [mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(tmp_path)], check=False, capture_output=True
    ).returncode == 0  # fmt: skip
    if not made:
        pytest.skip("no file system of two megabytes can be mounted here; only root may")
    try:
        asyncio.run(_fill_up(tmp_path / "library.sqlite"))
    finally:
        subprocess.run(["umount", "-l", str(tmp_path)], check=True)  # noqa: S603, S607 -- what was mounted


async def _fill_up(path: Path) -> None:
    async with Library.open(path) as library:
        done = 0
        with pytest.raises(LibraryUnwritable):  # noqa: PT012 -- which of them is refused is not known before
            while done < 400:
                await library.articles.add_many([draft(f"t{done + place}") for place in range(4)], by="cli")
                done += 4
        assert len((await read_all(library)).live) == done > 0
        assert await library.upkeep.check() == []
        await library.ask("Who said the harbour?")
    assert len((await held_async(path)).live) == done
