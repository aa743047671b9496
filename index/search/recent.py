"""The latest batches of a field, as added, until all their words are carried over to their terms.

Each word belongs to a slice. With batch number n, the words of slice n % SLICES are carried over out of all
batches; so a batch has nothing left, and is dropped, when SLICES - 1 more have come. What an add writes is
little and lies together, and the postings of a common word are written once for SLICES adds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from index.errors import IndexDrifted
from index.search import postings
from index.search.rows import SLICES, Rows, slice_of
from index.search.shelf import Shelf
from index.search.turns import Turns

# For each slice its words, each with the row of its postings.
Batch = Sequence[Mapping[str, bytes]]

# What the objects of a batch take in memory, times the length of its text.
_MEMORY = 4
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
            found = postings.joined_rows([part[word] for part in self.left(slice_of(word)) if word in part])
            self._rows[word] = found
        return found

    def parts(self) -> Iterator[Mapping[str, bytes]]:
        """All that is not carried over, each batch's part of a slice by itself."""
        return (part for number in range(SLICES) for part in self.left(number))

    def left(self, number: int) -> list[Mapping[str, bytes]]:
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

    def write(self, rows: Rows, new: Mapping[str, bytes]) -> list[Mapping[str, bytes]]:
        """Add a batch, given as the rows of its words; returns the parts that are to be carried over now."""
        before = self.read(rows)
        number = before.last + 1
        batch: list[dict[str, bytes]] = [{} for _ in range(SLICES)]
        for word, row in new.items():
            batch[slice_of(word)][word] = row
        stored = json.dumps(batch, default=bytes.hex, ensure_ascii=False, separators=(",", ":"))
        self._batches.put(rows.put_batch(number, stored), batch, _MEMORY * len(stored))
        rows.drop_batches(number - SLICES + 1)
        return [*before.left(number % SLICES), batch[number % SLICES]]

    def _batch(self, rows: Rows, stamp: int) -> Batch:
        batch = self._batches.get(stamp)
        if batch is None:
            stored = rows.batch(stamp)
            batch = _read(stored)
            self._batches.put(stamp, batch, _MEMORY * len(stored))
        return batch


def _read(stored: str) -> Batch:
    try:
        batch = [{word: bytes.fromhex(row) for word, row in part.items()} for part in json.loads(stored)]
    except (ValueError, TypeError, AttributeError) as error:
        raise IndexDrifted from error
    if len(batch) != SLICES:
        raise IndexDrifted
    return batch


def joined(parts: Sequence[Mapping[str, bytes]], turns: Turns) -> Mapping[str, bytes]:
    """The row of every word of the parts, which follow one another."""
    if len(parts) == 1:
        return parts[0]
    found: dict[str, list[bytes]] = {}
    for part in turns.after_readers(parts):
        for word, row in part.items():
            found.setdefault(word, []).append(row)
    return {word: postings.joined_rows(rows) for word, rows in turns.after_readers(found.items())}
