"""Postings as they are stored: passages in rising order, and with each how often and in how long a text."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FREQUENCY_BITS = 5
LENGTH_BITS = 9
# Both saturate: a passage holds some 256 terms, and past 31 a repetition adds next to nothing to its score.
MOST_FREQUENT = (1 << FREQUENCY_BITS) - 1
LONGEST = (1 << LENGTH_BITS) - 1
# A shape, frequency << LENGTH_BITS | length, is below SHAPES; the shape of a tag is 0.
SHAPES = 1 << FREQUENCY_BITS + LENGTH_BITS

# Searching for a passage takes as long as entering so many postings in a table, which pays for more than FEW.
_SEARCH = 16
_FEW = 4096

PASSAGE_BYTES = 4
POSTING_BYTES = 6


def shape(frequency: int, length: int) -> int:
    """The shape of a posting; a frequency or length past the maximum counts as the maximum."""
    return min(frequency, MOST_FREQUENT) << LENGTH_BITS | min(length, LONGEST)


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Some postings of one term, in the order of their passages, each passage once."""

    passages: NDArray[np.uint32]
    shapes: NDArray[np.uint16]

    def __len__(self) -> int:
        return len(self.passages)

    def part(self, chosen: slice | NDArray[np.bool_ | np.intp]) -> Postings:
        """Those at `chosen`."""
        return Postings(self.passages[chosen], self.shapes[chosen])

    def find(self, wanted: NDArray[np.uint32]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """For each passage in `wanted` a place, and whether its posting is there; quickest where they rise."""
        if not len(self) or not len(wanted):
            return np.zeros(len(wanted), np.intp), np.zeros(len(wanted), np.bool_)
        if len(wanted) > _FEW and len(wanted) * _SEARCH > len(self):
            table = np.zeros(max(int(self.passages[-1]), int(wanted.max())) + 1, np.int32)
            table[self.passages] = np.arange(1, len(self) + 1, dtype=np.int32)
            found = table[wanted]
            return found.astype(np.intp) - 1, found > 0
        places = self.passages.searchsorted(wanted)
        places[places == len(self)] = 0
        return places, self.passages[places] == wanted


# A row is the little-endian passages, 4 bytes each, and after all of them the shapes, 2 bytes each.


def row(passages: Sequence[int], shapes: Sequence[int]) -> bytes:
    """Pack passages, rising, and the shape of each."""
    return struct.pack(f"<{len(passages)}I{len(shapes)}H", *passages, *shapes)


def size(stored: bytes) -> int:
    """How many postings a row has."""
    return len(stored) // POSTING_BYTES


def first(stored: bytes) -> int:
    """The first passage of a row."""
    return int.from_bytes(stored[:PASSAGE_BYTES], "little")


def last(stored: bytes) -> int:
    """The last passage of a row."""
    end = size(stored) * PASSAGE_BYTES
    return int.from_bytes(stored[end - PASSAGE_BYTES : end], "little")


def extended(stored: bytes, more: bytes) -> bytes:
    """One row of two, where the passages of the second come after those of the first."""
    return joined_rows([stored, more])


def joined_rows(rows: Sequence[bytes]) -> bytes:
    """One row of several, where the passages of each come after those of the one before."""
    if len(rows) == 1:
        return rows[0]
    ends = [size(row) * PASSAGE_BYTES for row in rows]
    passages = [row[:end] for row, end in zip(rows, ends, strict=True)]
    return b"".join(passages + [row[end:] for row, end in zip(rows, ends, strict=True)])


def read(stored: bytes) -> Postings:
    """The postings of a row, without copying them."""
    count = size(stored)
    return Postings(
        np.frombuffer(stored, np.dtype("<u4"), count),
        np.frombuffer(stored, np.dtype("<u2"), count, count * PASSAGE_BYTES),
    )


def pack(postings: Postings) -> bytes:
    """The row of postings."""
    return postings.passages.astype("<u4").tobytes() + postings.shapes.astype("<u2").tobytes()


def peak(some: Postings) -> int:
    """The shape of a term as frequent as in any of these texts, in one as short as the shortest."""
    if not len(some):
        return 0
    return int(some.shapes.max()) & ~LONGEST | int((some.shapes & LONGEST).min())


def joined(parts: Sequence[Postings]) -> Postings:
    """All postings, where the passages of each part come after those of the one before."""
    if len(parts) == 1:
        return parts[0]
    return Postings(
        np.concatenate([part.passages for part in parts]), np.concatenate([part.shapes for part in parts])
    )


def merged(parts: Sequence[Postings]) -> Postings:
    """All postings in one order; ValueError where a passage comes twice."""
    whole = joined(parts)
    whole = whole.part(np.argsort(whole.passages, kind="stable"))
    if np.any(whole.passages[1:] == whole.passages[:-1]):
        raise ValueError("a passage is indexed already; remove it first")
    return whole
