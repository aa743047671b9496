"""The latest batches of a field, as added, until all their words are carried over to their terms.

Each word belongs to a slice. With batch number n, the words of slice n % SLICES are carried over out of all
batches; so a batch has nothing left, and is dropped, when SLICES - 1 more have come. What an add writes is
little and lies together, and the postings of a common word are written once for SLICES adds.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping, Sequence

from index.errors import IndexDrifted
from index.search import postings
from index.search.rows import SLICES, Rows, slice_of
from index.search.shelf import Shelf

# A batch as read: for each slice its words, each with its passages and, after all of them, their shapes.
Batch = Sequence[Mapping[str, Sequence[int]]]

# What the objects of a batch take in memory, times the length of its text.
_MEMORY = 8
# Words that are remembered with what the batches have of them.
_WORDS = 4096


class Latest:
    """The batches that are there when `newest` is the newest one's stamp (0: none are)."""

    def __init__(self, newest: int, first: int, batches: Sequence[Batch]) -> None:
        """`first`: the number of the first of the batches."""
        self.newest = newest
        self._first = first
        self._batches = batches
        self._rows: dict[str, bytes] = {}

    @property
    def last(self) -> int:
        """The number of the newest batch, -1 where there is none."""
        return self._first + len(self._batches) - 1

    def row(self, word: str) -> bytes:
        """The postings of a word that are not carried over."""
        if not self._batches:
            return b""
        found = self._rows.get(word)
        if found is None:
            if len(self._rows) >= _WORDS:
                self._rows.clear()
            found = _row([part[word] for part in self._left(slice_of(word)) if word in part])
            self._rows[word] = found
        return found

    def rows(self, slices: Iterable[int] | None = None) -> dict[str, bytes]:
        """The postings that are not carried over, of every word of the slices (None: of all)."""
        found: dict[str, list[Sequence[int]]] = {}
        for number in range(SLICES) if slices is None else slices:
            for part in self._left(number):
                for word, numbers in part.items():
                    found.setdefault(word, []).append(numbers)
        return {word: _row(parts) for word, parts in found.items()}

    def _left(self, number: int) -> list[Mapping[str, Sequence[int]]]:
        """What each batch has of a slice, since that was carried over with a batch."""
        carried = self.last - (self.last - number) % SLICES
        return [batch[number] for batch in self._batches[max(0, carried + 1 - self._first) :]]


class Kept:
    """What was read of the latest batches: each batch once, within `budget` bytes, and all of a field's."""

    def __init__(self, budget: int) -> None:
        self._batches: Shelf[Batch] = Shelf(budget)
        self._latest: dict[str, Latest] = {}

    def read(self, rows: Rows) -> Latest:
        """The batches as they stand; IndexDrifted where one is not as it was written."""
        newest = rows.newest()
        latest = self._latest.get(rows.field)
        if latest is None or latest.newest != newest:
            stored = rows.recent()
            first = stored[0][0] if stored else 0
            latest = Latest(newest, first, [self._batch(rows, stamp) for _, stamp in stored])
            self._latest[rows.field] = latest
        return latest

    def write(self, rows: Rows, new: Mapping[str, bytes]) -> dict[str, bytes]:
        """Add a batch, given as the rows of its words; returns those that are to be carried over now."""
        before = self.read(rows)
        number = before.last + 1
        rows.put_batch(number, _packed(new))
        rows.drop_batches(number - SLICES + 1)
        due = before.rows([number % SLICES])
        for word, row in new.items():
            if slice_of(word) == number % SLICES:
                due[word] = postings.extended(due.get(word, b""), row)
        return due

    def _batch(self, rows: Rows, stamp: int) -> Batch:
        batch = self._batches.get(stamp)
        if batch is None:
            stored = rows.batch(stamp)
            batch = _read(stored)
            self._batches.put(stamp, batch, _MEMORY * len(stored))
        return batch


def _packed(new: Mapping[str, bytes]) -> str:
    batch: list[dict[str, tuple[int, ...]]] = [{} for _ in range(SLICES)]
    for word, row in new.items():
        count = postings.size(row)
        batch[slice_of(word)][word] = struct.unpack(f"<{count}I{count}H", row)
    return json.dumps(batch, ensure_ascii=False, separators=(",", ":"))


def _read(stored: str) -> Batch:
    try:
        batch: Batch = json.loads(stored)
    except ValueError as error:
        raise IndexDrifted from error
    if len(batch) != SLICES:
        raise IndexDrifted
    return batch


def _row(parts: Sequence[Sequence[int]]) -> bytes:
    """One row of parts that follow one another, each its passages and then their shapes."""
    halves = [(numbers, len(numbers) // 2) for numbers in parts]
    passages = [number for numbers, half in halves for number in numbers[:half]]
    return postings.row(passages, [number for numbers, half in halves for number in numbers[half:]])
