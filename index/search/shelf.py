"""What was read of the index, kept in memory within a budget."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class Shelf(Generic[V]):
    """The values asked for last, by number, up to `budget` bytes; safe to use from several threads."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._held = 0
        self._values: OrderedDict[int, tuple[V, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, number: int) -> V | None:
        """The value under that number, if it is here."""
        with self._lock:
            found = self._values.get(number)
            if found is None:
                return None
            self._values.move_to_end(number)
            return found[0]

    def put(self, number: int, value: V, size: int) -> None:
        """Keep a value of `size` bytes, at the cost of those not asked for longest."""
        if size > self._budget:
            return
        with self._lock:
            self._held += size - self._values.pop(number, (None, 0))[1]
            self._values[number] = value, size
            while self._held > self._budget:
                self._held -= self._values.popitem(last=False)[1][1]
