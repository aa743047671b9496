"""Libraries of every earlier schema version become current ones; `earlier/` holds them as SQL text."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index import schema
from index.errors import LibraryUnwritable
from index.library import Library
from index.store import opening
from tests.index.library.writing import exported

EARLIER = sorted((Path(__file__).parent / "earlier").glob("*.sql"))
AN_HOUR_LATER = datetime(2026, 3, 1, 10, tzinfo=UTC)
SEARCHED = {"search_field", "search_recent", "search_term", "search_posting"}


def built(script: Path, path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script.read_text(encoding="utf-8"))
    return path


def shape(path: Path) -> dict[str, str]:
    """What there is in a file, but for comments and white space."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: " ".join(line.partition("--")[0].strip() for line in sql.splitlines()) for name, sql in rows}


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of all tables but those of search, which are derived."""
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)  # noqa: S608 -- its tables
            for name in sorted(set(names) - SEARCHED)
        }


def test_every_earlier_version_has_a_library_here() -> None:
    assert {int(script.stem.split()[0]) for script in EARLIER} == set(range(1, schema.VERSION))


@pytest.mark.parametrize("script", EARLIER, ids=lambda script: script.stem)
async def test_an_earlier_library_becomes_a_current_one_that_answers(tmp_path: Path, script: Path) -> None:
    path = built(script, tmp_path / "library.sqlite")
    async with Library.open(path, clock=lambda: AN_HOUR_LATER) as library:
        assert await library.upkeep.check() == []
        assert (await library.ask("What did Torrens say about the breakwater?")).answered
        assert (await library.articles.get("a2")).version == 2
        assert [entry.action for entry in (await library.audit.list()).items][-1] == "add"
        lines = [json.loads(line) for line in (await exported(library)).splitlines()]
        kinds = {line["quotedesk"] for line in lines}
        assert kinds == {"library", "setting", "blocked", "feed", "purged", "article"}
        await library.audit.undo(by="cli")
        await library.articles.restore("a3", by="cli")
    opening.make_current(tmp_path / "fresh.sqlite", None)
    assert shape(path) == shape(tmp_path / "fresh.sqlite")


@pytest.mark.parametrize("script", EARLIER, ids=lambda script: script.stem)
async def test_an_upgrade_keeps_every_row_that_is_not_of_search(tmp_path: Path, script: Path) -> None:
    path = built(script, tmp_path / "library.sqlite")
    before = content(path)
    async with Library.open(path):
        pass
    after = content(path)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize("script", EARLIER, ids=lambda script: script.stem)
async def test_an_upgrade_that_breaks_off_leaves_the_library_as_it_was(tmp_path: Path, script: Path) -> None:
    path = built(script, tmp_path / "library.sqlite")
    before = content(path)
    version = opening.inspect(path)
    assert version is not None
    broken = {number: f"{step}\nNONSENSE;" for number, step in schema.MIGRATIONS.items()}
    with pytest.raises(sqlite3.OperationalError):
        opening.make_current(path, version, steps=broken)
    assert opening.inspect(path) == version
    assert content(path) == before


@pytest.mark.parametrize("script", EARLIER, ids=lambda script: script.stem)
async def test_a_library_whose_search_was_not_filled_yet_is_filled_by_the_next_to_open_it(
    tmp_path: Path, script: Path
) -> None:
    path = built(script, tmp_path / "library.sqlite")
    opening.make_current(path, opening.inspect(path))
    with pytest.raises(LibraryUnwritable, match="half way"):
        async with Library.open(path, read_only=True):
            pass
    async with Library.open(path) as library:
        assert await library.upkeep.check() == []
    async with Library.open(path, read_only=True) as library:
        assert (await library.ask("What did Torrens say about the breakwater?")).answered


async def test_an_earlier_library_is_not_read_before_it_is_upgraded(tmp_path: Path) -> None:
    path = built(EARLIER[0], tmp_path / "library.sqlite")
    whole = path.read_bytes()
    with pytest.raises(LibraryUnwritable, match="older"):
        async with Library.open(path, read_only=True):
            pass
    assert path.read_bytes() == whole
