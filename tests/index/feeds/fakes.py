"""A web of addresses and answers, a table of feeds and a shelf of articles, all in memory."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape

from index.errors import ArticleRefused, PageRefused
from index.models import Added, Draft, Feed, FeedResponse, FetchedPage, Poll

NOON = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)
FEED = "https://courier.example/feed"


@dataclass
class Clock:
    """Time that passes only when told."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass(frozen=True)
class Item:
    """An entry of a fake feed and the story behind it."""

    number: int
    id: str | None = None
    published: datetime | None = NOON
    html: str = ""
    page: str | None = None

    @property
    def url(self) -> str:
        return f"https://courier.example/story/{self.number}"

    def page_html(self) -> str:
        if self.page is not None:
            return self.page
        words = f"The harbour master counted {self.number} boats in the basin and wrote the figure down. " * 12
        stamp = (
            f'<meta property="article:published_time" content="{self.published:%Y-%m-%d}">'
            if self.published
            else ""
        )
        return (
            f'<html lang="en"><head><title>Story {self.number}</title>{stamp}</head>'
            f"<body><article><h1>Story {self.number}</h1><p>{words}</p></article></body></html>"
        )


def rss(*items: Item, title: str = "The Orvane Courier", extra: str = "") -> bytes:
    entries = "".join(
        f"<item><guid isPermaLink='false'>{item.id or f'id-{item.number}'}</guid><link>{item.url}</link>"
        f"<title>Story {item.number}</title>"
        + (f"<pubDate>{format_datetime(item.published)}</pubDate>" if item.published else "")
        + (f"<description>{escape(item.html)}</description>" if item.html else "")
        + "</item>"
        for item in items
    )
    channel = f"<channel><title>{title}</title>{extra}{entries}</channel>"
    return f"<?xml version='1.0'?><rss version='2.0'>{channel}</rss>".encode()


@dataclass
class FakeWeb:
    """Answers by address; an address without an answer refuses, and everything asked is written down."""

    answers: dict[str, FeedResponse | Exception] = field(default_factory=dict)
    pages: dict[str, str | Exception] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    conditions: list[tuple[str | None, str | None]] = field(default_factory=list)

    def publish(self, *items: Item, url: str = FEED, etag: str | None = None, extra: str = "") -> None:
        """Print a feed, and the pages of its stories."""
        body = rss(*items, extra=extra)
        self.answers[url] = FeedResponse(200, url, body, "application/rss+xml", "utf-8", etag=etag)
        self.pages |= {item.url: item.page_html() for item in items}

    def fail(self, status: int, url: str = FEED, retry_after: timedelta | None = None) -> None:
        self.answers[url] = FeedResponse(status, url, retry_after=retry_after)

    async def conditional(self, url: str, etag: str | None = None, modified: str | None = None) -> FeedResponse:
        self.asked.append(url)
        self.conditions.append((etag, modified))
        answer = self.answers.get(
            url, PageRefused(url, "names a site that does not exist.", "Check the address.")
        )
        if isinstance(answer, Exception):
            raise answer
        if answer.etag is not None and answer.etag == etag:
            return FeedResponse(304, url, etag=etag)
        return answer

    async def page(self, url: str) -> FetchedPage:
        self.asked.append(url)
        page = self.pages.get(url, PageRefused(url, "does not exist (404).", "Check the address."))
        if isinstance(page, Exception):
            raise page
        return FetchedPage(url, (), "text/html", "utf-8", page.encode())


@dataclass
class FakeStore:
    """Feeds as the library keeps them."""

    clock: Clock
    feeds: dict[int, Feed] = field(default_factory=dict)
    entries: dict[int, set[str]] = field(default_factory=dict)

    def add(self, url: str = FEED) -> Feed:
        key = len(self.feeds) + 1
        self.feeds[key] = Feed(key, url, url, "ok", None, None, 0, "", 0)
        return self.feeds[key]

    async def due(self, now: datetime | None = None) -> tuple[Feed, ...]:
        moment = now or self.clock()
        return tuple(
            feed
            for feed in self.feeds.values()
            if feed.state in {"ok", "failing"} and (feed.next_try is None or feed.next_try <= moment)
        )

    async def known(self, feed_id: int, entries: Collection[str]) -> frozenset[str]:
        return frozenset(self.entries.get(feed_id, set()) & set(entries))

    async def record(self, feed_id: int, poll: Poll) -> Feed:
        self.entries.setdefault(feed_id, set()).update(poll.entries)
        self.feeds[feed_id] = poll.applied(self.feeds[feed_id], self.clock())
        return self.feeds[feed_id]


@dataclass
class FakeShelf:
    """Articles by title; outlets in `blocked` are refused."""

    drafts: list[Draft] = field(default_factory=list)
    blocked: frozenset[str] = frozenset()

    async def add(self, draft: Draft, *, by: str) -> Added:
        assert by == "feed"
        if draft.source in self.blocked:
            raise ArticleRefused(f"{draft.source} is blocked here.")
        known = any(one.text == draft.text for one in self.drafts)
        if not known:
            self.drafts.append(draft)
        return Added(draft.url or "", "same" if known else "added", draft.title, 0, 0, 0, 0)

    def titles(self) -> list[str]:
        return [draft.title for draft in self.drafts]
