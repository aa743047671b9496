"""The one door to the search index."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import TypeVar

import aiosqlite

from index.search import checking, reading, writing
from index.search.batches import Batch, Postings, invert
from index.search.entries import Entry, Hits, Scores
from index.search.rows import Rows

T = TypeVar("T")

_CHECKED_AT_ONCE = 2000


class SearchIndex:
    """BM25 over the texts of one field, with tags as exact filters.

    Every method takes the connection to work on. `add`, `remove` and `clear` belong to the caller's
    transaction; the others read one state of the database, whatever is written meanwhile. All work is done
    on the connection's own thread, off the event loop.
    """

    def __init__(self, field: str) -> None:
        self.field = field

    async def add(self, db: aiosqlite.Connection, entries: Iterable[Entry]) -> None:
        """Index passages that are not indexed yet; many in one call cost far less than one by one.

        ValueError where a passage comes twice, or is found to be indexed already.
        """
        await self._write(db, entries, writing.add, 1)

    async def remove(self, db: aiosqlite.Connection, entries: Iterable[Entry]) -> None:
        """Take out passages, given as they were added; IndexDrifted where the index has them otherwise."""
        await self._write(db, entries, writing.remove, -1)

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
        return await self._read(db, lambda w, t: reading.search(w, t, terms, required, limit))

    async def scores(self, db: aiosqlite.Connection, terms: Sequence[str], passages: Sequence[int]) -> Scores:
        """The scores of given passages, in their order; 0 where a passage holds none of the terms."""
        return await self._read(db, lambda words, _: reading.scores(words, terms, passages))

    async def idf(self, db: aiosqlite.Connection, terms: Sequence[str]) -> Mapping[str, float]:
        """The weight of each term, rarest first; an unknown term weighs as one that occurs nowhere."""
        return await self._read(db, lambda words, _: reading.weights(words, terms))

    async def check(
        self, db: aiosqlite.Connection, entries: Iterable[Entry] | AsyncIterable[Entry]
    ) -> list[str]:
        """Compare the index with all the entries that it should hold; a line for each difference."""
        batches = [invert(chunk) async for chunk in _chunks(entries)]
        return await self._read(db, lambda words, tags: checking.drift(words, tags, batches))

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
        write: Callable[[Rows, dict[str, Postings]], None],
        sign: int,
    ) -> None:
        def work(connection: sqlite3.Connection) -> None:
            batch: Batch = invert(entries)
            words = Rows(connection, self.field)
            write(words, batch.words)
            write(Rows(connection, f"{self.field}#"), batch.tags)
            words.count(sign * batch.passages, sign * batch.terms)

        await _on_thread(db, work)

    async def _read(self, db: aiosqlite.Connection, read: Callable[[Rows, Rows], T]) -> T:
        def work(connection: sqlite3.Connection) -> T:
            with reading.one_state(connection):
                return read(Rows(connection, self.field), Rows(connection, f"{self.field}#"))

        return await _on_thread(db, work)


async def _on_thread(db: aiosqlite.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    """Run `work` on the connection's thread in one go.

    aiosqlite has no public way to do so; statement by statement, every one would cross threads twice (some
    30 us each), and a reader's statements could fall between another's.
    """
    result: T = await db._execute(lambda: work(db._conn))  # type: ignore[no-untyped-call]  # noqa: SLF001
    return result


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
