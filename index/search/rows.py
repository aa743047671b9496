"""The index's tables: terms and their ids, rows of postings, and the totals of a field."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from index.search.blocks import TAIL, Block, read

_PASSAGES = 32
_LAST = (1 << _PASSAGES) - 1

# Of each term the last row: whole where it is short, else its last posting alone.
_TAILS = """
WITH tail (term, key) AS (
    SELECT value, (
        SELECT max(key) FROM search_posting WHERE key BETWEEN value << 32 AND value << 32 | 4294967295
    ) FROM json_each(?)
)
SELECT term, key & 4294967295, length(words) / 4,
       CASE WHEN length(words) <= ? THEN words ELSE substr(words, -4) END
FROM tail JOIN search_posting USING (key)
"""
_BEFORE = """
SELECT key & 4294967295, words FROM search_posting
WHERE key < :key AND key >= :key >> 32 << 32 ORDER BY key DESC LIMIT 1
"""
_COVERING = """
SELECT key & 4294967295, words FROM search_posting
WHERE key BETWEEN coalesce(
    (SELECT max(key) FROM search_posting WHERE key BETWEEN :term << 32 AND :term << 32 | :first), :term << 32
) AND :term << 32 | :last ORDER BY key
"""
_ALL = "SELECT key & 4294967295, words FROM search_posting WHERE key BETWEEN ? AND ? ORDER BY key"
_EMPTY = """
DELETE FROM search_term WHERE id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
    SELECT 1 FROM search_posting WHERE key BETWEEN id << 32 AND id << 32 | 4294967295
)
"""


@dataclass(frozen=True, slots=True)
class Totals:
    """How many passages a field has, and the sum of their lengths."""

    passages: int
    terms: int

    @property
    def average(self) -> float:
        """The average length; 0 where nothing is indexed."""
        return self.terms / self.passages if self.passages else 0.0


@dataclass(frozen=True, slots=True)
class Tail:
    """The last row of a term: `size` postings; `block` holds all of them, or only the last one."""

    size: int
    block: Block

    @property
    def short(self) -> bool:
        """Whether the row may grow, and is held whole."""
        return self.size <= TAIL


class Rows:
    """The rows of one field, on the thread and in the transaction of `connection`."""

    def __init__(self, connection: sqlite3.Connection, field: str) -> None:
        self._connection = connection
        self._field = field

    def totals(self) -> Totals:
        """The field's totals; zeros where nothing was ever indexed."""
        found = self._connection.execute(
            "SELECT passages, terms FROM search_field WHERE field = ?", (self._field,)
        ).fetchone()
        return Totals(*found) if found else Totals(0, 0)

    def count(self, passages: int, terms: int) -> None:
        """Add to the totals (negative: take away)."""
        self._connection.execute(
            "INSERT INTO search_field VALUES (:field, :passages, :terms) ON CONFLICT DO UPDATE SET"
            " passages = passages + :passages, terms = terms + :terms",
            {"field": self._field, "passages": passages, "terms": terms},
        )

    def ids(self, words: Collection[str]) -> dict[str, int]:
        """The ids of those words that the field has."""
        return dict(
            self._connection.execute(
                "SELECT word, id FROM search_term WHERE field = ? AND word IN (SELECT value FROM json_each(?))",
                (self._field, json.dumps(list(words))),
            )
        )

    def learn(self, words: Collection[str]) -> dict[str, int]:
        """The ids of all `words`, new ones included."""
        self._connection.execute(
            "INSERT INTO search_term (field, word) SELECT ?, value FROM json_each(?) WHERE true"
            " ON CONFLICT DO NOTHING",
            (self._field, json.dumps(list(words))),
        )
        return self.ids(words)

    def forget(self, terms: Collection[int]) -> None:
        """Drop those of `terms` that no passage has any more."""
        self._connection.execute(_EMPTY, (json.dumps(list(terms)),))

    def tails(self, terms: Collection[int]) -> dict[int, Tail]:
        """The last row of each term that has one."""
        found = self._connection.execute(_TAILS, (json.dumps(list(terms)), 4 * TAIL))
        return {term: Tail(size, read(base, row)) for term, base, size, row in found}

    def before(self, term: int, base: int) -> Block | None:
        """The row before the one at `base`."""
        found = self._connection.execute(_BEFORE, {"key": term << _PASSAGES | base}).fetchone()
        return read(*found) if found else None

    def covering(self, term: int, first: int, last: int) -> list[Block]:
        """The rows that may speak of the passages from `first` to `last`."""
        found = self._connection.execute(_COVERING, {"term": term, "first": first, "last": last})
        return [read(base, row) for base, row in found]

    def blocks(self, term: int) -> list[Block]:
        """All rows of a term."""
        key = term << _PASSAGES
        return [read(base, row) for base, row in self._connection.execute(_ALL, (key, key | _LAST))]

    def write(self, blocks: Iterable[tuple[int, Block]]) -> None:
        """Put (term, block) rows in place, over the ones that begin where they do."""
        self._connection.executemany(
            "INSERT INTO search_posting VALUES (?, ?) ON CONFLICT DO UPDATE SET words = excluded.words",
            ((term << _PASSAGES | block.base, block.words.tobytes()) for term, block in blocks),
        )

    def drop(self, places: Iterable[tuple[int, int]]) -> None:
        """Delete the rows at (term, base)."""
        self._connection.executemany(
            "DELETE FROM search_posting WHERE key = ?", ((term << _PASSAGES | base,) for term, base in places)
        )

    def words(self) -> Mapping[str, int]:
        """Every word of the field with its id."""
        return dict(
            self._connection.execute("SELECT word, id FROM search_term WHERE field = ?", (self._field,))
        )

    def clear(self) -> None:
        """Delete everything the field has."""
        self._connection.execute(
            "DELETE FROM search_posting WHERE key >> 32 IN (SELECT id FROM search_term WHERE field = ?)",
            (self._field,),
        )
        self._connection.execute("DELETE FROM search_term WHERE field = ?", (self._field,))
        self._connection.execute("DELETE FROM search_field WHERE field = ?", (self._field,))
