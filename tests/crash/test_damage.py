"""Bytes of a library go wrong: it is recognised or does not matter, never written; a backup leads out."""

from __future__ import annotations

import asyncio
import hashlib
import random
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from index.errors import LibraryDamaged, QuotedeskError
from index.library import Library
from tests.crash.killing import held_async, read_all
from tests.crash.plan import State, draft


async def _fill(path: Path) -> None:
    async with Library.open(path) as library:
        await library.articles.add_many([draft(f"d{number}") for number in range(30)], by="cli")
        await library.upkeep.backup(path.with_suffix(".backup"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a library and a backup of it."""
    folder = tmp_path_factory.mktemp("whole")
    asyncio.run(_fill(folder / "library.sqlite"))
    return folder


@pytest.fixture
def whole(made: Path, tmp_path: Path) -> Path:
    """A library with a backup beside it, to be harmed."""
    return shutil.copytree(made, tmp_path / "harmed") / "library.sqlite"


def harm(path: Path, generator: random.Random) -> None:
    """Make a page of the file nonsense, zeros, another page, or wrong in a few bytes."""
    data = bytearray(path.read_bytes())
    start = generator.randrange(len(data) // 4096) * 4096
    way = generator.randrange(4)
    if way == 0:
        data[start : start + 4096] = generator.randbytes(4096)
    elif way == 1:
        data[start : start + 4096] = bytes(4096)
    elif way == 2:
        other = generator.randrange(len(data) // 4096) * 4096
        data[start : start + 4096] = data[other : other + 4096]
    else:
        for _ in range(4):
            data[start + generator.randrange(64)] ^= 1 << generator.randrange(8)
    path.write_bytes(data)


def _digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


@pytest.mark.parametrize("seed", range(12))
async def test_a_harmed_file_is_refused_unwritten_or_answers_by_our_own_errors(whole: Path, seed: int) -> None:
    harm(whole, random.Random(seed))
    before = _digest(whole)
    try:
        async with Library.open(whole) as library:
            # What a look at every page did not find is in words or numbers; asking may fail, by our tree alone.
            with suppress(QuotedeskError):
                await library.upkeep.check()
                await read_all(library)
    except LibraryDamaged:
        assert _digest(whole) == before

    shutil.copy(whole.with_suffix(".backup"), whole)
    for suffix in ("-wal", "-shm"):
        whole.with_name(whole.name + suffix).unlink(missing_ok=True)
    assert len((await held_async(whole)).live) == 30


async def test_what_is_derived_can_be_lost_and_a_rebuild_leads_out(whole: Path) -> None:
    async with Library.open(whole) as library:
        before: State = await read_all(library)
        database = library._room.database
        async with database.writing() as db:
            for table in ("passage", "role", "reading", "search_posting"):
                await db.execute(f"DELETE FROM {table}")  # noqa: S608 -- names of the schema
        assert await library.upkeep.check() != []
    async with Library.open(whole) as library:
        await library.upkeep.rebuild()
        assert await library.upkeep.check() == []
        assert await read_all(library) == before
        assert (await library.ask("Who said the harbour gull?")).passages
