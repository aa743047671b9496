from __future__ import annotations

import asyncio
import logging
import random
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from index.errors import LibraryUnwritable, PageRefused
from index.feeds import Outcome, Poller
from index.models import Added, Draft, Feed, FeedResponse
from tests.index.feeds.fakes import FEED, NOON, Clock, FakeShelf, FakeStore, FakeWeb, Item, rss


@dataclass
class Desk:
    """A poller with everything around it."""

    clock: Clock = field(default_factory=Clock)
    web: FakeWeb = field(default_factory=FakeWeb)
    shelf: FakeShelf = field(default_factory=FakeShelf)

    def __post_init__(self) -> None:
        self.store = FakeStore(self.clock)
        self.poller = Poller(self.store, self.shelf, self.web, clock=self.clock, rng=random.Random(7))

    async def round(self) -> list[Outcome]:
        heard: list[Outcome] = []

        async def hear(outcome: Outcome) -> None:
            heard.append(outcome)

        await self.poller.round(hear)
        return heard

    async def run_once(self) -> Outcome:
        """Let enough time pass for the one feed to be due, and poll it."""
        self.clock.wait(days=1)
        (outcome,) = await self.round()
        return outcome

    @property
    def feed(self) -> Feed:
        return self.store.feeds[1]


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.store.add()
    return made


def stories(*numbers: int, days: float = 0) -> list[Item]:
    return [Item(number, published=NOON + timedelta(days=days)) for number in numbers]


def titles(news: tuple[Added, ...]) -> list[str]:
    return [added.title for added in news]


async def test_the_first_run_stores_quietly(desk: Desk) -> None:
    desk.web.publish(*stories(1, 2, 3))
    (outcome,) = await desk.round()
    assert (outcome.news, outcome.stored) == ((), 3)
    assert desk.shelf.titles() == ["Story 1", "Story 2", "Story 3"]


async def test_what_comes_later_is_announced_once(desk: Desk) -> None:
    desk.web.publish(*stories(1, 2))
    await desk.round()
    desk.web.publish(*stories(3, days=1), *stories(1, 2))
    assert titles((await desk.run_once()).news) == ["Story 3"]
    assert titles((await desk.run_once()).news) == []
    assert desk.feed.articles == 3


async def test_a_first_run_takes_the_rest_of_a_long_feed_as_read(desk: Desk) -> None:
    desk.web.publish(*stories(*range(80)))
    (outcome,) = await desk.round()
    assert outcome.stored == 50
    assert (await desk.run_once()).stored == 0


async def test_a_rush_of_news_is_taken_in_parts_and_none_is_lost(desk: Desk) -> None:
    desk.web.publish(*stories(0), etag='"a"')
    await desk.round()
    desk.web.publish(*stories(*range(75), days=1), etag='"b"')
    assert [(await desk.run_once()).stored for _ in range(4)] == [30, 30, 14, 0]


async def test_a_first_run_after_failures_is_still_quiet(desk: Desk) -> None:
    await desk.round()
    desk.web.publish(*stories(1))
    assert (await desk.run_once()).news == ()


async def test_an_unchanged_feed_is_asked_with_its_mark_and_fetches_no_page(desk: Desk) -> None:
    desk.web.publish(*stories(1), etag='"7"')
    await desk.round()
    desk.web.asked.clear()
    outcome = await desk.run_once()
    assert desk.web.conditions[-1] == ('"7"', None)
    assert desk.web.asked == [FEED]
    assert (outcome.feed.state, outcome.feed.etag) == ("ok", '"7"')


async def test_bumped_dates_are_no_news(desk: Desk) -> None:
    desk.web.publish(*stories(1, 2))
    await desk.round()
    desk.web.publish(*stories(1, 2, days=1))
    outcome = await desk.run_once()
    assert (outcome.news, outcome.stored) == ((), 0)


async def test_changed_ids_are_no_news(desk: Desk) -> None:
    desk.web.publish(*stories(1, 2))
    await desk.round()
    desk.web.asked.clear()
    desk.web.publish(*(Item(number, id=f"new-{number}") for number in (1, 2)))
    outcome = await desk.run_once()
    assert (outcome.news, desk.web.asked) == ((), [FEED])


async def test_an_old_story_that_comes_up_again_is_stored_and_not_announced(desk: Desk) -> None:
    desk.web.publish(*stories(1))
    await desk.round()
    desk.web.publish(*stories(2, days=-30), *stories(1))
    outcome = await desk.run_once()
    assert (outcome.news, outcome.stored) == ((), 1)


async def test_a_story_twice_in_a_feed_is_taken_once(desk: Desk) -> None:
    desk.web.publish(Item(1), Item(1, id="again"))
    await desk.round()
    assert desk.web.asked.count(Item(1).url) == 1


