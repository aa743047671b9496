"""The best passages for a few weighed terms, without looking at most of the postings of the common ones.

Terms come rarest first. Once so many passages score so well that a passage with none of the terms so far
cannot reach them, the other terms are only looked up for the passages that still can. What is left out is
proven to score less than the last hit: the hits are those of a full count, added up in the same order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.columns import Column
from index.search.entries import Scores
from index.search.scoring import kth, most, saturations

Keys = NDArray[np.uint32]

# More terms than this are added up in full: hardly anything could be left out.
FEW = 12
# Passages are added up in windows of this many.
WINDOW = 1 << 18
# Sums of bounds are rounded; a passage is only left out where it is below by more than that.
_ROUNDING = 1 - 1e-9


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term's idf and postings."""

    weight: float
    column: Column


def rank(terms: Sequence[Weighed], average: float, allowed: Keys | None, limit: int) -> tuple[Keys, Scores]:
    """Scored passages, in no order, with the `limit` best of those in `allowed` (None: all) among them."""
    if allowed is not None and len(allowed) <= sum(term.column.size for term in terms):
        return _finished(terms, average, allowed, np.zeros(len(allowed)), limit)
    if len(terms) > FEW:
        return _counted(terms, average, allowed)
    return _pruned(terms, average, allowed, limit)


def _pruned(terms: Sequence[Weighed], average: float, allowed: Keys | None, limit: int) -> tuple[Keys, Scores]:
    table, rest = saturations(average), _rest(terms, average)
    passages, scores, floor = np.empty(0, np.uint32), np.empty(0), 0.0
    for number, term in enumerate(terms):
        if rest[number] < floor:
            order = np.argsort(passages)
            return _finished(terms[number:], average, passages[order], scores[order], limit)
        found = term.column.all()
        worth = term.weight * table[found.shapes]
        new = worth >= floor - rest[number + 1]
        if allowed is not None:
            new &= within(allowed, found.passages)
        if len(passages) and len(found):
            at = np.minimum(np.searchsorted(found.passages, passages), len(found) - 1)
            both = found.passages[at] == passages
            scores[both] += worth[at[both]]
            new[at[both]] = False
        passages = np.concatenate([passages, found.passages[new]])
        scores = np.concatenate([scores, worth[new]])
        floor = max(floor, _probe(terms[number + 1 :], average, passages, scores, limit))
        kept = scores >= floor - rest[number + 1]
        passages, scores = passages[kept], scores[kept]
    return passages, scores


def _rest(terms: Sequence[Weighed], average: float) -> list[float]:
    """For each term, and for the end, the most that it and those after it can add."""
    bounds = np.array([term.weight for term in terms]) * most(average)
    rest: list[float] = np.cumsum(bounds[::-1])[::-1].tolist()
    return [*rest, 0.0]


def _probe(terms: Sequence[Weighed], average: float, passages: Keys, scores: Scores, limit: int) -> float:
    """A score that `limit` passages reach: the likeliest ones are finished."""
    if len(scores) < limit:
        return 0.0
    likely = np.argpartition(scores, len(scores) - limit)[len(scores) - limit :]
    likely = likely[np.argsort(passages[likely])]
    chosen, whole = passages[likely], scores[likely]
    for term in terms:
        whole = whole + term.weight * saturations(average)[term.column.shapes(chosen)]
    return float(whole.min()) * _ROUNDING


def _finished(
    terms: Sequence[Weighed], average: float, passages: Keys, scores: Scores, limit: int
) -> tuple[Keys, Scores]:
    """Add `terms` to the scores of `passages` (rising), dropping those that cannot be among the best."""
    table, rest = saturations(average), _rest(terms, average)
    for number, term in enumerate(terms):
        kept = scores >= kth(scores, limit) * _ROUNDING - rest[number]
        passages, scores = passages[kept], scores[kept]
        scores = scores + term.weight * table[term.column.shapes(passages)]
    return passages, scores


def _counted(terms: Sequence[Weighed], average: float, allowed: Keys | None) -> tuple[Keys, Scores]:
    """Add up every posting."""
    table = saturations(average)
    windows: dict[int, Scores] = {}
    for term in terms:
        found = term.column.all()
        worth = term.weight * table[found.shapes]
        start = 0
        while start < len(found):
            window = int(found.passages[start]) // WINDOW
            end = int(np.searchsorted(found.passages, (window + 1) * WINDOW))
            sums = windows.setdefault(window, np.zeros(WINDOW))
            sums[found.passages[start:end] - np.uint32(window * WINDOW)] += worth[start:end]
            start = end
    passages = [(np.flatnonzero(sums) + window * WINDOW).astype(np.uint32) for window, sums in windows.items()]
    everyone = np.concatenate([np.empty(0, np.uint32), *passages])
    scores = np.concatenate([np.empty(0), *(sums[sums > 0] for sums in windows.values())])
    if allowed is None:
        return everyone, scores
    kept = within(allowed, everyone)
    return everyone[kept], scores[kept]


def within(allowed: Keys, passages: Keys) -> NDArray[np.bool_]:
    """Which of `passages` are in `allowed` (rising)."""
    if not len(allowed):
        return np.zeros(len(passages), np.bool_)
    at = np.minimum(np.searchsorted(allowed, passages), len(allowed) - 1)
    inside: NDArray[np.bool_] = allowed[at] == passages
    return inside
