"""rank-bm25: the formula that every score in the index is held to."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

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


def rescore(
    counts: Sequence[Mapping[str, int]], lengths: Sequence[int], average: float, weights: Mapping[str, float]
) -> NDArray[np.float64]:
    """Score a few passages by rank-bm25 itself, with the figures of the whole corpus.

    `counts` are each passage's frequencies of the terms in `weights` (term -> idf, in the order of adding
    up), `lengths` their numbers of terms, `average` the corpus's average length.
    """
    oracle = Oracle([])
    oracle.corpus_size = len(counts)
    oracle.doc_freqs = list(counts)
    oracle.doc_len = list(lengths)
    oracle.avgdl = average
    oracle.idf = dict(weights)
    scores: NDArray[np.float64] = oracle.get_scores(list(weights))
    return scores
