"""The library: one file, opened once, and everything that can be asked of it or done to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

from index import answering
from index.errors import Nobody, NotFound
from index.library import citing, reindexing
from index.library.articles import Articles
from index.library.audit import Audit
from index.library.feeds import Feeds
from index.library.flags import Flags
from index.library.follows import Follows
from index.library.people import People
from index.library.privacy import Privacy
from index.library.rechecks import Rechecks
from index.library.room import Clock, Room
from index.library.settings import LibrarySettingsDesk
from index.library.sources import open_sources
from index.library.upkeep import Upkeep
from index.models import (
    Answer,
    Comparison,
    Context,
    Count,
    Filters,
    Page,
    Passage,
    Profile,
    Understanding,
    Verification,
)
from index.questions import understand
from index.store import quotes
from index.store.database import Database

# Nobody asks in more characters; what comes after is not read.
_LONGEST_QUESTION = 1000
# Fewer than a library has readers: there is always one left for a look at the settings.
ANSWERS_AT_ONCE = 2


def utc_now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)


class Library:
    """One library file. Open it with `async with Library.open(path) as library`."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.articles = Articles(room)
        self.people = People(room)
        self.flags = Flags(room)
        self.follows = Follows(room)
        self.feeds = Feeds(room)
        self.rechecks = Rechecks(room)
        self.settings = LibrarySettingsDesk(room)
        self.audit = Audit(room)
        self.privacy = Privacy(room)
        self.upkeep = Upkeep(room)

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        path: Path,
        *,
        create: bool = True,
        read_only: bool = False,
        clock: Clock = utc_now,
        turns: asyncio.Semaphore | None = None,
    ) -> AsyncIterator[Self]:
        """Open (or create) the library file `path`; raises LibraryNewer, LibraryDamaged or
        LibraryUnwritable.

        `turns` is how many answers are worked out at a time, here and in the libraries that share it.
        """
        async with Database.open(path, create=create, read_only=read_only) as database:
            room = Room(database, clock, turns or asyncio.Semaphore(ANSWERS_AT_ONCE))
            await reindexing.catch_up(room)
            await room.memory.current()
            try:
                yield cls(room)
            finally:
                await room.memory.close()

    async def ask(
        self,
        question: str,
        *,
        speaker: str | None = None,
        source: str | None = None,
        since: date | None = None,
        until: date | None = None,
        as_of: date | None = None,
        limit: int = 5,
        after: Understanding | None = None,
    ) -> Answer:
        """Answer a question, or say an honest no; `after` is what was understood of the question before it."""
        memory = await self._room.memory.current()
        today = as_of or self._room.clock().date()
        understood = understand(
            question[:_LONGEST_QUESTION], names=memory.names, sources=memory.sources, today=today, after=after
        )
        filters = Filters(speaker=self._name(speaker), source=self._source(source), since=since, until=until)
        async with open_sources(self._room) as sources:
            answer = await answering.ask(
                sources, question, understood, filters=filters, as_of=as_of, limit=limit
            )
        self._room.cite(answer.passages if answer.answered else ())
        return answer

    async def quotes(
        self, filters: Filters, *, topic: str = "", cursor: str | None = None, limit: int = 5
    ) -> Page[Passage]:
        """Statements within exact filters, newest first, or best first where there is a topic."""
        await self._room.memory.current()
        exact = replace(filters, speaker=self._name(filters.speaker), source=self._source(filters.source))
        async with open_sources(self._room) as sources:
            page = await answering.quotes(sources, exact, topic=topic, cursor=cursor, limit=limit)
        self._room.cite(page.items)
        return page

    async def passage(self, quote_id: int) -> Passage:
        """One statement; raises NotFound when it was withdrawn, with the days when it stood and when it
        went."""
        async with open_sources(self._room) as sources:
            found = await citing.statement(sources, quote_id)
        if found is not None:
            return found
        gone = await self._room.read(lambda db: quotes.vanished(db, quote_id))
        if gone is None:
            raise NotFound(
                "There is no such statement in this library.", "Its article may have been withdrawn."
            )
        raise NotFound(
            f"The statement that stood in the article on {gone.since.date()} is gone since {gone.gone.date()}.",
            "The article was changed or withdrawn.",
        )

    async def verify(self, words: str, speaker: str | None = None) -> Verification:
        """Whether these words were said (by this person)."""
        await self._room.memory.current()
        async with open_sources(self._room) as sources:
            return await answering.verify(sources, words, self._name(speaker))

    async def person(self, name: str) -> Profile:
        """What the library holds of a person; raises Nobody with near names."""
        known = await self.known(name)
        async with open_sources(self._room) as sources:
            return await answering.profile(sources, known)

    async def compare(self, left: str, right: str, topic: str) -> Comparison:
        """Two people on a topic, side by side; raises Nobody with near names."""
        one, other = await self.known(left), await self.known(right)
        async with open_sources(self._room) as sources:
            return await answering.compare(sources, one, other, topic)

    async def context(self, article_id: str, start: int, end: int) -> Context:
        """The neighbourhood of a slice of an article; raises NotFound."""
        async with open_sources(self._room) as sources:
            return await answering.context(sources, article_id, start, end)

    async def refresh(self) -> None:
        """Make what comes from memory as new as the library; in a large one that is so a little later."""
        await self._room.memory.current()

    def suggest(self, typed: str, limit: int = 25) -> list[str]:
        """Names for autocomplete, most quoted first; from memory, so as new as the last question or refresh."""
        return self._room.memory.snapshot.names.suggest(typed, limit)

    def sources(self) -> list[str]:
        """The outlets, most articles first; from memory."""
        return list(self._room.memory.snapshot.sources)

    def months(self) -> tuple[Count, ...]:
        """How many articles each month has, newest first; from memory."""
        return self._room.memory.snapshot.months

    def namesakes(self, words: str) -> tuple[str, ...]:
        """Those whom one name in `words` may mean, most quoted first; none where it is clear; from memory."""
        names = self._room.memory.snapshot.names
        if " " in words and (names.resolve(words) or "").casefold() == words.casefold():
            return ()  # a full name is clear, whoever else has it in a longer one
        found = names.find(words)
        return next((match.names for match in found if len(match.names) > 1), ())

    async def known(self, name: str) -> str:
        """The library's name for someone; raises Nobody with near names."""
        names = (await self._room.memory.current()).names
        known = names.resolve(name)
        if known is None:
            raise Nobody(name, near=names.near(name))
        return known

    async def examples(self, limit: int = 3) -> list[str]:
        """Questions that this library answers."""
        async with open_sources(self._room) as sources:
            return await answering.examples(sources, limit)

    def _name(self, name: str | None) -> str | None:
        """The library's name for someone; the words themselves where nobody bears them, so that nothing is
        found."""
        return None if name is None else self._room.memory.snapshot.names.resolve(name) or name

    def _source(self, source: str | None) -> str | None:
        if source is None:
            return None
        folded = source.strip().casefold()
        known = self._room.memory.snapshot.sources
        return next((one for one in known if one.casefold() == folded), source)
