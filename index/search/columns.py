"""A term as a search sees it: how many passages have it, and its postings, read when they are needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexDrifted
from index.search import postings
from index.search.growing import NOTHING, Growing
from index.search.postings import Postings
from index.search.recent import Kept
from index.search.rows import Rows, Term
from index.search.shelf import Shelf
from index.search.turns import Turns

_NOTHING = Term(0, 0, 0, b"")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a term: its stamp, and how many postings it has."""

    stamp: int
    size: int


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """A term's postings as they were when it had that stamp and those rows, and `ending` came after them."""

    stamp: int
    rows: tuple[_Row, ...]
    ending: bytes
    found: Growing


_UNREAD = _Read(0, (), b"", NOTHING)


def _as_read(stamp: int, rows: tuple[_Row, ...], ending: bytes, found: Growing) -> _Read:
    if found.peak >= postings.SHAPES:
        raise IndexDrifted
    return _Read(stamp, rows, ending, found)


class Memory:
    """What was read of a library's index, kept within `budget` bytes; and who reads it now."""

    def __init__(self, budget: int) -> None:
        self.columns: Shelf[_Read] = Shelf(budget)
        self.latest = Kept(budget)
        self.turns = Turns()


class Column:
    """The postings of one term; nothing is there for a term that the field does not have.

    It keeps what is short; the rest it has from the memory or reads again, so that a question of very many
    terms takes no more room than the memory.
    """

    def __init__(self, rows: Rows, memory: Memory, term: Term, ending: bytes) -> None:
        """`ending`: the postings that are not in the term's rows."""
        self._rows = rows
        self._memory = memory
        self._term = term
        self._ending = ending
        self._short = (
            None
            if term.size
            else _as_read(term.stamp, (), ending, NOTHING.followed(0, [postings.read(ending)]))
        )
        self.size = term.size + postings.size(ending)

    @property
    def postings(self) -> Postings:
        """Every posting, in the order of passages; IndexDrifted where they are none that were written."""
        return self._read().found.postings

    @property
    def peak(self) -> int:
        """A shape that is worth at least as much as that of any posting."""
        return self._read().found.peak

    def _read(self) -> _Read:
        if self._short is not None:
            return self._short
        kept = self._memory.columns.get(self._term.id) or _UNREAD
        rows, new = kept.rows, list[Postings]()
        if kept.stamp != self._term.stamp:
            rows, new = self._changed(kept.rows)
        elif kept.ending == self._ending:
            return kept
        start = sum(row.size for row in rows[: len(rows) - len(new)])
        ending = [postings.read(self._ending)] if self._ending else []
        found = kept.found.followed(start, [*new, *ending])
        read = _as_read(self._term.stamp, rows, self._ending, found)
        self._memory.columns.put(self._term.id, read, found.nbytes)
        return read

    def _changed(self, known: Sequence[_Row]) -> tuple[tuple[_Row, ...], list[Postings]]:
        """The term's rows as they are now, and the postings of those after the first ones that are `known`."""
        stored = self._rows.stamps(self._term.id)
        pairs = zip(stored, known, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0][1] == pair[1].stamp, pairs))
        after = stored[same - 1][0] + 1 if same else 0
        new = [postings.read(row) for row in self._rows.postings(self._term.id, after)]
        rows = (_Row(stamp, len(read)) for (_, stamp), read in zip(stored[same:], new, strict=True))
        return (*known[:same], *rows), new

    def shapes(self, wanted: NDArray[np.uint32]) -> NDArray[np.uint16]:
        """The shape of the posting of each passage in `wanted`; 0 where it does not have the term."""
        whole = self.postings
        if not len(whole):
            return np.zeros(len(wanted), np.uint16)
        places, found = whole.find(wanted)
        return whole.shapes[places] * found


def columns(rows: Rows, memory: Memory, terms: Iterable[str]) -> dict[str, Column]:
    """The column of each term, rarest first (and by name where equally rare)."""
    words = set(terms)
    known, latest = rows.terms(words), memory.latest.read(rows)
    found = {}
    for word in words:
        term = known.get(word, _NOTHING)
        found[word] = Column(rows, memory, term, postings.extended(term.tail, latest.row(word)))
    return {word: found[word] for word in sorted(found, key=lambda word: (found[word].size, word))}
