"""One request from Discord: its id, from interaction to answer, and the work that a stop waits for."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

log = logging.getLogger(__name__)

# Typing into an option asks at every key; the log would hold nothing else.
AUTOCOMPLETE = "autocomplete"
_ANSWERED = "answered"
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_current: ContextVar[str] = ContextVar("request", default="-")
_outcome: ContextVar[str] = ContextVar("outcome", default=_ANSWERED)


def current() -> str:
    """The id of the request being answered, "-" outside of one. It is the reference code of an error."""
    return _current.get()


def begin() -> str:
    """Begin a request in this task; returns its id."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(7))
    _current.set(code)
    _outcome.set(_ANSWERED)
    return code


def end_as(outcome: str) -> None:
    """The request of this task ends in an error; `outcome` is its template's name."""
    _outcome.set(outcome)


class Work:
    """The requests under way. Each leaves a line in the log; `note` hears what it was, its end, its time."""

    def __init__(self) -> None:
        self.running = 0
        self.note: Callable[[str, str, float], None] | None = None
        self._idle = asyncio.Event()
        self._idle.set()

    @contextmanager
    def one(self, request: str = "message") -> Iterator[None]:
        """One request, from its start to its answer; `request` is a command's name or what else came."""
        began = time.monotonic()
        self.running += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._ended(request, time.monotonic() - began)
            self.running -= 1
            if self.running == 0:
                self._idle.set()

    def _ended(self, request: str, seconds: float) -> None:
        level = logging.DEBUG if request == AUTOCOMPLETE else logging.INFO
        log.log(level, "%s: %s after %.0f ms", request, _outcome.get(), seconds * 1000)
        if self.note is not None:
            self.note(request, _outcome.get(), seconds)

    async def drained(self, seconds: float) -> bool:
        """Wait until nothing is under way, at most `seconds`; whether it came to that."""
        try:
            await asyncio.wait_for(self._idle.wait(), seconds)
        except TimeoutError:
            return False
        return True
