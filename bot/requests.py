"""One request from Discord: its id, from interaction to answer, and the work that a stop waits for."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_current: ContextVar[str] = ContextVar("request", default="-")


def current() -> str:
    """The id of the request being answered, "-" outside of one. It is the reference code of an error."""
    return _current.get()


def begin() -> str:
    """Begin a request in this task; returns its id."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(7))
    _current.set(code)
    return code


class Work:
    """The requests under way."""

    def __init__(self) -> None:
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @contextmanager
    def one(self) -> Iterator[None]:
        """One request, from its start to its answer."""
        self._running += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._running -= 1
            if self._running == 0:
                self._idle.set()

    async def drained(self, seconds: float) -> bool:
        """Wait until nothing is under way, at most `seconds`; whether it came to that."""
        try:
            await asyncio.wait_for(self._idle.wait(), seconds)
        except TimeoutError:
            return False
        return True
