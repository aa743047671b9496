"""The one door to the search index."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import TypeVar

import aiosqlite

from index.search import writing
from index.search.batches import Batch, invert
from index.search.checking import Ledger
from index.search.columns import Memory
from index.search.entries import Entry, Hits, Scores
from index.search.reading import Reader, one_state
from index.search.rows import Rows, Totals

T = TypeVar("T")

_CHECKED_AT_ONCE = 2000
# Bytes of postings kept in memory, by default: the most common words of a library of a million passages.
_MEMORY = 48 << 20


class SearchIndex:
    """BM25 over the texts of one field, with tags as exact filters.

    Every method takes the connection to work on. `add`, `remove` and `clear` belong to the caller's
    transaction; the others read one state of the database, whatever is written meanwhile. All work is done
    on the connection's own thread, off the event loop.
    """

    def __init__(self, field: str, *, memory: int = _MEMORY) -> None:
        """`memory`: how many bytes of postings are kept at most."""
        self.field = field
        self._memory = Memory(memory)

    async def add(self, db: aiosqlite.Connection, entries: Iterable[Entry]) -> None:
        """Index passages that are not indexed yet; many in one call cost far less than one by one.

        ValueError where a passage comes twice, or is found to be indexed already.
        """

        def write(words: Rows, tags: Rows, batch: Batch) -> None:
            totals = words.totals()
            after = batch.first if batch.first > totals.last else None
            writing.add(words, self._memory, batch.words, after=after)
            writing.add(tags, self._memory, batch.tags, after=after)
            words.count(
                Totals(
                    totals.passages + batch.passages, totals.terms + batch.terms, max(totals.last, batch.last)
                )
            )

        await self._write(db, entries, write)

    async def remove(self, db: aiosqlite.Connection, entries: Iterable[Entry]) -> None:
        """Take out passages, given as they were added; IndexDrifted where the index has them otherwise."""

        def write(words: Rows, tags: Rows, batch: Batch) -> None:
            totals = words.totals()
            writing.remove(words, self._memory, batch.words)
            writing.remove(tags, self._memory, batch.tags)
            words.count(Totals(totals.passages - batch.passages, totals.terms - batch.terms, totals.last))

        await self._write(db, entries, write)

    async def retag(self, db: aiosqlite.Connection, before: Sequence[Entry], after: Sequence[Entry]) -> None:
        """Change tags of indexed passages and leave their words: those of `before` go, those of `after` come.

        IndexDrifted where one of `before` is not there, ValueError where one of `after` is there already.
        """

        def work(connection: sqlite3.Connection) -> None:
            tags = Rows(connection, f"{self.field}#")
            if before:
                writing.remove(tags, self._memory, invert(before, self._memory.turns).tags)
            if after:
                writing.add(tags, self._memory, invert(after, self._memory.turns).tags, after=None)

        await _on_thread(db, work)

    async def search(
        self,
        db: aiosqlite.Connection,
        terms: Sequence[str],
        *,
        required: Sequence[Sequence[str]] = (),
        limit: int = 100,
    ) -> Hits:
        """The best passages that hold any of `terms` (as `tokens.terms` gives them, repeats count once).

        `required` is an AND of ORs: of each group a passage has at least one tag.
        """
        return await self._read(db, lambda reader: reader.search(terms, required, limit))

    async def scores(self, db: aiosqlite.Connection, terms: Sequence[str], passages: Sequence[int]) -> Scores:
        """The scores of given passages, in their order; 0 where a passage holds none of the terms."""
        return await self._read(db, lambda reader: reader.scores(terms, passages))

    async def held(
        self, db: aiosqlite.Connection, terms: Sequence[str], passages: Sequence[int]
    ) -> list[frozenset[str]]:
        """Which of the terms each of the given passages has, in their order."""
        return await self._read(db, lambda reader: reader.held(terms, passages))

    async def idf(self, db: aiosqlite.Connection, terms: Sequence[str]) -> Mapping[str, float]:
        """The weight of each term, rarest first; an unknown term weighs as one that occurs nowhere."""
        return await self._read(db, lambda reader: reader.idf(terms))

    async def check(
        self, db: aiosqlite.Connection, entries: Iterable[Entry] | AsyncIterable[Entry]
    ) -> list[str]:
        """Compare the index with all the entries that it should hold; a line for each difference."""
        ledger = Ledger()
        async for chunk in _chunks(entries):
            ledger.enter(await asyncio.to_thread(invert, _rising(chunk), self._memory.turns))
        return await self._read(db, lambda reader: ledger.drift(reader.words, reader.tags))

    async def clear(self, db: aiosqlite.Connection) -> None:
        """Delete all that the field holds."""

        def work(connection: sqlite3.Connection) -> None:
            Rows(connection, self.field).clear()
            Rows(connection, f"{self.field}#").clear()

        await _on_thread(db, work)

    async def _write(
        self,
        db: aiosqlite.Connection,
        entries: Iterable[Entry],
        write: Callable[[Rows, Rows, Batch], None],
    ) -> None:
        def work(connection: sqlite3.Connection) -> None:
            batch = invert(_rising(entries), self._memory.turns)
            if batch.passages:
                write(Rows(connection, self.field), Rows(connection, f"{self.field}#"), batch)

        await _on_thread(db, work)

    async def _read(self, db: aiosqlite.Connection, read: Callable[[Reader], T]) -> T:
        def work(connection: sqlite3.Connection) -> T:
            with one_state(connection):
                words, tags = Rows(connection, self.field), Rows(connection, f"{self.field}#")
                return read(Reader(words, tags, self._memory))

        with self._memory.turns.reading():
            return await _on_thread(db, work)


async def _on_thread(db: aiosqlite.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    """Run `work` on the connection's thread in one go.

    aiosqlite has no public way to do so; statement by statement, every one would cross threads twice (some
    30 us each), and a reader's statements could fall between another's.
    """
    result: T = await db._execute(lambda: work(db._conn))  # type: ignore[no-untyped-call]  # noqa: SLF001
    return result


def _rising(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.passage)


async def _chunks(entries: Iterable[Entry] | AsyncIterable[Entry]) -> AsyncIterator[list[Entry]]:
    """`entries` in lists that fit into memory."""
    if isinstance(entries, AsyncIterable):
        chunk: list[Entry] = []
        async for entry in entries:
            chunk.append(entry)
            if len(chunk) == _CHECKED_AT_ONCE:
                yield chunk
                chunk = []
        if chunk:
            yield chunk
        return
    iterator = iter(entries)
    while chunk := list(islice(iterator, _CHECKED_AT_ONCE)):
        yield chunk
