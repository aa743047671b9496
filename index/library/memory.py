"""What is kept in memory for quick answers: everyone's names and the outlets; renewed after changes."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from dataclasses import dataclass

from index.models import Count
from index.names.book import NameBook
from index.store import marks, outlets, people
from index.store.database import Database

# A renewal that takes longer than this many seconds runs beside the questions instead of before them.
_QUICK = 0.1


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Names, outlets and months at one revision of the library."""

    revision: int
    names: NameBook
    sources: tuple[str, ...]
    months: tuple[Count, ...]


class Memory:
    """Names and outlets: those of now in a small library, in a large one those of a few seconds ago."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._renewal: asyncio.Task[None] | None = None
        self._seconds = 0.0
        self.snapshot = Snapshot(-1, NameBook(()), (), ())

    async def current(self) -> Snapshot:
        """What is in the library, read again only after a change (by whatever process)."""
        revision = await self._database.read(marks.revision)
        while revision > self.snapshot.revision:
            # A renewal that began before the last change may still be under way: then another follows.
            if self._renewal is None or self._renewal.done():
                self._renewal = asyncio.create_task(self._renew())
            if self._seconds > _QUICK:
                break
            await asyncio.shield(self._renewal)
        return self.snapshot

    async def close(self) -> None:
        """Wait for a renewal that is under way."""
        if self._renewal is not None:
            await asyncio.gather(self._renewal, return_exceptions=True)

    async def _renew(self) -> None:
        begun = time.perf_counter()
        self.snapshot = await self._database.read(_snapshot)
        self._seconds = time.perf_counter() - begun


def _snapshot(db: sqlite3.Connection) -> Snapshot:
    return Snapshot(
        marks.revision(db), NameBook(people.listings(db)), tuple(outlets.sources(db)), outlets.months(db)
    )
