"""What goes into the search index and what comes out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from index.search.postings import shape
from index.text import tokens

Passages: TypeAlias = NDArray[np.int64]
Scores: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Counted:
    """A text as the index takes it: its different terms, the shape of each one's posting, the number of all."""

    words: tuple[str, ...]
    shapes: tuple[int, ...]
    length: int


def count(text: str) -> Counted:
    """Count the terms of a text; most of the work of indexing it, and may be done in another process."""
    found = tokens.terms(text)
    counts = Counter(found)
    shapes = tuple(shape(frequency, len(found)) for frequency in counts.values())
    return Counted(tuple(counts), shapes, len(found))


@dataclass(frozen=True, slots=True)
class Entry:
    """One passage (or title) as it is indexed.

    `passage` is its key, 1 to 2**32 - 1, best handed out in rising order; `tags` are exact terms that
    filters name ("source:the herald"), compared character for character; `counted` is what `count` says of
    `text`, where that is known.
    """

    passage: int
    text: str
    tags: tuple[str, ...] = ()
    counted: Counted | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """Passages with their BM25 scores, best first, equal scores by passage key.

    `idf` has the weight of every term asked for, in the order in which they were added up (rarest
    first); a term that the index does not hold weighs as one that occurs nowhere.
    """

    passages: Passages
    scores: Scores
    idf: Mapping[str, float]
