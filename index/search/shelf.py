"""Rows of postings kept in memory, within a budget."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock


class Shelf:
    """The rows read last, by their stamps, up to `budget` bytes; safe to use from several threads.

    A stamp stands for one content for ever, so nothing here can be out of date, whichever connection or
    library it was read from.
    """

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._held = 0
        self._rows: OrderedDict[int, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, stamp: int) -> bytes | None:
        """The row with that stamp, if it is here."""
        with self._lock:
            row = self._rows.get(stamp)
            if row is not None:
                self._rows.move_to_end(stamp)
            return row

    def put(self, stamp: int, row: bytes) -> None:
        """Keep a row, at the cost of those not asked for longest."""
        with self._lock:
            if stamp in self._rows or len(row) > self._budget:
                return
            self._rows[stamp] = row
            self._held += len(row)
            while self._held > self._budget:
                self._held -= len(self._rows.popitem(last=False)[1])
