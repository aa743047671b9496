"""A term as a search sees it: its weight, and its postings, read only as far as they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.search import postings
from index.search.postings import Postings
from index.search.rows import Listed, Rows
from index.search.shelf import Shelf


@dataclass(slots=True)
class Column:
    """The postings of one term; nothing is there for a term that the field does not have."""

    rows: Rows
    shelf: Shelf
    listed: Sequence[Listed] = ()
    tail: bytes = b""
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = postings.size(self.tail) + sum(row.size for row in self.listed)

    def _read(self, row: Listed) -> Postings:
        stored = self.shelf.get(row.stamp)
        if stored is None:
            stored = self.rows.postings(row.key)
            self.shelf.put(row.stamp, stored)
        return postings.read(stored)

    def all(self) -> Postings:
        """Every posting."""
        parts = [self._read(row) for row in self.listed]
        if self.tail or not parts:
            parts.append(postings.read(self.tail))
        if len(parts) == 1:
            return parts[0]
        return Postings(
            np.concatenate([part.passages for part in parts]), np.concatenate([part.shapes for part in parts])
        )

    def shapes(self, wanted: NDArray[np.uint32]) -> NDArray[np.uint16]:
        """The shape of the posting of each passage in `wanted`, rising; 0 where it does not have the term."""
        shapes = np.zeros(len(wanted), np.uint16)
        firsts = [row.key & 0xFFFFFFFF for row in self.listed]
        if self.tail:
            firsts.append(postings.first(self.tail))
        cuts = [*np.searchsorted(wanted, np.array(firsts, np.uint32)).tolist(), len(wanted)]
        for number, (start, end) in enumerate(pairwise(cuts)):
            if start == end:
                continue
            part = self._read(self.listed[number]) if number < len(self.listed) else postings.read(self.tail)
            here = wanted[start:end]
            at = np.minimum(np.searchsorted(part.passages, here), len(part) - 1)
            shapes[start:end] = part.shapes[at] * (part.passages[at] == here)
        return shapes


def columns(rows: Rows, shelf: Shelf, terms: Sequence[str]) -> dict[str, Column]:
    """The column of each term, rarest first (and by name where equally rare)."""
    known = rows.terms(set(terms))
    listed = rows.listed([term.id for term in known.values()])
    found = {word: Column(rows, shelf, listed[term.id], term.tail) for word, term in known.items()}
    for word in set(terms) - known.keys():
        found[word] = Column(rows, shelf)
    return {word: found[word] for word in sorted(found, key=lambda word: (found[word].size, word))}
