"""rank-bm25: the formula of every score in the index."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.search.postings import LONGEST, MOST_FREQUENT

K1 = 1.5
B = 0.75


def idf(passages: int, holding: int) -> float:
    """Lucene's smoothed form, which stays above 0 where a term is in most passages or in all."""
    return math.log(1 + (passages - holding + 0.5) / (holding + 0.5))


class Oracle(BM25Okapi):  # type: ignore[misc]  # rank_bm25 has no types
    """`BM25Okapi` with the smoothed idf.

    As it comes, it scores matches at or below 0 in a library of one or two passages, scores a word 0 that
    is in half of them, and cannot be built on none.
    """

    avgdl: float

    def __init__(self, corpus: Sequence[Sequence[str]]) -> None:
        super().__init__(corpus, k1=K1, b=B)

    def _initialize(self, corpus: Sequence[Sequence[str]]) -> dict[str, int]:
        if not corpus:
            return {}
        found: dict[str, int] = super()._initialize(corpus)
        return found

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.avgdl = self.avgdl or 1.0  # nothing but empty passages
        self.idf = {word: idf(self.corpus_size, holding) for word, holding in nd.items()}


@lru_cache(maxsize=32)
def saturations(average: float) -> NDArray[np.float64]:
    """What a posting of each shape is worth before its idf, where passages are `average` terms long.

    rank-bm25 scores them itself: a passage of every shape, and a word that weighs 1.
    """
    often = [{"": often} for often in range(MOST_FREQUENT + 1)]
    oracle = Oracle([])
    oracle.doc_freqs = [counts for counts in often for _ in range(LONGEST + 1)]
    oracle.doc_len = np.tile(np.arange(LONGEST + 1), len(often))
    oracle.corpus_size = len(oracle.doc_freqs)
    oracle.avgdl = average or 1.0
    oracle.idf = {"": 1.0}
    scores: NDArray[np.float64] = oracle.get_scores([""])
    scores.flags.writeable = False
    return scores
