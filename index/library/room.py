"""What every desk of a library works with: the file, the clock, the search index, and what is kept in
memory."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Collection, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import aiosqlite

from index.library.memory import Memory
from index.models import Passage
from index.search import SearchIndex
from index.store import audit, entries, marks
from index.store.database import Database, on_thread
from index.store.deriving import Fresh

T = TypeVar("T")
Clock = Callable[[], datetime]

# How long every change can be undone.
UNDO = timedelta(hours=24)


@dataclass(slots=True)
class Change:
    """One audited change while it is made; `say` describes it, `drop` undoes it without a trace."""

    db: aiosqlite.Connection
    entry: int
    at: datetime
    subject: str = ""
    before: str = ""
    after: str = ""
    reverts: int | None = None
    dropped: bool = field(default=False)

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run a part of the change on the writer."""
        return await on_thread(self.db, work)

    def say(self, subject: str, before: str = "", after: str = "", *, reverts: int | None = None) -> None:
        """Describe the change for the audit log."""
        self.subject, self.before, self.after, self.reverts = subject, before, after, reverts

    def drop(self) -> None:
        """Nothing was changed after all: no trace, no audit entry."""
        self.dropped = True


class _Dropped(Exception):
    pass


class Room:
    """The file, the clock, the two search fields, the names in memory, and whose turn it is to be answered."""

    def __init__(self, database: Database, clock: Clock, turns: asyncio.Semaphore) -> None:
        self.database = database
        self.clock = clock
        self.turns = turns
        self.body = SearchIndex("body")
        self.titles = SearchIndex("title")
        self.memory = Memory(database)
        self._cited: set[str] = set()

    @property
    def undoable_since(self) -> datetime:
        """Changes from this moment on can be undone."""
        return self.clock() - UNDO

    def cite(self, passages: Iterable[Passage]) -> None:
        """Note which articles an answer cites; nothing of the question."""
        self._cited.update(passage.article for passage in passages)

    def take_cited(self) -> frozenset[str]:
        """The articles cited since this was last asked."""
        cited, self._cited = frozenset(self._cited), set()
        return cited

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work` on one snapshot of the library."""
        return await self.database.read(work)

    @asynccontextmanager
    async def change(self, by: str, action: str) -> AsyncIterator[Change]:
        """A transaction that leaves exactly one audit entry, or no trace at all."""
        at = self.clock()
        try:
            async with self.database.writing() as db:
                entry = await on_thread(db, partial(audit.begin, at=at, by=by, action=action))
                change = Change(db, entry, at)
                yield change
                await on_thread(db, partial(_complete, change=change))
        except _Dropped:
            return

    async def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work` in a transaction of its own that is no audited change: nothing of truth may be touched."""
        async with self.database.writing() as db:
            return await on_thread(db, work)

    async def unindex(self, change: Change, keys: Collection[int]) -> None:
        """Take articles out of the search index, as they stand now."""
        wanted = sorted(keys)
        await self.body.remove(change.db, await change.run(lambda db: entries.body(db, wanted)))
        await self.titles.remove(change.db, await change.run(lambda db: entries.titles(db, wanted)))

    async def index(self, change: Change, derived: Collection[Fresh]) -> None:
        """Put articles into the search index, as they stand now."""
        counts = {one.key: one.counts for one in derived}
        wanted = sorted(counts)
        await self.body.add(change.db, await change.run(lambda db: entries.body(db, wanted, counts)))
        await self.titles.add(change.db, await change.run(lambda db: entries.titles(db, wanted)))


def _complete(db: sqlite3.Connection, change: Change) -> None:
    if change.dropped:
        raise _Dropped
    audit.complete(
        db,
        change.entry,
        subject=change.subject,
        before=change.before,
        after=change.after,
        reverts=change.reverts,
    )
    marks.bump(db)
