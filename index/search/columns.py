"""A term as a search sees it: how many passages have it, and its postings, read when they are needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexDrifted
from index.search import postings, recent
from index.search.postings import Postings
from index.search.recent import Batch
from index.search.rows import Rows, Term
from index.search.shelf import Shelf
from index.search.turns import Turns

_NOTHING = Term(0, 0, 0, b"")


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """A term's postings as they were when its rows had that stamp and `ending` came after them."""

    stamp: int
    ending: bytes
    postings: Postings
    peak: int


def _as_read(stamp: int, ending: bytes, whole: Postings) -> _Read:
    peak = postings.peak(whole)
    if peak >= postings.SHAPES:
        raise IndexDrifted
    return _Read(stamp, ending, whole, peak)


class Memory:
    """What was read of a library's index, kept within `budget` bytes; and who reads it now."""

    def __init__(self, budget: int) -> None:
        self.columns: Shelf[_Read] = Shelf(budget)
        self.batches: Shelf[Batch] = Shelf(budget)
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
        self._short = None if term.size else _as_read(term.stamp, ending, postings.read(ending))
        self.size = term.size + postings.size(ending)

    @property
    def postings(self) -> Postings:
        """Every posting, in the order of passages; IndexDrifted where they are none that were written."""
        return self._read().postings

    @property
    def peak(self) -> int:
        """A shape that is worth at least as much as that of any posting."""
        return self._read().peak

    def _read(self) -> _Read:
        if self._short is not None:
            return self._short
        kept = self._memory.columns.get(self._term.id)
        if kept is None or kept.stamp != self._term.stamp:
            parts = [postings.read(row) for row in self._rows.postings(self._term.id)]
        elif kept.ending != self._ending:
            parts = [kept.postings.part(slice(len(kept.postings) - postings.size(kept.ending)))]
        else:
            return kept
        if self._ending or not parts:
            parts.append(postings.read(self._ending))
        whole = postings.joined(parts)
        read = _as_read(self._term.stamp, self._ending, whole)
        self._memory.columns.put(self._term.id, read, whole.passages.nbytes + whole.shapes.nbytes)
        return read

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
    known, batches = rows.terms(words), recent.read(rows, memory.batches)
    found = {}
    for word in words:
        term = known.get(word, _NOTHING)
        ending = postings.extended(term.tail, recent.row(batches, word)) if batches else term.tail
        found[word] = Column(rows, memory, term, ending)
    return {word: found[word] for word in sorted(found, key=lambda word: (found[word].size, word))}
