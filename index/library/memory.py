"""What is kept in memory for quick answers: everyone's names and the outlets; renewed after changes."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import dataclass

from index.library.namebook import NameBook
from index.store import marks, outlets, people
from index.store.database import Database


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Names and outlets at one revision of the library."""

    revision: int
    names: NameBook
    sources: tuple[str, ...]


class Memory:
    """Names and outlets, as new as the last `current`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = asyncio.Lock()
        self.snapshot = Snapshot(-1, NameBook(()), ())

    async def current(self) -> Snapshot:
        """What is in the library now, read again only after a change (by whatever process)."""
        revision = await self._database.read(marks.revision)
        if revision != self.snapshot.revision:
            async with self._lock:
                if revision > self.snapshot.revision:
                    self.snapshot = await self._database.read(_snapshot)
        return self.snapshot


def _snapshot(db: sqlite3.Connection) -> Snapshot:
    return Snapshot(marks.revision(db), NameBook(people.listings(db)), tuple(outlets.sources(db)))
