"""The index's tables: terms with their ids and rows of postings, and the totals of a field."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from index.search.postings import POSTING_BYTES

_COVERING = """
SELECT key & 4294967295, postings FROM search_posting WHERE key BETWEEN coalesce(
    (SELECT max(key) FROM search_posting WHERE key BETWEEN :term << 32 AND :term << 32 | :first), :term << 32
) AND :term << 32 | :last ORDER BY key
"""
_LISTED = """
SELECT posting.key >> 32, posting.key, posting.stamp, length(posting.postings)
FROM json_each(?) AS term JOIN search_posting AS posting
    ON posting.key BETWEEN term.value << 32 AND term.value << 32 | 4294967295
ORDER BY posting.key
"""
_LATEST = """
SELECT key & 4294967295, length(postings) FROM search_posting
WHERE key BETWEEN :term << 32 AND :term << 32 | 4294967295 ORDER BY key DESC LIMIT :limit
"""
_UNUSED = """
DELETE FROM search_term WHERE id IN (SELECT value FROM json_each(?)) AND tail = x'' AND NOT EXISTS (
    SELECT 1 FROM search_posting WHERE key BETWEEN id << 32 AND id << 32 | 4294967295
)
"""


@dataclass(frozen=True, slots=True)
class Totals:
    """How many passages a field has, the sum of their lengths, and a passage that none is above."""

    passages: int
    terms: int
    last: int

    @property
    def average(self) -> float:
        """The average length; 0 where nothing is indexed."""
        return self.terms / self.passages if self.passages else 0.0


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the field, and the row of its latest postings (empty where there are none)."""

    id: int
    tail: bytes


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of `search_posting` without its postings."""

    key: int
    stamp: int
    size: int


class Rows:
    """The rows of one field, on the thread and in the transaction of `connection`."""

    def __init__(self, connection: sqlite3.Connection, field: str) -> None:
        self._connection = connection
        self._field = field

    def totals(self) -> Totals:
        """The field's totals; zeros where nothing was ever indexed."""
        found = self._connection.execute(
            "SELECT passages, terms, last FROM search_field WHERE field = ?", (self._field,)
        ).fetchone()
        return Totals(*found) if found else Totals(0, 0, 0)

    def count(self, totals: Totals) -> None:
        """Replace the totals."""
        self._connection.execute(
            "INSERT OR REPLACE INTO search_field VALUES (?, ?, ?, ?)",
            (self._field, totals.passages, totals.terms, totals.last),
        )

    def terms(self, words: Collection[str]) -> dict[str, Term]:
        """Those of `words` that the field has."""
        found = self._connection.execute(
            "SELECT word, id, tail FROM search_term"
            " WHERE field = ? AND word IN (SELECT value FROM json_each(?))",
            (self._field, json.dumps(list(words))),
        )
        return {word: Term(number, tail) for word, number, tail in found}

    def all_words(self) -> set[str]:
        """Every term of the field, as written."""
        found = self._connection.execute("SELECT word FROM search_term WHERE field = ?", (self._field,))
        return {word for (word,) in found}

    def new_terms(self, tails: dict[str, bytes]) -> None:
        """Insert terms with their tails."""
        self._connection.executemany(
            "INSERT INTO search_term (field, word, tail) VALUES (?, ?, ?)",
            ((self._field, word, tail) for word, tail in tails.items()),
        )

    def put_tails(self, tails: Iterable[tuple[int, bytes]]) -> None:
        """Replace the tails of terms, given as (id, tail)."""
        self._connection.executemany(
            "UPDATE search_term SET tail = ? WHERE id = ?", ((tail, term) for term, tail in tails)
        )

    def forget(self, terms: Collection[int]) -> None:
        """Drop those of `terms` that no passage has any more."""
        self._connection.execute(_UNUSED, (json.dumps(list(terms)),))

    def listed(self, terms: Collection[int]) -> dict[int, list[Listed]]:
        """The rows of each term, in order."""
        found: dict[int, list[Listed]] = {term: [] for term in terms}
        for term, key, stamp, length in self._connection.execute(_LISTED, (json.dumps(list(terms)),)):
            found[term].append(Listed(key, stamp, length // POSTING_BYTES))
        return found

    def latest(self, term: int, limit: int) -> list[tuple[int, int]]:
        """First passage and size of the last rows of a term, the very last first."""
        found = self._connection.execute(_LATEST, {"term": term, "limit": limit})
        return [(first, length // POSTING_BYTES) for first, length in found]

    def covering(self, term: int, first: int, last: int) -> list[tuple[int, bytes]]:
        """The rows, each with its first passage, that are for the passages from `first` to `last`."""
        parameters = {"term": term, "first": first, "last": last}
        return self._connection.execute(_COVERING, parameters).fetchall()

    def postings(self, key: int) -> bytes:
        """The row with that key."""
        found = self._connection.execute("SELECT postings FROM search_posting WHERE key = ?", (key,)).fetchone()
        stored: bytes = found[0]
        return stored

    def write(self, rows: Iterable[tuple[int, int, bytes]]) -> None:
        """Put rows in place, given as (term, first passage, row)."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO search_posting VALUES (?, ?, ?)",
            ((term << 32 | first, random.getrandbits(62), stored) for term, first, stored in rows),
        )

    def drop(self, rows: Iterable[tuple[int, int]]) -> None:
        """Delete rows, given as (term, first passage)."""
        self._connection.executemany(
            "DELETE FROM search_posting WHERE key = ?", ((term << 32 | first,) for term, first in rows)
        )

    def clear(self) -> None:
        """Delete everything that the field has."""
        self._connection.execute(
            "DELETE FROM search_posting WHERE key >> 32 IN (SELECT id FROM search_term WHERE field = ?)",
            (self._field,),
        )
        self._connection.execute("DELETE FROM search_term WHERE field = ?", (self._field,))
        self._connection.execute("DELETE FROM search_field WHERE field = ?", (self._field,))
