"""The open libraries: one file a server, opened when first needed, closed when idle."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.libraries import library_names, library_path

if TYPE_CHECKING:
    from index.library import Library

NEVER = datetime(1, 1, 1, tzinfo=UTC)
IDLE = timedelta(minutes=10)
# Answers worked out at a time in the whole process; more would share one interpreter and none be faster.
ANSWERS_AT_ONCE = 2


@dataclass(slots=True)
class _Place:
    """Where one library stands: closed (`library` None) or open and in use by `readers`."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    library: Library | None = None
    readers: int = 0
    used: datetime = NEVER


class Shelf:
    """Lends the library of a server, by the server's id."""

    def __init__(self, data: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.data = data
        self._clock = clock
        # All libraries share the process, so they share the turns: what acknowledges questions must not wait
        # behind what works on them.
        self._turns = asyncio.Semaphore(ANSWERS_AT_ONCE)
        self._places: dict[int, _Place] = {}

    @asynccontextmanager
    async def library(self, server: int, *, passing: bool = False) -> AsyncIterator[Library]:
        """The library of a server, created where there is none; one that is used only in `passing` does not
        stay open for it. Raises LibraryError."""
        place = self._places.setdefault(server, _Place())
        place.readers += 1
        try:
            async with place.lock:
                if place.library is None:
                    place.library = await self._open(place, server)
            yield place.library
        finally:
            place.readers -= 1
            if not passing:
                place.used = self._clock()

    def servers(self) -> list[int]:
        """The servers that have a library, open or not."""
        return [int(name) for name in library_names(self.data) if name.isdigit()]

    def opened(self) -> list[Library]:
        """The libraries that are open now."""
        return [place.library for place in self._places.values() if place.library is not None]

    def is_open(self, server: int) -> bool:
        """Whether the library of a server is open."""
        return server in self._places and self._places[server].library is not None

    async def close_idle(self) -> None:
        """Close the libraries that no one has used for a while."""
        for server, place in list(self._places.items()):
            if place.readers == 0 and self._clock() - place.used >= IDLE:
                await self._close(server, place)

    async def close(self) -> None:
        """Close all libraries."""
        for server, place in list(self._places.items()):
            await self._close(server, place)

    async def delete(self, server: int) -> None:
        """Close the library of a server and delete its file for good."""
        place = self._places.setdefault(server, _Place())
        await self._close(server, place)
        path = library_path(self.data, str(server))
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)

    async def _open(self, place: _Place, server: int) -> Library:
        # The first import takes a while; the loop goes on with other servers meanwhile.
        library = await asyncio.to_thread(importlib.import_module, "index.library")
        return await place.stack.enter_async_context(
            library.Library.open(library_path(self.data, str(server)), clock=self._clock, turns=self._turns)
        )

    async def _close(self, server: int, place: _Place) -> None:
        async with place.lock:
            place.library = None
            await place.stack.aclose()
        if place.readers == 0:
            self._places.pop(server, None)
