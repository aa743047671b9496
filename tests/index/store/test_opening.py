from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index import schema
from index.errors import LibraryDamaged, LibraryError, LibraryNewer, LibraryUnwritable
from index.library import Library
from index.store import opening
from index.store.database import Database
from tests.index.library.writing import BRIDGE, a_draft


async def _filled(path: Path, number: int = 3) -> bytes:
    async with Library.open(path) as library:
        await library.articles.add_many(
            [a_draft(n, f"{BRIDGE} {n * 'x'}") for n in range(1, number + 1)], by="cli"
        )
    return _content(path)


def _content(path: Path) -> bytes:
    return path.read_bytes()


async def _refused(path: Path) -> LibraryError:
    before = _content(path)
    with pytest.raises(LibraryError) as caught:
        async with Library.open(path):
            pass
    assert _content(path) == before
    assert caught.value.message.count("\n") == 0
    assert caught.value.advice
    return caught.value


async def test_a_library_of_a_newer_version_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    await _filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    assert isinstance(await _refused(path), LibraryNewer)


async def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE mine(x)")
    assert isinstance(await _refused(path), LibraryDamaged)


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough " * 9, b"SQLite format 3\x00" + b"\xff" * 500]
)
async def test_a_file_that_is_no_library_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.sqlite"
    path.write_bytes(content)
    assert isinstance(await _refused(path), LibraryDamaged)


@pytest.mark.parametrize("where", [0.3, 0.6, 0.9])
async def test_a_damaged_library_is_recognised_at_its_start_and_never_written(
    tmp_path: Path, where: float
) -> None:
    path = tmp_path / "library.sqlite"
    whole = await _filled(path)
    place = int(len(whole) * where) // 4096 * 4096
    path.write_bytes(whole[:place] + b"\xa5" * 4096 + whole[place + 4096 :])
    assert isinstance(await _refused(path), LibraryDamaged)


async def test_a_library_that_is_cut_off_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    whole = await _filled(path)
    path.write_bytes(whole[: len(whole) - 4096])
    assert isinstance(await _refused(path), LibraryDamaged)


async def test_a_folder_in_place_of_a_library_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryDamaged, match="folder"):
        async with Library.open(tmp_path):
            pass


async def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.touch()
    await _filled(path, 1)
    assert opening.inspect(path) == schema.VERSION


async def test_no_library_is_made_where_none_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    for create, read_only in ((False, False), (True, True)):
        with pytest.raises(LibraryUnwritable, match="no library"):
            async with Library.open(path, create=create, read_only=read_only):
                pass
    assert not path.exists()


async def test_a_library_opened_for_reading_answers_and_refuses_changes(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    await _filled(path)
    async with Library.open(path, read_only=True) as library:
        assert (await library.ask("What did Varga say about the bolts?")).answered
        with pytest.raises(LibraryUnwritable, match="reading only"):
            await library.articles.remove("a1", by="cli")


async def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryUnwritable):
        async with Library.open(tmp_path / "file" / "library.sqlite"):
            pass


async def test_a_full_disk_stores_nothing_of_the_change_and_keeps_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    await _filled(path)
    async with Library.open(path) as library:
        database = library._room.database
        assert isinstance(database, Database)
        async with database.writing() as db:
            (pages,) = (await (await db.execute("PRAGMA page_count")).fetchone()) or (0,)
        await database._writer.execute(f"PRAGMA max_page_count = {pages + 2}")  # type: ignore[union-attr]  # it is open
        with pytest.raises(LibraryUnwritable, match="disk is full"):
            await library.articles.add_many([a_draft(n, f"{n} {BRIDGE * n}") for n in range(10, 25)], by="cli")
        assert (await library.articles.list()).total == 3
        assert (await library.audit.list()).total == 1
        assert await library.upkeep.check() == []
        await database._writer.execute("PRAGMA max_page_count = 1000000")  # type: ignore[union-attr]  # it is open
        await library.articles.add(a_draft(9, "Room again."), by="cli")


async def test_a_writer_elsewhere_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.store.database._BUSY_SECONDS", 0.05)
    path = tmp_path / "library.sqlite"
    await _filled(path)
    async with Library.open(path) as library:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LibraryUnwritable, match="another program"):
                await library.articles.add(a_draft(7), by="cli")
            other.execute("ROLLBACK")
        await library.articles.add(a_draft(7), by="cli")


async def test_two_libraries_open_on_one_file_see_each_others_changes(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    async with Library.open(path) as one, Library.open(path) as other:
        await one.articles.add(a_draft(1, BRIDGE), by="cli")
        assert (await other.ask("What did Varga say about the bolts?")).answered
        assert other.suggest("varg") == ["Pelle Varga"]


def test_steps_lead_to_the_next_version_in_one_transaction(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    opening.make_current(path, None)
    goal = schema.VERSION + 2
    steps = {
        schema.VERSION: "CREATE TABLE one(x);\nINSERT INTO one VALUES (1);\n",
        schema.VERSION + 1: "NONSENSE;\n",
    }
    with pytest.raises(sqlite3.OperationalError):
        opening.make_current(path, schema.VERSION, steps=steps, goal=goal)
    assert opening.inspect(path) == schema.VERSION
    opening.make_current(
        path, schema.VERSION, steps=steps | {schema.VERSION + 1: "DROP TABLE one;\n"}, goal=goal
    )
    with pytest.raises(LibraryNewer):
        opening.inspect(path)


def test_every_earlier_version_has_its_step() -> None:
    assert sorted(schema.MIGRATIONS) == list(range(1, schema.VERSION))


def test_every_column_of_truth_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    opening.make_current(path, None)
    with closing(sqlite3.connect(path)) as connection:
        for table, columns in schema.TRUTH.items():
            found = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            assert found == ["key", *columns], table
