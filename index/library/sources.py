"""What answering reads of a library: rows and two search fields, over one snapshot."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import date
from functools import partial
from typing import TypeVar

import aiosqlite
import numpy as np
from numpy.typing import NDArray

from index.answering import Card, Chunk, Limits, Statement
from index.library.room import Room
from index.models import Count, Coverage, RoleLine
from index.search import Hits, SearchIndex
from index.store import articles, entries, people, statements
from index.store.database import on_thread
from index.store.moments import day
from index.store.statements import Bounds, StatementRow

T = TypeVar("T")


class LibrarySources:
    """The `Sources` of answering over one read connection."""

    def __init__(self, db: aiosqlite.Connection, body: SearchIndex, titles: SearchIndex) -> None:
        self._db = db
        self._body = body
        self._titles = titles

    async def body(
        self, terms: Sequence[str], required: Sequence[Sequence[str]] = (), limit: int = 100
    ) -> Hits:
        """The best chunks for the terms among those with one tag of each of `required`."""
        return await self._body.search(self._db, terms, required=required, limit=limit)

    async def titles(self, terms: Sequence[str], limit: int = 100) -> Hits:
        """The best articles (keys) by their titles."""
        return await self._titles.search(self._db, terms, limit=limit)

    async def body_scores(self, terms: Sequence[str], chunks: Sequence[int]) -> NDArray[np.float64]:
        """The scores of these chunks, in their order; 0 where no term is in."""
        return await self._body.scores(self._db, terms, chunks)

    async def owners(self, chunks: Sequence[int]) -> Mapping[int, int]:
        """Chunk key -> the key of its article; chunks that are gone are left out."""
        rows = await self.run(partial(statements.chunk_rows, keys=chunks))
        return {key: article for key, article, _, _ in rows}

    async def chunks(self, keys: Sequence[int]) -> Mapping[int, Chunk]:
        """These chunks with their text; keys that are gone are left out."""
        return await self.run(partial(_chunks, keys=keys))

    async def leads(self, articles: Sequence[int]) -> Mapping[int, int]:
        """Article key -> the key of its first chunk."""
        return await self.run(partial(statements.leads, articles=articles))

    async def cards(self, keys: Sequence[int]) -> Mapping[int, Card]:
        """These articles without their text; removed ones are left out."""
        rows = await self.run(partial(statements.cards, keys=keys))
        return {
            row.key: Card(row.key, row.id, row.title, row.source, row.url, day(row.published)) for row in rows
        }

    async def texts(self, keys: Sequence[int]) -> Mapping[int, str]:
        """The texts of these articles."""
        return await self.run(partial(statements.texts, keys=keys))

    async def key(self, article_id: str) -> int | None:
        """The key of an article that is in the library (also a withdrawn one), or None."""
        return await self.run(partial(articles.key_of, article_id=article_id))

    async def statements_in(self, articles: Collection[int]) -> Sequence[Statement]:
        """All statements of these articles, in text order within each."""
        return _statements(await self.run(partial(statements.in_articles, articles=articles)))

    async def statements(
        self, limits: Limits, *, before: tuple[date | None, int] | None = None, limit: int = 200
    ) -> Sequence[Statement]:
        """Statements within the limits, newest first, after the place `before`."""
        rows = await self.run(partial(statements.within, bounds=_bounds(limits), before=before, limit=limit))
        return _statements(rows)

    async def count(self, limits: Limits) -> int:
        """How many statements are within the limits."""
        return await self.run(partial(statements.count, bounds=_bounds(limits)))

    async def statement(self, statement_id: int) -> Statement | None:
        """One statement of an article that is not removed."""
        row = await self.run(partial(statements.one, statement=statement_id))
        return None if row is None else _statements([row])[0]

    async def speaker_tag(self, name: str) -> str | None:
        """The tag of a person's passages, None for someone who never speaks."""
        key = await self.run(partial(people.key_of, name=name))
        return None if key is None else entries.speaker_tag(key)

    async def aliases(self, name: str) -> Sequence[str]:
        """Every form in which the articles write this person."""
        key = await self.run(partial(people.key_of, name=name))
        return () if key is None else await self.run(partial(people.aliases, person=key))

    async def roles(self, name: str) -> Sequence[RoleLine]:
        """Roles as the articles state them, most often stated first."""
        key = await self.run(partial(people.key_of, name=name))
        return () if key is None else await self.run(partial(people.role_lines, person=key))

    async def speakers(self, limit: int = 50) -> Sequence[Count]:
        """The people with most statements."""
        return await self.run(partial(people.speakers, limit=limit))

    async def coverage(self, limits: Limits | None = None) -> Coverage:
        """How many articles there are (within source and dates) and from when to when."""
        number, oldest, newest = await self.run(
            partial(statements.coverage, bounds=_bounds(limits or Limits()))
        )
        return Coverage(number, day(oldest), day(newest))

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Read something else from the same snapshot."""
        return await on_thread(self._db, work)


def _bounds(limits: Limits) -> Bounds:
    return Bounds(limits.speaker, limits.acts, limits.source, limits.since, limits.until)


def _statements(rows: Sequence[StatementRow]) -> list[Statement]:
    return [Statement(*row[:9], day(row.published), row.source) for row in rows]


def _chunks(db: sqlite3.Connection, keys: Sequence[int]) -> dict[int, Chunk]:
    rows = statements.chunk_rows(db, keys)
    texts = statements.texts(db, sorted({article for _, article, _, _ in rows}))
    return {
        key: Chunk(key, article, start, end, texts[article][start:end]) for key, article, start, end in rows
    }


@asynccontextmanager
async def open_sources(room: Room) -> AsyncIterator[LibrarySources]:
    """One snapshot of the library to answer from, when it is this answer's turn."""
    async with room.turns, room.database.reading() as db:
        yield LibrarySources(db, room.body, room.titles)
