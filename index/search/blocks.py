"""Blocks: a term's postings cut into rows, each with the passage from which its places are counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.batches import Postings
from index.search.packing import SHAPE_BITS, SPAN, Words

# An article appends to the short last block of each of its terms; a full one is folded into the block before
# it. So an add rewrites at most a kilobyte a term, and a long block once in TAIL postings.
TAIL = 256
# 256 KB a row at most: what removing one passage rewrites.
BLOCK = 1 << 16


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One row: `words` count their places from passage `base`."""

    base: int
    words: Words

    @property
    def passages(self) -> NDArray[np.int64]:
        """The keys of the passages, rising."""
        return (self.words >> SHAPE_BITS).astype(np.int64) + self.base

    @property
    def postings(self) -> Postings:
        """The same postings, counted from passage 0."""
        return self.words + np.uint64(self.base << SHAPE_BITS)

    @property
    def last(self) -> int:
        """The last passage."""
        return self.base + int(self.words[-1] >> SHAPE_BITS)


def read(base: int, row: bytes) -> Block:
    """The block of a stored row."""
    return Block(base, np.frombuffer(row, np.dtype("<u4")))


def cut(postings: Postings, base: int | None = None) -> Iterator[Block]:
    """Postings, in order, as blocks that are neither too long nor too wide; the first begins at `base`."""
    while len(postings):
        first = int(postings[0]) >> SHAPE_BITS if base is None else base
        shift = np.uint64(first << SHAPE_BITS)
        size = min(BLOCK, int(np.searchsorted(postings, shift + np.uint64(SPAN << SHAPE_BITS))))
        if size:
            yield Block(first, (postings[:size] - shift).astype(np.dtype("<u4")))
        postings, base = postings[size:], None


def joined(blocks: list[Block], postings: Postings) -> Postings:
    """The postings of `blocks` and `postings` in one order; ValueError where a passage is in both."""
    both = np.sort(np.concatenate([*(block.postings for block in blocks), postings]))
    passages = both >> np.uint64(SHAPE_BITS)
    if np.any(passages[1:] == passages[:-1]):
        raise ValueError("a passage is indexed already; remove it first")
    return both
