"""Feeds, settings, and the file as a whole."""

from __future__ import annotations

from datetime import timedelta

import pytest

from index.errors import Conflict, NotFound
from index.library import Library
from index.models import LibrarySettings, Poll
from tests.index.library.conftest import FrozenClock
from tests.index.library.writing import BRIDGE, a_draft


async def test_a_feed_is_polled_when_its_next_try_has_come(library: Library, clock: FrozenClock) -> None:
    feed = await library.feeds.add("https://lantern.example/feed", "Lantern", by="7")
    assert [one.id for one in await library.feeds.due()] == [feed.id]
    later = clock.now + timedelta(hours=1)
    await library.feeds.record(feed.id, Poll("ok", later, etag='"1"', stored=2, entries=frozenset({"x", "y"})))
    assert await library.feeds.due() == ()
    clock.forward(hours=1)
    assert [one.etag for one in await library.feeds.due()] == ['"1"']
    assert await library.feeds.known(feed.id, ("x", "z")) == {"x"}


async def test_failures_are_counted_and_end_with_a_good_poll(library: Library, clock: FrozenClock) -> None:
    feed = await library.feeds.add("https://lantern.example/feed", by="7")
    for number in (1, 2):
        bad = await library.feeds.record(feed.id, Poll("failing", clock.now, "timeout", told=True))
        assert (bad.failures, bad.reason, bad.told) == (number, "timeout", True)
    good = await library.feeds.record(feed.id, Poll("ok", clock.now))
    assert (good.failures, good.told, good.last_good) == (0, False, clock.now)


async def test_health_is_no_change_and_a_moved_feed_keeps_its_undo(
    library: Library, clock: FrozenClock
) -> None:
    feed = await library.feeds.add("https://lantern.example/feed", by="7")
    await library.feeds.record(
        feed.id, Poll("ok", clock.now, url="https://lantern.example/new", title="Lantern")
    )
    assert (await library.feeds.get(feed.id)).url == "https://lantern.example/new"
    assert (await library.audit.list()).total == 1
    await library.audit.undo(by="7")
    assert await library.feeds.list() == ()


async def test_a_paused_feed_is_not_polled_and_a_gone_one_neither(library: Library) -> None:
    feed = await library.feeds.add("https://lantern.example/feed", by="7")
    assert (await library.feeds.pause(feed.id, by="7")).state == "paused"
    assert await library.feeds.due() == ()
    with pytest.raises(Conflict):
        await library.feeds.pause(feed.id, by="7")
    await library.feeds.resume(feed.id, by="7")
    assert len(await library.feeds.due()) == 1
    await library.feeds.record(feed.id, Poll("gone", None))
    assert await library.feeds.due() == ()


async def test_one_address_is_one_feed(library: Library) -> None:
    await library.feeds.add("https://lantern.example/feed", by="7")
    with pytest.raises(Conflict):
        await library.feeds.add("https://lantern.example/feed", by="7")
    with pytest.raises(NotFound):
        await library.feeds.remove(9, by="7")


async def test_settings_are_defaults_until_they_are_changed(library: Library) -> None:
    assert await library.settings.get() == LibrarySettings()
    await library.settings.change(by="7", answers="private", channels=("1", "2"), recheck=True)
    expected = LibrarySettings(answers="private", channels=("1", "2"), recheck=True)
    assert await library.settings.get() == expected


@pytest.mark.parametrize(
    "change",
    [
        {"digest_hour": 24},
        {"digest_hour": True},
        {"timezone": "Moon/Crater"},
        {"timezone": "../../etc/passwd"},
        {"answers": "loud"},
        {"channels": ("here",)},
        {"audit_channel": "general"},
        {"recheck": "yes"},
        {"colour": "red"},
    ],
)
async def test_a_setting_that_makes_no_sense_is_refused(library: Library, change: dict[str, object]) -> None:
    with pytest.raises(Conflict):
        await library.settings.change(by="7", **change)
    assert await library.settings.get() == LibrarySettings()
    assert (await library.audit.list()).total == 0


async def test_statistics_are_direct_counts(library: Library) -> None:
    await library.articles.add_many([a_draft(1), a_draft(2, BRIDGE)], by="cli")
    stats = await library.upkeep.stats()
    cards = (await library.articles.list()).items
    assert stats.articles == 2
    assert stats.statements == sum(card.statements for card in cards)
    assert stats.unclear == sum(card.unclear for card in cards)
    assert (stats.oldest, stats.newest, stats.outlets) == ("2026-02-01", "2026-02-02", 1)
    assert stats.people == len(await library.people.names())


async def test_a_server_that_was_left_has_its_clock_started_and_stopped(
    library: Library, clock: FrozenClock
) -> None:
    assert await library.upkeep.left() is None
    assert await library.upkeep.leave() == clock.now + timedelta(days=30)
    assert await library.upkeep.left() == clock.now
    await library.upkeep.rejoin()
    assert await library.upkeep.left() is None


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("DELETE FROM reading", "is not read"),
        ("UPDATE quote SET end = 99999 WHERE key = 1", "outside its text"),
        ("DELETE FROM person WHERE key = 1", "nobody who is known"),
        ("UPDATE passage SET end = end - 9 WHERE key = 1", ""),
        ("UPDATE quote SET act = 'denied' WHERE key = 1", ""),
        ("DELETE FROM search_recent", ""),
        ("UPDATE reading SET statements = 99", "counts"),
    ],
)
async def test_drift_is_found_and_mended_by_a_rebuild(library: Library, damage: str, fault: str) -> None:
    await library.articles.add_many([a_draft(1), a_draft(2, BRIDGE)], by="cli")
    async with library._room.database.writing() as db:
        await db.execute(damage)
    found = await library.upkeep.check()
    assert found
    assert any(fault in line for line in found)
    await library.upkeep.rebuild()
    assert await library.upkeep.check() == []
