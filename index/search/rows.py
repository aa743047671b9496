"""The index's tables, as far as one field goes: its totals, its latest batches, its terms and their rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from secrets import randbits
from zlib import crc32

from index.search.postings import POSTING_BYTES, first

# Words are carried over to their terms slice by slice (see `recent`), so the terms of a slice lie side by side:
# the number of the slice stands above these bits of a term's id.
SLICES = 128
_SLICE = 24
# The rows of a term have its id above these bits of their keys, and a passage in them.
_PASSAGE = 0xFFFFFFFF

_STAMPS = f"""
SELECT key & {_PASSAGE}, stamp FROM search_posting
WHERE key BETWEEN :term << 32 AND :term << 32 | {_PASSAGE} ORDER BY key
"""  # noqa: S608 -- a constant
_FROM = f"""
SELECT postings FROM search_posting
WHERE key BETWEEN :term << 32 | :first AND :term << 32 | {_PASSAGE} ORDER BY key
"""  # noqa: S608 -- a constant
_COVERING = f"""
SELECT key & {_PASSAGE}, postings FROM search_posting WHERE key BETWEEN coalesce(
    (SELECT max(key) FROM search_posting WHERE key BETWEEN :term << 32 AND :term << 32 | :first), :term << 32
) AND :term << 32 | :last ORDER BY key
"""  # noqa: S608 -- a constant
_LATEST = f"""
SELECT key & {_PASSAGE}, length(postings) FROM search_posting
WHERE key BETWEEN :term << 32 AND :term << 32 | {_PASSAGE} ORDER BY key DESC LIMIT :limit
"""  # noqa: S608 -- a constant


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
    """A term as it is stored: how many postings its rows have, their stamp, and its latest postings."""

    id: int
    size: int
    stamp: int
    tail: bytes


def stamp() -> int:
    """A number that nothing else gets."""
    return randbits(62)


def slice_of(word: str) -> int:
    """The slice of a word, from 0 up to SLICES."""
    return crc32(word.encode()) % SLICES


class Rows:
    """The rows of one field, on the thread and in the transaction of `connection`."""

    def __init__(self, connection: sqlite3.Connection, field: str) -> None:
        self._connection = connection
        self.field = field

    def totals(self) -> Totals:
        """The field's totals; zeros where nothing was ever indexed."""
        found = self._connection.execute(
            "SELECT passages, terms, last FROM search_field WHERE field = ?", (self.field,)
        ).fetchone()
        return Totals(*found) if found else Totals(0, 0, 0)

    def count(self, totals: Totals) -> None:
        """Replace the totals."""
        self._connection.execute(
            "INSERT OR REPLACE INTO search_field VALUES (?, ?, ?, ?)",
            (self.field, totals.passages, totals.terms, totals.last),
        )

    def newest(self) -> int:
        """The stamp of the newest batch; 0 where there is none."""
        found = self._connection.execute(
            "SELECT stamp FROM search_recent WHERE field = ? ORDER BY number DESC LIMIT 1", (self.field,)
        ).fetchone()
        return 0 if found is None else int(found[0])

    def recent(self) -> list[tuple[int, int]]:
        """Number and stamp of the batches that are not wholly carried over yet, in order."""
        return self._connection.execute(
            "SELECT number, stamp FROM search_recent WHERE field = ? ORDER BY number", (self.field,)
        ).fetchall()

    def batch(self, stamp: int) -> str:
        """The batch with that stamp."""
        found = self._connection.execute("SELECT postings FROM search_recent WHERE stamp = ?", (stamp,))
        stored: str = found.fetchone()[0]
        return stored

    def put_batch(self, number: int, batch: str) -> int:
        """Add a batch; returns its stamp."""
        new = stamp()
        self._connection.execute(
            "INSERT INTO search_recent VALUES (?, ?, ?, ?)", (new, self.field, number, batch)
        )
        return new

    def drop_batches(self, last: int) -> None:
        """Delete the batches up to the one with that number."""
        self._connection.execute(
            "DELETE FROM search_recent WHERE field = ? AND number <= ?", (self.field, last)
        )

    def terms(self, words: Collection[str]) -> dict[str, Term]:
        """Those of `words` that the field has outside its latest batches."""
        found = self._connection.execute(
            "SELECT word, id, size, stamp, tail FROM search_term"
            " WHERE field = ? AND word IN (SELECT value FROM json_each(?))",
            (self.field, json.dumps(list(words))),
        )
        return {word: Term(*term) for word, *term in found}

    def all_words(self) -> set[str]:
        """Every term that the field has outside its latest batches, as written."""
        found = self._connection.execute("SELECT word FROM search_term WHERE field = ?", (self.field,))
        return {word for (word,) in found}

    def new_terms(self, number: int, tails: Iterable[tuple[str, bytes]]) -> None:
        """Insert terms of a slice with their tails."""
        start = number << _SLICE
        last = self._connection.execute(
            "SELECT coalesce(max(id), :start) FROM search_term WHERE id BETWEEN :start AND :end",
            {"start": start, "end": start | (1 << _SLICE) - 1},
        ).fetchone()[0]
        self._connection.executemany(
            "INSERT INTO search_term VALUES (?, ?, ?, 0, 0, ?)",
            ((term, self.field, word, tail) for term, (word, tail) in enumerate(tails, last + 1)),
        )

    def put_terms(self, terms: Iterable[Term]) -> None:
        """Replace what is stored of terms; those that no passage has any more are dropped."""
        gone: list[tuple[int]] = []

        def held() -> Iterator[tuple[int, int, bytes, int]]:
            for term in terms:
                if term.size or term.tail:
                    yield term.size, term.stamp, term.tail, term.id
                else:
                    gone.append((term.id,))

        self._connection.executemany(
            "UPDATE search_term SET size = ?, stamp = ?, tail = ? WHERE id = ?", held()
        )
        self._connection.executemany("DELETE FROM search_term WHERE id = ?", gone)

    def stamps(self, term: int) -> list[tuple[int, int]]:
        """First passage and stamp of each row of a term, in order."""
        return self._connection.execute(_STAMPS, {"term": term}).fetchall()

    def postings(self, term: int, first: int = 0) -> list[bytes]:
        """The rows of a term from the one that begins with the passage `first` on, in order."""
        found = self._connection.execute(_FROM, {"term": term, "first": first})
        return [stored for (stored,) in found]

    def odd(self) -> set[str]:
        """The terms with a row that is not whole or not where its first passage says."""
        found = self._connection.execute(
            "SELECT word, key, postings FROM search_posting JOIN search_term ON search_term.id = key >> 32"
            " WHERE field = ?",
            (self.field,),
        )
        return {
            word
            for word, key, stored in found
            if not stored or len(stored) % POSTING_BYTES or first(stored) != key & _PASSAGE
        }

    def latest(self, term: int, limit: int) -> list[tuple[int, int]]:
        """First passage and size of the last rows of a term, the very last first."""
        found = self._connection.execute(_LATEST, {"term": term, "limit": limit})
        return [(start, length // POSTING_BYTES) for start, length in found]

    def covering(self, term: int, first: int, last: int) -> list[tuple[int, bytes]]:
        """The rows, each with its first passage, that are for the passages from `first` to `last`."""
        parameters = {"term": term, "first": first, "last": last}
        return self._connection.execute(_COVERING, parameters).fetchall()

    def row(self, term: int, first: int) -> bytes:
        """The row of a term that is for the passages from `first` on."""
        found = self._connection.execute(
            "SELECT postings FROM search_posting WHERE key = ?", (term << 32 | first,)
        )
        stored: bytes = found.fetchone()[0]
        return stored

    def write(self, rows: Iterable[tuple[int, int, bytes]]) -> None:
        """Put rows in place, given as (term, first passage, row)."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO search_posting VALUES (?, ?, ?)",
            ((term << 32 | first, stamp(), stored) for term, first, stored in rows),
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
            (self.field,),
        )
        for table in ("search_recent", "search_term", "search_field"):
            self._connection.execute(f"DELETE FROM {table} WHERE field = ?", (self.field,))  # noqa: S608 -- constants
