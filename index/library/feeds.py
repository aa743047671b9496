"""Feeds: their addresses and their health. Polling itself is index/feeds."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from functools import partial

from index.errors import Conflict, NotFound
from index.library.room import Change, Room
from index.models import Feed, Poll
from index.store import feeds, history

_LOOK = "Look at the list of feeds."


class Feeds:
    """The feeds of one library."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def add(self, url: str, title: str = "", *, by: str) -> Feed:
        """Keep a feed; raises Conflict where it is there already."""
        async with self._room.change(by, "feed add") as change:
            if await change.run(partial(feeds.key_of, url=url)) is not None:
                raise Conflict(f"{url} is followed already.")
            key = await change.run(partial(feeds.insert, url=url, title=title or url, added=change.at))
            change.say(title or url)
            return await _got(change, key)

    async def list(self) -> tuple[Feed, ...]:
        """All feeds with their health, by title."""
        return await self._room.read(feeds.all_feeds)

    async def get(self, feed_id: int) -> Feed:
        """One feed; raises NotFound."""
        return _found(await self._room.read(partial(feeds.get, key=feed_id)), feed_id)

    async def find(self, name: str) -> Feed:
        """The feed of that number, title or address; raises NotFound."""
        for feed in await self.list():
            if name in {str(feed.id), feed.title, feed.url}:
                return feed
        raise NotFound(f"There is no feed {name}.", _LOOK)

    async def due(self, now: datetime | None = None) -> tuple[Feed, ...]:
        """The feeds to poll now: not paused or gone, and their next try has come."""
        moment = now or self._room.clock()
        return await self._room.read(lambda db: feeds.due(db, moment))

    async def pause(self, feed_id: int, *, by: str) -> Feed:
        """Stop polling; the feed and its health stay."""
        return await self._set_paused(feed_id, by, "feed pause", paused=True)

    async def resume(self, feed_id: int, *, by: str) -> Feed:
        """Poll again from now on, with a clean count of failures."""
        return await self._set_paused(feed_id, by, "feed resume", paused=False)

    async def remove(self, feed_id: int, *, by: str) -> Feed:
        """Forget a feed; its articles stay."""
        async with self._room.change(by, "feed remove") as change:
            feed = await _got(change, feed_id)
            await change.run(partial(feeds.delete, key=feed_id))
            change.say(feed.title)
        return feed

    async def record(self, feed_id: int, poll: Poll) -> Feed:
        """Note how a poll went. No audit entry: it is health, not a change."""
        now = self._room.clock()

        def work(db: sqlite3.Connection) -> Feed:
            feeds.put_health(db, poll.applied(_found(feeds.get(db, feed_id), feed_id), now))
            feeds.note_entries(db, feed_id, poll.entries)
            with history.silent(db):
                feeds.move(db, feed_id, poll.url, poll.title)
            return _found(feeds.get(db, feed_id), feed_id)

        return await self._room.write(work)

    async def known(self, feed_id: int, entries: Collection[str]) -> frozenset[str]:
        """Which of these entry ids were recorded before."""
        return await self._room.read(lambda db: feeds.known_entries(db, feed_id, entries))

    async def _set_paused(self, feed_id: int, by: str, action: str, *, paused: bool) -> Feed:
        async with self._room.change(by, action) as change:
            feed = await _got(change, feed_id)
            if (feed.state == "paused") == paused:
                raise Conflict(f"{feed.title} is {'paused already' if paused else 'not paused'}.")
            await change.run(partial(feeds.set_paused, key=feed_id, paused=paused))
            if not paused:
                clean = replace(feed, state="ok", failures=0, reason="", next_try=change.at, told=False)
                await change.run(partial(feeds.put_health, feed=clean))
            change.say(feed.title)
            return await _got(change, feed_id)


async def _got(change: Change, feed_id: int) -> Feed:
    return _found(await change.run(partial(feeds.get, key=feed_id)), feed_id)


def _found(feed: Feed | None, feed_id: int) -> Feed:
    if feed is None:
        raise NotFound(f"There is no feed {feed_id}.", _LOOK)
    return feed
