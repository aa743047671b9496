"""What the poller needs of the world, as small protocols: the library's desks and a `Fetcher` fit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from index.models import Added, Draft, Feed, FeedResponse, Poll
from index.parsing import Pages


class FeedStore(Protocol):
    """Where feeds and their health are kept."""

    async def due(self, now: datetime | None = None) -> tuple[Feed, ...]:
        """Return the feeds to poll now."""
        ...

    async def known(self, feed_id: int, entries: Collection[str]) -> frozenset[str]:
        """Return which of these entry names were recorded before."""
        ...

    async def record(self, feed_id: int, poll: Poll) -> Feed:
        """Note how a poll went."""
        ...


class ArticleSink(Protocol):
    """Where articles go."""

    async def add(self, draft: Draft, *, by: str) -> Added:
        """Store one article, or find that it is there; raises ArticleRefused."""
        ...


class Web(Pages, Protocol):
    """Where pages and feeds come from; both methods raise PageRefused."""

    async def conditional(self, url: str, etag: str | None = None, modified: str | None = None) -> FeedResponse:
        """Fetch a feed unless it is unchanged."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one poll came to. `feed` is its state afterwards.

    `news` are the articles to announce (none on a feed's first run), `stored` counts all that were new,
    `skipped` entries that gave no article. `tell` is set once: when admins should hear that the feed fails or
    is gone.
    """

    feed: Feed
    news: tuple[Added, ...] = ()
    stored: int = 0
    skipped: int = 0
    tell: bool = False
