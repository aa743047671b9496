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

from index.library.room import Room
from index.models import Act, Count, Coverage, RoleLine
from index.search import Hits, SearchIndex
from index.store import articles, entries, people, statements
from index.store.database import on_thread
from index.store.statements import Card, Chunk, Limits, Statement

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

    async def held(self, terms: Sequence[str], chunks: Sequence[int]) -> Sequence[frozenset[str]]:
        """Which of the terms each of these chunks has, in their order."""
        return await self._body.held(self._db, terms, chunks)

    async def chunks(self, keys: Sequence[int]) -> Mapping[int, Chunk]:
        """These chunks by key; those that are gone are left out."""
        return await self.run(partial(statements.chunks, keys=keys))

    async def leads(self, articles: Sequence[int]) -> Mapping[int, Chunk]:
        """Article key -> its first chunk."""
        return await self.run(partial(statements.leads, articles=articles))

    async def cards(self, keys: Sequence[int]) -> Mapping[int, Card]:
        """These articles without their text; removed ones are left out."""
        return await self.run(partial(statements.cards, keys=keys))

    async def texts(self, keys: Sequence[int]) -> Mapping[int, str]:
        """The texts of these articles."""
        return await self.run(partial(statements.texts, keys=keys))

    async def key(self, article_id: str) -> int | None:
        """The key of an article that is in the library (also a withdrawn one), or None."""
        return await self.run(partial(articles.key_of, article_id=article_id))

    async def statements_in(self, articles: Collection[int]) -> Sequence[Statement]:
        """All statements of these articles, in text order within each."""
        return await self.run(partial(statements.in_articles, articles=articles))

    async def statements_at(
        self,
        passages: Collection[int],
        articles: Collection[int],
        speakers: Collection[str],
        acts: Collection[Act],
    ) -> Sequence[Statement]:
        """The statements in these passages and in the whole of these articles, in text order within each
        article; only of `speakers` and `acts` where there are any."""
        at = partial(statements.at, passages=passages, articles=articles, speakers=speakers, acts=acts)
        return await self.run(at)

    async def statements(
        self, limits: Limits, *, before: tuple[date | None, int] | None = None, limit: int = 200
    ) -> Sequence[Statement]:
        """Statements within the limits, newest first, after the place `before`."""
        return await self.run(partial(statements.within, limits=limits, before=before, limit=limit))

    async def count(self, limits: Limits) -> int:
        """How many statements are within the limits."""
        return await self.run(partial(statements.count, limits=limits))

    async def statement(self, statement_id: int) -> Statement | None:
        """One statement of an article that is not removed."""
        return await self.run(partial(statements.one, statement=statement_id))

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
        return await self.run(partial(statements.coverage, limits=limits or Limits()))

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Read something else from the same snapshot."""
        return await on_thread(self._db, work)


@asynccontextmanager
async def open_sources(room: Room) -> AsyncIterator[LibrarySources]:
    """One snapshot of the library to answer from, when it is this answer's turn."""
    async with room.turns, room.database.reading() as db:
        yield LibrarySources(db, room.body, room.titles)
