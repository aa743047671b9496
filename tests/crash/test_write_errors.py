"""The disk refuses: a limit on the size of files stands in for it, below SQLite."""

from __future__ import annotations

import asyncio
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import LibraryUnwritable
from index.library import Library
from tests.crash.killing import held
from tests.crash.plan import draft

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
    assert len(asyncio.run(held(path)).live) == 8 * process.returncode
