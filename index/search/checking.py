"""Comparing a field's postings with the entries that they should have been made of."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from index.search.batches import Batch, Postings
from index.search.rows import Rows

_MASK = (1 << 64) - 1


class Ledger:
    """How many postings each word should have, and a sum over them that tells one set from another."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[int, int]] = {}

    def enter(self, postings: dict[str, Postings]) -> None:
        """Add the postings of further entries."""
        for word, found in postings.items():
            count, total = self._words.get(word, (0, 0))
            more, mixed = _sum(found)
            self._words[word] = (count + more, (total + mixed) & _MASK)

    def drift(self, rows: Rows) -> list[str]:
        """A line for each word whose postings in `rows` are not the ones entered."""
        lines = []
        stored = rows.words()
        for word in sorted(stored.keys() | self._words.keys()):
            expected, mixed = self._words.get(word, (0, 0))
            found = [_sum(block.postings) for block in rows.blocks(stored[word])] if word in stored else []
            actual = sum(count for count, _ in found)
            if actual != expected:
                lines.append(f"{word!r} is indexed for {actual} passages and stands in {expected}")
            elif sum(total for _, total in found) & _MASK != mixed:
                lines.append(f"{word!r} is indexed for other passages, or as more or less frequent, than it is")
        return lines


def _sum(postings: Postings) -> tuple[int, int]:
    """Count `postings` and add up a hash of each (the finalizer of splitmix64)."""
    mixed = postings.astype(np.uint64)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return len(mixed), int(np.sum(mixed ^ (mixed >> np.uint64(31)), dtype=np.uint64))


def drift(words: Rows, tags: Rows, batches: Iterable[Batch]) -> list[str]:
    """A line for each way in which the field is not what `batches` make of it."""
    word_ledger, tag_ledger = Ledger(), Ledger()
    passages = terms = 0
    for batch in batches:
        word_ledger.enter(batch.words)
        tag_ledger.enter(batch.tags)
        passages += batch.passages
        terms += batch.terms
    totals = words.totals()
    lines = []
    if (totals.passages, totals.terms) != (passages, terms):
        lines.append(
            f"{totals.passages} passages of {totals.terms} words are indexed, there are {passages} of {terms}"
        )
    return lines + word_ledger.drift(words) + tag_ledger.drift(tags)
