"""Comparing a field's postings with the entries that they should have been made of."""

from __future__ import annotations

import numpy as np

from index.errors import IndexDrifted
from index.search import postings
from index.search.batches import Batch
from index.search.columns import Memory, columns
from index.search.postings import Postings
from index.search.rows import Rows

_MASK = (1 << 64) - 1
# Terms whose postings are read together.
_AT_ONCE = 500


class Ledger:
    """How many postings each word should have, and a sum over them that tells one set from another."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[int, int]] = {}
        self._tags: dict[str, tuple[int, int]] = {}
        self._passages = 0
        self._terms = 0

    def enter(self, batch: Batch) -> None:
        """Add the postings of further entries."""
        self._passages += batch.passages
        self._terms += batch.terms
        _enter(self._words, batch.words)
        _enter(self._tags, batch.tags)

    def drift(self, words: Rows, tags: Rows) -> list[str]:
        """A line for each way in which the field is not what was entered."""
        totals = words.totals()
        lines = []
        if (totals.passages, totals.terms) != (self._passages, self._terms):
            lines.append(
                f"{totals.passages} passages of {totals.terms} words are indexed,"
                f" there are {self._passages} of {self._terms}"
            )
        try:
            return lines + _compared(words, self._words) + _compared(tags, self._tags)
        except IndexDrifted:
            return [*lines, "there are postings that are not as they were written"]


def _enter(sums: dict[str, tuple[int, int]], rows: dict[str, bytes]) -> None:
    for word, row in rows.items():
        count, total = sums.get(word, (0, 0))
        more, mixed = _sum(postings.read(row))
        sums[word] = (count + more, (total + mixed) & _MASK)


def _compared(rows: Rows, expected: dict[str, tuple[int, int]]) -> list[str]:
    lines = [f"{word!r} has a row of postings that is not as it was written" for word in sorted(rows.odd())]
    # Nothing that was kept in memory counts here.
    memory = Memory(0)
    words = sorted(rows.all_words() | expected.keys() | set().union(*memory.latest.read(rows).parts()))
    for start in range(0, len(words), _AT_ONCE):
        for word, column in columns(rows, memory, words[start : start + _AT_ONCE]).items():
            found, (count, total) = column.postings, expected.get(word, (0, 0))
            if (column.size, len(found)) != (count, count):
                lines.append(f"{word!r} is indexed for {column.size} passages and stands in {count}")
            elif _sum(found) != (count, total):
                lines.append(f"{word!r} is indexed for other passages, or as more or less frequent, than it is")
    return lines


def _sum(some: Postings) -> tuple[int, int]:
    """Count postings and add up a hash of each (the finalizer of splitmix64)."""
    mixed = some.passages.astype(np.uint64) << np.uint64(16) | some.shapes
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return len(mixed), int(np.sum(mixed ^ (mixed >> np.uint64(31)), dtype=np.uint64))
