"""BM25 over packed postings: the formula of rank-bm25, bit for bit, on numpy arrays."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from index.search.entries import Passages, Scores
from index.search.oracle import K1, B
from index.search.packing import SHAPES, Words, frequencies, lengths


@lru_cache(maxsize=4)
def saturations(average: float) -> Scores:
    """What a posting of each shape is worth before its idf, where passages are `average` terms long.

    Source of the formula: `BM25Okapi.get_scores`; the order of its operations is kept.
    """
    shapes: Words = np.arange(SHAPES, dtype=np.uint32)
    often = frequencies(shapes).astype(np.int64)
    long = lengths(shapes).astype(np.int64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return often * (K1 + 1) / (often + K1 * (1 - B + B * long / average))


def best(passages: Passages, scores: Scores, limit: int) -> tuple[Passages, Scores]:
    """The `limit` best, equal scores by passage key; passages with score 0 are no hits."""
    if len(scores) > limit:
        least = np.partition(scores, len(scores) - limit)[len(scores) - limit]
        kept = scores >= least
        passages, scores = passages[kept], scores[kept]
    order = np.lexsort((passages, -scores))[:limit]
    return passages[order], scores[order]
