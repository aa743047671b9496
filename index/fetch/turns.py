"""One request to a host at a time, with a pause between: many at once are a burden."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

_MOST_HOSTS = 512
# A Crawl-delay may ask for hours; nobody waits so long for a page.
LONGEST_GAP = 10.0


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    delay: float = 0.0


class Turns:
    """Hands out turns by host. `gap` and `queue` are in seconds; `clock` and `sleep` are injected."""

    def __init__(
        self,
        gap: float,
        queue: float,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._gap = gap
        self._queue = queue
        self._clock = clock
        self._sleep = sleep
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait for the turn of `host`; the next comes a gap after this one's end. Raises TimeoutError."""
        entry = self._hosts.setdefault(host, _Host())
        self._hosts.move_to_end(host)
        async with asyncio.timeout(self._queue):
            await entry.lock.acquire()
        try:
            wait = entry.free_at - self._clock()
            if wait > 0:
                await self._sleep(wait)
            yield
        finally:
            entry.free_at = self._clock() + max(self._gap, entry.delay)
            entry.lock.release()
            self._forget()

    def slow(self, host: str, delay: float) -> None:
        """Keep the longer pause that a host's robots.txt asks for."""
        if host in self._hosts:
            self._hosts[host].delay = min(delay, LONGEST_GAP)

    def _forget(self) -> None:
        """Keep the table small: drop hosts whose pause is over and for whom nobody waits."""
        if len(self._hosts) <= _MOST_HOSTS:
            return
        now = self._clock()
        idle = [host for host, entry in self._hosts.items() if not entry.lock.locked() and entry.free_at <= now]
        for host in idle[: len(self._hosts) - _MOST_HOSTS]:
            del self._hosts[host]
