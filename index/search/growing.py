"""The postings of a term as they were read, which grow at their end without being copied each time."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

import numpy as np

from index.search import postings
from index.search.postings import LONGEST, Postings

# Places for further postings in new arrays: one for so many that are there.
_SPARE = 8


class _Arrays:
    """Arrays of which the first `used` places are taken; nothing that is taken is ever written over."""

    def __init__(self, places: Postings, used: int) -> None:
        self.places = places
        self.used = used
        self.lock = Lock()


class Growing:
    """Postings in arrays that later states of the same term share; safe to use from several threads."""

    def __init__(self, arrays: _Arrays, size: int, peak: int) -> None:
        """`peak`: a shape that is worth at least as much as that of any of them."""
        self._arrays = arrays
        self.postings = arrays.places.part(slice(size))
        self.peak = peak

    @property
    def nbytes(self) -> int:
        """What the arrays take."""
        return self._arrays.places.passages.nbytes + self._arrays.places.shapes.nbytes

    def followed(self, start: int, more: Sequence[Postings]) -> Growing:
        """The first `start` of these postings, and `more` after them."""
        new = postings.joined(more) if more else self.postings.part(slice(0))
        size, old = start + len(new), len(self.postings)
        known = min(old, size) - start
        if not _same(self.postings.part(slice(start, start + known)), new.part(slice(known))):
            return _copied(self.postings.part(slice(start)), new)
        if size <= old:
            return Growing(self._arrays, size, self.peak)
        added = new.part(slice(known, None))
        peak = _higher(self.peak, postings.peak(added)) if old else postings.peak(added)
        with self._arrays.lock:
            places = self._arrays.places
            if self._arrays.used != old or size > len(places):
                return _copied(self.postings, added, peak)
            places.passages[old:size], places.shapes[old:size] = added.passages, added.shapes
            self._arrays.used = size
        return Growing(self._arrays, size, peak)


def _copied(old: Postings, new: Postings, peak: int | None = None) -> Growing:
    """Both in arrays of their own, with room for more where there were some before."""
    if not len(old):
        return Growing(_Arrays(new, len(new)), len(new), postings.peak(new) if peak is None else peak)
    size = len(old) + len(new)
    room = size + size // _SPARE
    places = Postings(np.empty(room, np.uint32), np.empty(room, np.uint16))
    places.passages[: len(old)], places.shapes[: len(old)] = old.passages, old.shapes
    places.passages[len(old) : size], places.shapes[len(old) : size] = new.passages, new.shapes
    whole = places.part(slice(size))
    return Growing(_Arrays(places, size), size, postings.peak(whole) if peak is None else peak)


def _same(one: Postings, other: Postings) -> bool:
    return np.array_equal(one.passages, other.passages) and np.array_equal(one.shapes, other.shapes)


def _higher(one: int, other: int) -> int:
    """The peak of both: the higher frequency, the smaller length."""
    return max(one & ~LONGEST, other & ~LONGEST) | min(one & LONGEST, other & LONGEST)


NOTHING = Growing(_Arrays(postings.read(b""), 0), 0, 0)
