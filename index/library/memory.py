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

# Where a renewal takes longer than this many seconds, it runs beside the questions instead of before them, and
# rests for so many times its length after it: a tenth of a core at most goes into names.
_QUICK = 0.1
_REST = 10


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Names, outlets and months at one revision of the library."""

    revision: int
    names: NameBook
    sources: tuple[str, ...]
    months: tuple[Count, ...]


class Memory:
    """Names and outlets: those of now in a small library, in a large one those of a little while ago."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._renewal: asyncio.Task[None] | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._seconds = 0.0
        self.snapshot = Snapshot(-1, NameBook(()), (), ())

    async def current(self) -> Snapshot:
        """What is in the library, read again only after a change (by whatever process)."""
        if _runs(self._keeping):
            return self.snapshot
        revision = await self._database.read(marks.revision)
        while revision > self.snapshot.revision:
            # A renewal that began before the last change may still be under way: then another follows.
            if self._renewal is None or not _runs(self._renewal):
                self._renewal = asyncio.create_task(self._renew())
            await asyncio.shield(self._renewal)
        if self._seconds > _QUICK and not _runs(self._keeping):
            self._keeping = asyncio.create_task(self._keep_up())
        return self.snapshot

    async def close(self) -> None:
        """Let go of what is under way."""
        if self._keeping is not None:
            self._keeping.cancel()
        tasks = [task for task in (self._renewal, self._keeping) if task is not None]
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _keep_up(self) -> None:
        """Renew after changes, asked or not, as long as that is slow."""
        while self._seconds > _QUICK:
            await asyncio.sleep(_REST * self._seconds)
            if await self._database.read(marks.revision) > self.snapshot.revision:
                await self._renew()

    async def _renew(self) -> None:
        begun = time.perf_counter()
        self.snapshot = await self._database.read(_snapshot)
        self._seconds = time.perf_counter() - begun


def _runs(task: asyncio.Task[None] | None) -> bool:
    return task is not None and not task.done()


def _snapshot(db: sqlite3.Connection) -> Snapshot:
    return Snapshot(
        marks.revision(db), NameBook(people.listings(db)), tuple(outlets.sources(db)), outlets.months(db)
    )
