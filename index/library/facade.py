"""The library: one file, opened once, and everything that can be asked of it or done to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

from index.library.articles import Articles
from index.library.audit import Audit
from index.library.feeds import Feeds
from index.library.flags import Flags
from index.library.follows import Follows
from index.library.people import People
from index.library.privacy import Privacy
from index.library.room import Clock, Room
from index.library.settings import LibrarySettingsDesk
from index.library.upkeep import Upkeep
from index.models import (
    Answer,
    Comparison,
    Context,
    Filters,
    Page,
    Passage,
    Profile,
    Understanding,
    Verification,
)
from index.store.database import Database


def utc_now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)


class Library:
    """One library file. Open it with `async with Library.open(path) as library`."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.articles = Articles(room)
        self.people = People()
        self.flags = Flags()
        self.follows = Follows()
        self.feeds = Feeds()
        self.settings = LibrarySettingsDesk()
        self.audit = Audit()
        self.privacy = Privacy()
        self.upkeep = Upkeep(room)

    @classmethod
    @asynccontextmanager
    async def open(
        cls, path: Path, *, create: bool = True, read_only: bool = False, clock: Clock = utc_now
    ) -> AsyncIterator[Self]:
        """Open (or create) the library file `path`; raises LibraryNewer, LibraryDamaged or LibraryUnwritable."""
        async with Database.open(path, create=create, read_only=read_only) as database:
            yield cls(Room(database, clock))

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
        raise NotImplementedError

    async def quotes(
        self, filters: Filters, *, topic: str = "", cursor: str | None = None, limit: int = 5
    ) -> Page[Passage]:
        """Statements within exact filters, newest first, or best first where there is a topic."""
        raise NotImplementedError

    async def passage(self, quote_id: int) -> Passage:
        """One statement; raises NotFound when it was withdrawn."""
        raise NotImplementedError

    async def verify(self, words: str, speaker: str | None = None) -> Verification:
        """Whether these words were said (by this person)."""
        raise NotImplementedError

    async def person(self, name: str) -> Profile:
        """What the library holds of a person; raises NotFound with near names."""
        raise NotImplementedError

    async def compare(self, left: str, right: str, topic: str) -> Comparison:
        """Two people on a topic, side by side."""
        raise NotImplementedError

    async def context(self, article_id: str, start: int, end: int) -> Context:
        """The neighbourhood of a slice of an article."""
        raise NotImplementedError

    def suggest(self, typed: str, limit: int = 25) -> list[str]:
        """Names for autocomplete, most quoted first; from memory."""
        raise NotImplementedError

    def sources(self) -> list[str]:
        """The outlets, most articles first; from memory."""
        raise NotImplementedError

    async def examples(self, limit: int = 3) -> list[str]:
        """Questions that this library answers."""
        raise NotImplementedError
