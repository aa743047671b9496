"""One request to a host at a time, with a pause between: many at once are a burden."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

_MOST_HOSTS = 512
# A Crawl-delay may ask for hours; nobody waits so long for a page.
LONGEST_GAP = 10.0


class Crowded(TimeoutError):
    """The turn at a host did not come in time."""


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

    @contextmanager
    def visit(self) -> Iterator[Visit]:
        """A visitor's way from host to host; the turn at the last one ends with it."""
        visit = Visit(self)
        try:
            yield visit
        finally:
            visit.leave()

    async def take(self, name: str) -> _Host:
        """Wait for the turn of a host. Raises Crowded."""
        host = self._hosts.setdefault(name, _Host())
        self._hosts.move_to_end(name)
        try:
            async with asyncio.timeout(self._queue):
                await host.lock.acquire()
        except TimeoutError as error:
            raise Crowded from error
        wait = host.free_at - self._clock()
        try:
            if wait > 0:
                await self._sleep(wait)
        except BaseException:
            host.lock.release()
            raise
        return host

    def give(self, host: _Host) -> None:
        """End the turn at a host; the next comes a gap after."""
        host.free_at = self._clock() + max(self._gap, host.delay)
        host.lock.release()
        self._forget()

    def _forget(self) -> None:
        """Keep the table small: drop hosts whose pause is over and for whom nobody waits."""
        if len(self._hosts) <= _MOST_HOSTS:
            return
        now = self._clock()
        idle = [name for name, host in self._hosts.items() if not host.lock.locked() and host.free_at <= now]
        for name in idle[: len(self._hosts) - _MOST_HOSTS]:
            del self._hosts[name]


class Visit:
    """Somebody who is at one host at a time, so that no two can wait for each other."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._name = ""
        self._host: _Host | None = None

    async def go(self, name: str) -> None:
        """Wait for the turn at a host, unless it is this one's already. Raises Crowded."""
        if name != self._name:
            self.leave()
            self._host = await self._turns.take(name)
            self._name = name

    def slow(self, delay: float) -> None:
        """Keep the longer pause that the present host's robots.txt asks for."""
        if self._host is not None:
            self._host.delay = min(delay, LONGEST_GAP)

    def leave(self) -> None:
        """End the turn at the present host."""
        if self._host is not None:
            self._turns.give(self._host)
        self._name, self._host = "", None
