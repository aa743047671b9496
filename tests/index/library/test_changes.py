"""What holds for every change: one audit entry, undo to the byte, no drift."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import pytest

from index.errors import Conflict, FileRefused, NotFound
from index.library import Library
from tests.index.library.conftest import FrozenClock
from tests.index.library.writing import BRIDGE, a_draft, exported, statements

Change = Callable[[Library], Awaitable[object]]


async def _a_quote(library: Library) -> int:
    return (await statements(library, "Bram Oskel"))[0].id


async def _correct(library: Library) -> object:
    return await library.people.correct(await _a_quote(library), "Vera Lind", by="7")


async def _resolve(library: Library) -> object:
    flag = await library.flags.make(reason="speaker", reader="5", quote_id=await _a_quote(library))
    return await library.flags.resolve(flag.id, "fixed", by="7")


CHANGES: dict[str, Change] = {
    "articles.add": lambda lib: lib.articles.add(a_draft(3, "A third text about nothing much."), by="7"),
    "articles.add_many": lambda lib: lib.articles.add_many(
        [a_draft(4, "More."), a_draft(5, "And more.")], by="7"
    ),
    "articles.edit": lambda lib: lib.articles.edit(
        "a1", by="7", text='"New words," said Ana Moor.', title="New"
    ),
    "articles.remove": lambda lib: lib.articles.remove("a1", by="7"),
    "articles.restore": lambda lib: lib.articles.restore("gone", by="7"),
    "articles.block": lambda lib: lib.articles.block("The Sarn Lantern", by="7"),
    "articles.unblock": lambda lib: lib.articles.unblock("Bad Paper", by="7"),
    "people.correct": _correct,
    "people.merge": lambda lib: lib.people.merge("Ilva Torrens", "Bram Oskel", by="7"),
    "people.rename": lambda lib: lib.people.rename("Bram Oskel", "Abraham Oskel", by="7"),
    "people.split": lambda lib: lib.people.split("Pelle Varga", "P. Varga", by="7"),
    "flags.resolve": _resolve,
    "feeds.add": lambda lib: lib.feeds.add("https://lantern.example/feed", by="7"),
    "feeds.pause": lambda lib: lib.feeds.pause(1, by="7"),
    "feeds.resume": lambda lib: lib.feeds.resume(2, by="7"),
    "feeds.remove": lambda lib: lib.feeds.remove(1, by="7"),
    "settings.change": lambda lib: lib.settings.change(by="7", digest_hour=6, channels=("12",)),
}
NOT_UNDOABLE = {"articles.store", "audit.undo", "upkeep.rebuild", "upkeep.import_"}


async def _furnish(library: Library) -> None:
    varga = '"Steel tires," said P. Varga, the engineer.'
    await library.articles.add_many([a_draft(1), a_draft(2, BRIDGE), a_draft(6, varga)], by="cli")
    await library.people.merge(
        "Pelle Varga", "P. Varga", by="1"
    ) if "P. Varga" in await library.people.names() else None
    await library.articles.add(a_draft(8, "Soon gone.", id="gone"), by="cli")
    await library.articles.remove("gone", by="cli")
    await library.articles.block("Bad Paper", by="cli")
    await library.feeds.add("https://gazette.example/feed", "Gazette", by="cli")
    await library.feeds.add("https://ledger.example/feed", "Ledger", by="cli")
    await library.feeds.pause(2, by="cli")


@pytest.mark.parametrize("name", CHANGES)
async def test_every_change_leaves_one_entry_and_is_undone_to_the_byte(library: Library, name: str) -> None:
    await _furnish(library)
    before = await exported(library)
    names = await library.people.names()
    entries = (await library.audit.list()).total
    await CHANGES[name](library)
    assert (await library.audit.list()).total == entries + 1
    assert (await library.audit.list()).items[0].by == "7"
    assert await library.upkeep.check() == []
    after = await exported(library)
    undo = await library.audit.undo(by="8")
    assert (await library.audit.list()).total == entries + 2
    assert await exported(library) == before
    assert sorted(await library.people.names()) == sorted(names)
    assert await library.upkeep.check() == []
    await library.audit.undo(undo.id, by="8")
    assert await exported(library) == after
    assert await library.upkeep.check() == []


def test_every_method_that_takes_a_by_is_among_the_changes(library: Library) -> None:
    import inspect

    found = {
        f"{desk}.{name}"
        for desk in (
            "articles",
            "people",
            "flags",
            "follows",
            "feeds",
            "settings",
            "audit",
            "privacy",
            "upkeep",
        )
        for name, method in inspect.getmembers(getattr(library, desk), inspect.iscoroutinefunction)
        if not name.startswith("_") and "by" in inspect.signature(method).parameters
    }
    assert found == set(CHANGES) | NOT_UNDOABLE


async def test_after_a_day_nothing_can_be_undone(library: Library, clock: FrozenClock) -> None:
    await library.articles.add(a_draft(1), by="cli")
    entry = (await library.audit.list()).items[0]
    assert entry.undoable
    clock.forward(hours=24, minutes=1)
    with pytest.raises(Conflict, match="24 hours"):
        await library.audit.undo(entry.id, by="7")
    with pytest.raises(NotFound):
        await library.audit.undo(by="7")


async def test_a_change_that_another_builds_on_is_undone_after_that_one(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    await library.articles.edit("a1", by="7", title="One")
    first = (await library.audit.list()).items[0].id
    await library.articles.edit("a1", by="7", title="Two")
    with pytest.raises(Conflict, match="later change"):
        await library.audit.undo(first, by="7")
    await library.audit.undo(by="7")
    await library.audit.undo(first, by="7")
    assert (await library.articles.get("a1")).title == a_draft(1).title
    with pytest.raises(Conflict, match="already"):
        await library.audit.undo(first, by="7")


async def test_what_changes_nothing_leaves_no_entry(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    entries = (await library.audit.list()).total
    await library.articles.add(a_draft(1), by="cli")
    await library.articles.edit("a1", by="cli", title=a_draft(1).title)
    await library.settings.change(by="cli", digest_hour=8)
    assert (await library.audit.list()).total == entries


async def test_an_export_read_into_a_fresh_library_exports_the_same(library: Library, tmp_path: Path) -> None:
    await _furnish(library)
    await _correct(library)
    await library.articles.edit("a2", by="7", text='"The bolts are new," said Pelle Varga.')
    await library.settings.change(by="7", timezone="Europe/Oslo", adders=("4", "5"))
    before = await exported(library)
    async with Library.open(tmp_path / "other.sqlite") as other:
        assert await other.upkeep.import_(io.StringIO(before)) == 3
        assert await exported(other) == before
        assert await other.upkeep.check() == []
        assert sorted(await other.people.names()) == sorted(await library.people.names())
        with pytest.raises(Conflict):
            await other.upkeep.import_(io.StringIO(before))


async def test_a_broken_line_of_an_import_is_named_and_nothing_is_stored(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    lines = await exported(library)
    await library.articles.remove("a1", by="cli")
    async with Library.open(library._room.database.path.with_name("fresh.sqlite")) as fresh:
        with pytest.raises(FileRefused, match="line 3"):
            await fresh.upkeep.import_(io.StringIO(lines + '{"quotedesk": "article", "id": 5}\n'))
        assert (await fresh.articles.list()).total == 0
        assert (await fresh.audit.list()).total == 0


async def test_a_rebuild_changes_nothing_that_is_true(library: Library) -> None:
    await _furnish(library)
    await _correct(library)
    quote = await _a_quote_of(library, "Vera Lind")
    before, names = await exported(library), await library.people.names()
    assert await library.upkeep.rebuild() == 3
    assert await exported(library) == before
    assert await library.people.names() == names
    assert await _a_quote_of(library, "Vera Lind") == quote
    assert await library.upkeep.check() == []


async def _a_quote_of(library: Library, name: str) -> int | None:
    return (await statements(library, name))[0].id


async def test_a_backup_is_a_library_of_its_own(library: Library, tmp_path: Path) -> None:
    await library.articles.add(a_draft(1), by="cli")
    await library.upkeep.backup(tmp_path / "copy.sqlite")
    await library.articles.add(a_draft(2, BRIDGE, published=date(2026, 4, 1)), by="cli")
    async with Library.open(tmp_path / "copy.sqlite", read_only=True) as copy:
        assert (await copy.articles.list()).total == 1
        assert await copy.upkeep.check() == []
    assert not _left_over(tmp_path)


async def test_a_backup_taken_while_articles_come_in_is_one_state_of_the_library(
    library: Library, tmp_path: Path
) -> None:
    await library.articles.add(a_draft(1), by="cli")

    async def go_on() -> None:
        for number in range(2, 14):
            await library.articles.add(a_draft(number, f"{BRIDGE} {number * 'Rain fell. '}"), by="cli")

    adding = asyncio.create_task(go_on())
    copies = [tmp_path / f"copy{number}.sqlite" for number in range(3)]
    for copy in copies:
        await asyncio.sleep(0.05)
        await library.upkeep.backup(copy)
    await adding
    counted = []
    for copy in copies:
        async with Library.open(copy, read_only=True) as opened:
            assert await opened.upkeep.check() == []
            total = (await opened.articles.list()).total
            assert (await opened.audit.list()).total == total
            counted.append(total)
    assert counted == sorted(counted)
    assert (await library.articles.list()).total == 13


def _left_over(folder: Path) -> list[Path]:
    return list(folder.glob("*.part"))
