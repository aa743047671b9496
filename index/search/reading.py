"""Finding the best passages of a field, from one state of the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from index.search import oracle, ranking
from index.search.columns import Column, Memory, columns
from index.search.entries import Hits, Scores
from index.search.ranking import Keys, Weighed
from index.search.rows import Rows, Totals

_NONE = np.empty(0, np.uint32)


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
    memory: Memory

    def search(self, terms: Sequence[str], required: Sequence[Sequence[str]], limit: int) -> Hits:
        """The best `limit` passages that have any of `terms` and, of each group in `required`, a tag."""
        found, totals = columns(self.words, self.memory, terms), self.words.totals()
        idf = _idf(found, totals)
        weighed = [Weighed(idf[term], column) for term, column in found.items() if column.size]
        if limit < 1 or not weighed:
            return Hits(np.empty(0, np.int64), np.empty(0), idf)
        passages, scores = ranking.rank(weighed, totals.average, self._allowed(required), limit)
        return Hits(*ranking.best(passages, scores, limit), idf)

    def idf(self, terms: Sequence[str]) -> dict[str, float]:
        """The weight of each term, rarest first."""
        return _idf(columns(self.words, self.memory, terms), self.words.totals())

    def scores(self, terms: Sequence[str], passages: Sequence[int]) -> Scores:
        """The score of each of `passages`, 0 where it has none of the terms."""
        wanted, places = np.unique(np.asarray(passages, np.uint32), return_inverse=True)
        found, totals = columns(self.words, self.memory, terms), self.words.totals()
        table, total = oracle.saturations(totals.average), np.zeros(len(wanted))
        for term, weight in _idf(found, totals).items():
            total += weight * table[found[term].shapes(wanted)]
        return total[places]

    def held(self, terms: Sequence[str], passages: Sequence[int]) -> list[frozenset[str]]:
        """Which of the terms each of `passages` has."""
        wanted, places = np.unique(np.asarray(passages, np.uint32), return_inverse=True)
        has: list[set[str]] = [set() for _ in wanted]
        for term, column in columns(self.words, self.memory, terms).items():
            for place in np.flatnonzero(column.shapes(wanted)).tolist():
                has[place].add(term)
        return [frozenset(has[place]) for place in places.tolist()]

    def _allowed(self, required: Sequence[Sequence[str]]) -> Keys | None:
        """The passages that have a tag of each group, rising; None where nothing is required."""
        allowed: Keys | None = None
        for group in required:
            tagged = [column.postings.passages for column in columns(self.tags, self.memory, group).values()]
            some = (
                tagged[0] if len(tagged) == 1 else np.unique(np.concatenate([np.empty(0, np.uint32), *tagged]))
            )
            allowed = some if allowed is None else allowed[ranking.within(some, allowed)]
        return allowed


def _idf(found: Mapping[str, Column], totals: Totals) -> dict[str, float]:
    return {term: oracle.idf(totals.passages, column.size) for term, column in found.items()}
