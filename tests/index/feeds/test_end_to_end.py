"""One whole day of a feed: a real server on the loopback, the real fetcher, a real library."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

from index.feeds import Outcome, Poller, discover
from index.fetch import Fetcher, FetchLimits
from index.library import Library
from tests.index.feeds.fakes import NOON, Clock, Item, rss
from tests.index.fetch.servers import Exchange, Handler, serve

LIMITS = FetchLimits(total=10.0, idle=5.0, connect=5.0, gap=0.0)


async def lookup(_host: str, _port: int) -> list[str]:
    return ["127.0.0.1"]


class Newspaper:
    """The pages of a site, which change as the day goes on."""

    def __init__(self) -> None:
        self.items: list[Item] = []

    def handlers(self) -> dict[str, Handler]:
        stories = {f"/story/{number}": self._story(number) for number in range(5)}
        return {"/": self._front, "/feed": self._feed, **stories}

    async def _front(self, exchange: Exchange) -> None:
        await exchange.answer(b'<html><link rel="alternate" type="application/rss+xml" href="/feed"></html>')

    async def _feed(self, exchange: Exchange) -> None:
        mark = f'"{len(self.items)}"'
        if exchange.headers.get("If-None-Match") == mark:
            await exchange.answer(b"", status="304 Not Modified", ETag=mark)
        else:
            body = rss(*self.items).replace(
                b"https://courier.example", f"http://courier.example:{exchange.port}".encode()
            )
            await exchange.answer(body, Content_Type="application/rss+xml", ETag=mark)

    def _story(self, number: int) -> Handler:
        async def handler(exchange: Exchange) -> None:
            story = next((item for item in self.items if item.number == number), None)
            if story is None:
                await exchange.answer(b"", status="404 Not Found")
            else:
                await exchange.answer(story.page_html().encode())

        return handler


async def test_a_site_becomes_a_feed_and_its_news_become_articles(tmp_path: Path) -> None:
    clock, paper = Clock(), Newspaper()
    paper.items = [Item(1), Item(2)]
    heard: list[Outcome] = []

    async def hear(outcome: Outcome) -> None:
        heard.append(outcome)

    async with serve(paper.handlers()) as server, Library.open(tmp_path / "library.db", clock=clock) as library:
        open_to = frozenset({("127.0.0.1", server.port), ("courier.example", server.port)})
        async with Fetcher(limits=LIMITS, lookup=lookup, open_to=open_to) as web:
            found = await discover(server.url("/", "courier.example"), web)
            feed = await library.feeds.add(found.url, found.document.title, by="cli")
            poller = Poller(library.feeds, library.articles, web, clock=clock, rng=random.Random(7))

            await poller.round(hear)
            clock.wait(hours=2)
            await poller.round(hear)
            paper.items = [Item(3, published=NOON + timedelta(hours=3)), Item(1), Item(2)]
            clock.wait(hours=2)
            await poller.round(hear)

        assert [(outcome.stored, [added.title for added in outcome.news]) for outcome in heard] == [
            (2, []),
            (0, []),
            (1, ["Story 3"]),
        ]
        assert server.paths().count("/feed") == 4
        assert [server.paths().count(f"/story/{number}") for number in (1, 2, 3)] == [1, 1, 1]
        assert (await library.feeds.get(feed.id)).articles == 3
        page = await library.articles.list()
        assert sorted(card.title for card in page.items) == ["Story 1", "Story 2", "Story 3"]
        assert {card.source for card in page.items} == {"The Orvane Courier"}