async def test_a_story_the_library_has_already_is_no_news(desk: Desk) -> None:
    desk.web.publish(*stories(1))
    await desk.round()
    desk.web.publish(*stories(2, days=1))
    desk.shelf.drafts.append(await _draft_of(desk, 2))
    outcome = await desk.run_once()
    assert (outcome.news, outcome.stored) == ((), 0)


async def _draft_of(desk: Desk, number: int) -> Draft:
    from index.parsing import parse_page

    page = await desk.web.page(Item(number).url)
    return parse_page(page.body, page.url)


async def test_failures_back_off_and_a_good_poll_clears_them(desk: Desk) -> None:
    waits = []
    for _ in range(9):
        await desk.round()
        assert desk.feed.next_try is not None
        waits.append(desk.feed.next_try - desk.clock.now)
        desk.clock.now = desk.feed.next_try
    assert desk.feed.failures == 9
    assert waits[0] >= timedelta(minutes=45)
    assert waits[3] > 3 * waits[0]
    assert max(waits) <= timedelta(hours=24)
    desk.web.publish(*stories(1))
    await desk.round()
    assert (desk.feed.state, desk.feed.failures, desk.feed.reason) == ("ok", 0, "")


async def test_nothing_is_asked_before_its_time(desk: Desk) -> None:
    await desk.round()
    desk.web.asked.clear()
    desk.clock.wait(minutes=44)
    assert await desk.round() == []
    assert desk.web.asked == []


async def test_admins_are_told_of_a_failing_feed_once_and_again_after_it_recovered(desk: Desk) -> None:
    assert [(await desk.run_once()).tell for _ in range(6)] == [False, False, True, False, False, False]
    assert desk.feed.reason.startswith("names a site that does not exist.")
    desk.web.publish(*stories(1))
    assert not (await desk.run_once()).tell
    del desk.web.answers[FEED]
    assert [(await desk.run_once()).tell for _ in range(4)] == [False, False, True, False]


async def test_a_feed_that_is_gone_is_kept_told_once_and_not_asked_again(desk: Desk) -> None:
    desk.web.fail(410)
    (outcome,) = await desk.round()
    assert (outcome.tell, outcome.feed.state) == (True, "gone")
    desk.clock.wait(days=30)
    assert await desk.round() == []
    assert desk.feed.url == FEED


async def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(desk: Desk) -> None:
    new = "https://courier.example/news/feed"
    body = rss(*stories(1))
    desk.web.publish(*stories(1), url=new)
    desk.web.answers[FEED] = FeedResponse(200, new, body, "application/rss+xml", moved=new)
    await desk.round()
    assert desk.feed.url == new
    desk.web.asked.clear()
    await desk.run_once()
    assert desk.web.asked == [new]


async def test_a_feed_that_moved_to_a_page_keeps_its_address(desk: Desk) -> None:
    front = "https://courier.example/"
    desk.web.answers[FEED] = FeedResponse(
        200, front, b"<html><body>Front page</body></html>", "text/html", moved=front
    )
    await desk.round()
    assert (desk.feed.url, desk.feed.state, desk.feed.reason[:11]) == (FEED, "failing", "is no feed.")


async def test_a_server_that_asks_for_a_pause_gets_it(desk: Desk) -> None:
    desk.web.fail(429, retry_after=timedelta(hours=40))
    await desk.round()
    assert desk.feed.next_try is not None
    assert desk.feed.next_try - desk.clock.now == timedelta(hours=40)


async def test_a_feed_says_how_often_it_is_to_be_asked(desk: Desk) -> None:
    desk.web.publish(*stories(1), extra="<ttl>120</ttl>")
    await desk.round()
    assert desk.feed.next_try is not None
    assert timedelta(minutes=108) <= desk.feed.next_try - desk.clock.now <= timedelta(minutes=132)


async def test_the_title_of_the_feed_replaces_its_address(desk: Desk) -> None:
    desk.web.publish(*stories(1))
    await desk.round()
    assert desk.feed.title == "The Orvane Courier"


