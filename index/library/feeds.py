"""Feeds: their addresses and their health. Polling itself is index/feeds."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Literal

from index.models import Feed


class Feeds:
    """The feeds of one library."""

    async def add(self, url: str, title: str = "", *, by: str) -> Feed:
        """Keep a feed; raises Conflict where it is there already."""
        raise NotImplementedError

    async def list(self) -> tuple[Feed, ...]:
        """All feeds with their health, by title."""
        raise NotImplementedError

    async def get(self, feed_id: int) -> Feed:
        """One feed; raises NotFound."""
        raise NotImplementedError

    async def due(self, now: datetime | None = None) -> tuple[Feed, ...]:
        """The feeds to poll now: not paused or gone, and their next try has come."""
        raise NotImplementedError

    async def pause(self, feed_id: int, *, by: str) -> Feed:
        """Stop polling; the feed and its health stay."""
        raise NotImplementedError

    async def resume(self, feed_id: int, *, by: str) -> Feed:
        """Poll again from now on, with a clean count of failures."""
        raise NotImplementedError

    async def remove(self, feed_id: int, *, by: str) -> Feed:
        """Forget a feed; its articles stay."""
        raise NotImplementedError

    async def record(
        self,
        feed_id: int,
        *,
        state: Literal["ok", "failing", "gone"],
        next_try: datetime | None,
        reason: str = "",
        etag: str | None = None,
        modified: str | None = None,
        url: str | None = None,
        title: str | None = None,
        stored: int = 0,
        entries: Collection[str] = (),
        told: bool | None = None,
    ) -> Feed:
        """Note how a poll went; `ok` clears the failures. No audit entry: it is health, not a change.

        `url` and `title` replace the feed's where given (moved), `stored` adds to its article count,
        `entries` are entry ids that need not be looked at again, `told` whether admins know of the failure.
        """
        raise NotImplementedError

    async def known(self, feed_id: int, entries: Collection[str]) -> frozenset[str]:
        """Which of these entry ids were recorded before."""
        raise NotImplementedError
