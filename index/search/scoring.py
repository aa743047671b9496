"""BM25 over packed postings: the formula of rank-bm25, bit for bit, on numpy arrays."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from index.search.entries import Passages, Scores
from index.search.oracle import K1, B
from index.search.postings import LENGTH_BITS, LONGEST, SHAPES


@lru_cache(maxsize=4)
def saturations(average: float) -> Scores:
    """What a posting of each shape is worth before its idf, where passages are `average` terms long.

    Source of the formula: `BM25Okapi.get_scores`; the order of its operations is kept.
    """
    shapes = np.arange(SHAPES)
    often, long = shapes >> LENGTH_BITS, shapes & LONGEST
    return often * (K1 + 1) / (often + K1 * (1 - B + B * long / (average or 1.0)))


def most(average: float) -> float:
    """No posting is worth more before its idf: a text is no shorter than its most frequent term."""
    grid = saturations(average).reshape(-1, LONGEST + 1)
    return float(max(grid[often, often] for often in range(len(grid))))


def best(passages: Passages, scores: Scores, limit: int) -> tuple[Passages, Scores]:
    """The `limit` best, equal scores by passage key; what scores 0 is no hit."""
    kept = scores > 0
    if np.count_nonzero(kept) > limit:
        kept = scores >= kth(scores, limit)
    passages, scores = passages[kept], scores[kept]
    order = np.lexsort((passages, -scores))[:limit]
    return passages[order], scores[order]


def kth(scores: Scores, count: int) -> float:
    """The `count`th best score; 0 where there are fewer."""
    if len(scores) < count:
        return 0.0
    return float(np.partition(scores, len(scores) - count)[len(scores) - count])
