"""Looking at cited pages again at night, where the admins wish it: which are due, and what they are now."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from index.library.room import Room
from index.library.settings import stored_settings
from index.models import CitedPage, Draft
from index.store import visits

# The hours of the night, in the library's time zone.
NIGHT = range(1, 5)
# A page is looked at once a night for so long after an answer cited it.
CITED_WITHIN = timedelta(days=14)
_ONCE = timedelta(hours=20)
# So many at a time: feeds and digests wait meanwhile.
AT_ONCE = 10


class Rechecks:
    """The cited pages of one library."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def due(self, now: datetime | None = None) -> tuple[CitedPage, ...]:
        """The pages to look at now, some at a time; none by day, and none unless the setting is on."""
        moment = now or self._room.clock()
        settings = await self._room.read(stored_settings)
        cited = self._room.take_cited()
        if not settings.recheck:
            return ()
        if cited:
            await self._room.write(partial(visits.cite, articles=cited, day=moment.date()))
        if moment.astimezone(ZoneInfo(settings.timezone)).hour not in NIGHT:
            return ()
        return tuple(await self._room.read(partial(_due, now=moment)))

    async def record(
        self, page: CitedPage, draft: Draft | None, *, etag: str | None = None, modified: str | None = None
    ) -> None:
        """Note that a page is there, with the words of `draft` (None: with those it had)."""
        seen = page.seen if draft is None else visits.digest(draft.text)
        at = self._room.clock()
        await self._room.write(
            partial(visits.record, page=page, at=at, seen=seen, etag=etag, modified=modified)
        )

    async def record_gone(self, page: CitedPage) -> None:
        """Note that a page is gone; its article stays, and says so."""
        await self._room.write(partial(visits.record_gone, page=page, at=self._room.clock()))

    async def record_failure(self, page: CitedPage) -> None:
        """Note that a page could not be looked at this night."""
        await self._room.write(partial(visits.record_failure, page=page, at=self._room.clock()))

    def is_changed(self, page: CitedPage, draft: Draft) -> bool:
        """Whether a page has other words now."""
        return visits.digest(draft.text) != page.seen


def _due(db: sqlite3.Connection, now: datetime) -> list[CitedPage]:
    since = (now - CITED_WITHIN).date()
    return visits.due(db, cited_since=since, checked_before=now - _ONCE, limit=AT_ONCE)
