"""Finding the best passages of a field, from one state of the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from index.search import oracle
from index.search.columns import Column, columns
from index.search.entries import Hits, Scores
from index.search.postings import LENGTH_BITS, LONGEST
from index.search.ranking import Keys, Weighed, rank, within
from index.search.rows import Rows
from index.search.scoring import best, saturations
from index.search.shelf import Shelf


@contextmanager
def one_state(connection: sqlite3.Connection) -> Iterator[None]:
    """Read everything from one state of the database, also while others write."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")


@dataclass(frozen=True, slots=True)
class Reader:
    """A field's words and tags, and the memory that holds what was read of them."""

    words: Rows
    tags: Rows
    shelf: Shelf

    def search(self, terms: Sequence[str], required: Sequence[Sequence[str]], limit: int) -> Hits:
        """The best `limit` passages that have any of `terms` and, of each group in `required`, a tag."""
        found, average = columns(self.words, self.shelf, terms), self.words.totals().average
        idf = self._idf(found)
        weighed = [Weighed(idf[term], column) for term, column in found.items() if column.size]
        if limit < 1 or not weighed:
            return Hits(np.empty(0, np.int64), np.empty(0), idf)
        passages, scores = rank(weighed, average, self._allowed(required), limit)
        keys, scores = best(passages.astype(np.int64), scores, limit)
        return Hits(keys, _by_the_oracle(keys.astype(np.uint32), found, idf, average), idf)

    def idf(self, terms: Sequence[str]) -> dict[str, float]:
        """The weight of each term, rarest first."""
        return self._idf(columns(self.words, self.shelf, terms))

    def scores(self, terms: Sequence[str], passages: Sequence[int]) -> Scores:
        """The score of each of `passages`, 0 where it has none of the terms."""
        wanted, places = np.unique(np.asarray(passages, np.uint32), return_inverse=True)
        found, table = columns(self.words, self.shelf, terms), saturations(self.words.totals().average)
        total = np.zeros(len(wanted))
        for term, weight in self._idf(found).items():
            total += weight * table[found[term].shapes(wanted)]
        return total[places]

    def held(self, terms: Sequence[str], passages: Sequence[int]) -> list[frozenset[str]]:
        """Which of the terms each of `passages` has."""
        wanted, places = np.unique(np.asarray(passages, np.uint32), return_inverse=True)
        has: list[set[str]] = [set() for _ in wanted]
        for term, column in columns(self.words, self.shelf, terms).items():
            for place in np.flatnonzero(column.shapes(wanted)).tolist():
                has[place].add(term)
        return [frozenset(has[place]) for place in places.tolist()]

    def _idf(self, found: Mapping[str, Column]) -> dict[str, float]:
        passages = self.words.totals().passages
        return {term: oracle.idf(passages, column.size) for term, column in found.items()}

    def _allowed(self, required: Sequence[Sequence[str]]) -> Keys | None:
        """The passages that have a tag of each group, rising; None where nothing is required."""
        allowed: Keys | None = None
        for group in required:
            tagged = [column.all().passages for column in columns(self.tags, self.shelf, group).values()]
            some = np.unique(np.concatenate([np.empty(0, np.uint32), *tagged]))
            allowed = some if allowed is None else allowed[within(some, allowed)]
        return allowed


def _by_the_oracle(hits: Keys, found: Mapping[str, Column], idf: Mapping[str, float], average: float) -> Scores:
    """The scores of the hits as rank-bm25 itself gives them."""
    rising = np.sort(hits)
    counts: list[dict[str, int]] = [{} for _ in hits]
    lengths = np.zeros(len(hits), np.int64)
    for term, column in found.items():
        shapes = column.shapes(rising)
        lengths = np.maximum(lengths, shapes & LONGEST)
        for count, frequency in zip(counts, (shapes >> LENGTH_BITS).tolist(), strict=True):
            count[term] = frequency
    scores = oracle.rescore(counts, lengths.tolist(), average, idf)
    return scores[np.searchsorted(rising, hits)]