async def test_a_failing_feed_costs_nothing_to_the_others(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    hostile = ["https://a.example/feed", "https://b.example/feed", "https://c.example/feed"]
    for url in (*hostile, "https://d.example/feed"):
        desk.store.add(url)
    desk.web.answers[hostile[0]] = PageRefused(hostile[0], "took longer than 30 s.")
    desk.web.answers[hostile[1]] = ZeroDivisionError("a fault of this program")
    desk.web.answers[hostile[2]] = FeedResponse(200, hostile[2], b"\x00\xff" * 500)
    desk.web.publish(*stories(1))
    desk.web.publish(*stories(2), url="https://d.example/feed")
    with caplog.at_level(logging.CRITICAL):
        await desk.round()
    states = {feed.url: feed.state for feed in desk.store.feeds.values()}
    assert [states[url] for url in hostile] == ["failing"] * 3
    assert (states[FEED], states["https://d.example/feed"]) == ("ok", "ok")
    assert sorted(desk.shelf.titles()) == ["Story 1", "Story 2"]


async def test_a_listener_that_fails_costs_only_its_outcome(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.store.add("https://d.example/feed")
    desk.web.publish(*stories(1))
    desk.web.publish(*stories(2), url="https://d.example/feed")
    heard: list[int] = []

    async def hear(outcome: Outcome) -> None:
        heard.append(outcome.feed.id)
        raise LibraryUnwritable("disk full")

    with caplog.at_level(logging.CRITICAL):
        assert await desk.poller.round(hear) == 2
    assert sorted(heard) == [1, 2]
    assert {feed.state for feed in desk.store.feeds.values()} == {"ok"}


async def test_hosts_are_polled_beside_one_another_and_feeds_of_one_host_in_turn(desk: Desk) -> None:
    running: set[str] = set()
    beside: list[set[str]] = []

    class SlowWeb(FakeWeb):
        async def conditional(
            self, url: str, etag: str | None = None, modified: str | None = None
        ) -> FeedResponse:
            running.add(url)
            beside.append(set(running))
            for _ in range(5):
                await asyncio.sleep(0)
            running.discard(url)
            return await super().conditional(url, etag, modified)

    for url in ("https://courier.example/sport", "https://wire.example/feed"):
        desk.store.add(url)
    web = SlowWeb()
    poller = Poller(desk.store, desk.shelf, web, clock=desk.clock, rng=random.Random(7))
    await poller.round(_deaf)
    courier = {FEED, "https://courier.example/sport"}
    assert any(len(group) == 2 for group in beside)
    assert all(not courier <= group for group in beside)


async def _deaf(_outcome: Outcome) -> None:
    return


async def test_a_page_that_cannot_be_fetched_is_tried_again_while_it_is_young(desk: Desk) -> None:
    desk.web.publish(*stories(1), etag='"1"')
    await desk.round()
    desk.web.publish(*stories(2, days=1), etag='"2"')
    desk.web.pages[Item(2).url] = PageRefused(Item(2).url, "is out of order (503).")
    assert (await desk.run_once()).skipped == 1
    desk.web.publish(*stories(2, days=1), etag='"2"')
    assert titles((await desk.run_once()).news) == ["Story 2"]


async def test_a_page_that_stays_closed_is_given_up(desk: Desk) -> None:
    desk.web.publish(*stories(1))
    await desk.round()
    desk.web.publish(*stories(2, days=1))
    for _ in range(5):
        desk.web.pages[Item(2).url] = PageRefused(Item(2).url, "is out of order (503).")
        await desk.run_once()
    # On the day itself and two days after; the fourth try is the last.
    assert desk.web.asked.count(Item(2).url) == 4


async def test_a_closed_page_is_read_from_a_feed_that_has_the_whole_text(desk: Desk) -> None:
    words = "<p>" + "The pilots have learned the new depth of the channel by heart. " * 30 + "</p>"
    desk.web.publish(Item(1, html=words))
    desk.web.pages[Item(1).url] = PageRefused(Item(1).url, "does not let programs in (403).")
    (outcome,) = await desk.round()
    assert outcome.stored == 1
    (draft,) = desk.shelf.drafts
    assert (draft.title, draft.source, draft.url) == ("Story 1", "The Orvane Courier", Item(1).url)
    assert draft.text.startswith("The pilots have learned")


async def test_a_consent_page_is_not_stored(desk: Desk) -> None:
    wall = (
        "<html><body><h1>Before you continue</h1><p>We and our partners use cookies and process personal data."
        " You can accept all or reject all, or manage your choices in the privacy settings. Vendors rely on"
        " legitimate interest; your consent is kept.</p></body></html>"
    )
    desk.web.publish(Item(1, page=wall))
    (outcome,) = await desk.round()
    assert (outcome.stored, outcome.skipped, desk.shelf.drafts) == (0, 1, [])


async def test_a_blocked_outlet_costs_its_articles_only(desk: Desk) -> None:
    desk.shelf.blocked = frozenset({"The Orvane Courier"})
    desk.web.publish(*stories(1, 2))
    (outcome,) = await desk.round()
    assert (outcome.feed.state, outcome.stored, outcome.skipped) == ("ok", 0, 2)


async def test_what_a_page_does_not_say_the_feed_says(desk: Desk) -> None:
    desk.web.publish(Item(1))
    desk.web.pages[Item(1).url] = replace(Item(1), published=None).page_html()
    await desk.round()
    (draft,) = desk.shelf.drafts
    assert (draft.source, draft.published, draft.concerns) == ("The Orvane Courier", NOON.date(), ())
