"""Questions before imports: whoever writes much waits a moment where somebody reads."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

# Rows of a table between two looks; less than a millisecond of work.
_ROWS = 64
# Seconds for which a writer waits at each look, at most, and between two glances.
_LONGEST = 0.006
_GLANCE = 0.0002


class Turns:
    """Who reads just now.

    Threads of one interpreter run one at a time. A reader gives way many times during a question (at every row
    and every larger array), and would each time wait for a writer until the interpreter makes it stop (5 ms).
    """

    def __init__(self) -> None:
        self._reading = 0

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Be known as a reader; on the event loop's thread."""
        self._reading += 1
        try:
            yield
        finally:
            self._reading -= 1

    def after_readers(self, items: Iterable[T], at_once: int = _ROWS) -> Iterator[T]:
        """`items`, `at_once` of them after each wait for readers; on any thread."""
        for number, item in enumerate(items):
            if self._reading and number % at_once == 0:
                end = time.monotonic() + _LONGEST
                while self._reading and time.monotonic() < end:
                    time.sleep(_GLANCE)
            yield item
