"""What goes into the search index and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Passages: TypeAlias = NDArray[np.int64]
Scores: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Entry:
    """One passage (or title) as it is indexed.

    `passage` is its key, 1 to 2**32 - 1, best handed out in rising order; `tags` are exact terms that
    filters name ("source:the herald"), compared character for character.
    """

    passage: int
    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """Passages with their BM25 scores, best first, equal scores by passage key.

    `idf` has the weight of every term asked for, in the order in which they were added up (rarest
    first); a term that the index does not hold weighs as one that occurs nowhere.
    """

    passages: Passages
    scores: Scores
    idf: Mapping[str, float]
