"""The best passages for a few weighed terms, without looking at most of the postings of the common ones.

Terms come rarest first. Once so many passages score so well that a passage with none of the terms so far
cannot reach them, the other terms are only looked up for the passages that still can. What is left out is
proven to score less than the last hit: the hits are those of a full count, added up in the same order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from index.search.columns import Column
from index.search.entries import Passages, Scores
from index.search.oracle import saturations

Keys = NDArray[np.uint32]

# More terms than this are added up in full: hardly anything could be left out.
FEW = 16
# A term with fewer postings is sooner read in full than proven to be of no use.
SMALL = 8192
# How many passages are finished, times the hits asked for, to learn how good a hit must be.
_TRIED = 5
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
    """Scored passages, in no order, with the `limit` best of those in `allowed` (None: all) among them.

    `allowed` rises.
    """
    table = saturations(average)
    few_allowed = allowed is not None and len(allowed) <= sum(term.column.size for term in terms)
    if len(terms) > FEW and not few_allowed:
        return _in_full(terms, table, allowed)
    # For each term, and for the end: what it and those after it add at most.
    most = [term.weight * float(table[term.column.peak]) for term in reversed(terms)]
    rest = [*accumulate(most, initial=0.0)][::-1]
    if allowed is not None and few_allowed:
        return _finished([*zip(terms, rest, strict=False)], table, allowed, np.zeros(len(allowed)), limit)
    return _pruned(terms, table, rest, allowed, limit)


def _pruned(
    terms: Sequence[Weighed], table: Scores, rest: Sequence[float], allowed: Keys | None, limit: int
) -> tuple[Keys, Scores]:
    floor = 0.0
    passages, scores = np.empty(0, np.uint32), np.empty(0)
    for number, term in enumerate(terms):
        if rest[number] < floor:
            return _finished([*zip(terms, rest, strict=False)][number:], table, passages, scores, limit)
        found = term.column.postings
        if allowed is None and not floor and len(found) > SMALL:
            first = found.part(slice(SMALL))
            floor = _reached(
                terms[number + 1 :], table, first.passages, term.weight * table[first.shapes], limit
            )
        new = _at_least((floor - rest[number + 1]) / term.weight, table, found.shapes)
        if len(passages):
            places, both = found.find(passages)
            known = places[both]
            scores[both] += term.weight * table[found.shapes[known]]
            new[known] = False
        if allowed is not None:
            new[new] = within(allowed, found.passages[new])
        passages = np.concatenate([passages, found.passages[new]])
        scores = np.concatenate([scores, term.weight * table[found.shapes[new]]])
        if number + 1 < len(terms) and terms[number + 1].column.size > SMALL:
            floor = max(floor, kth(scores, limit) * _ROUNDING)
            if floor <= rest[number + 1]:
                floor = max(floor, _reached(terms[number + 1 :], table, passages, scores, limit))
            kept = scores >= floor - rest[number + 1]
            passages, scores = passages[kept], scores[kept]
    return passages, scores


def _at_least(least: float, table: Scores, shapes: NDArray[np.uint16]) -> NDArray[np.bool_]:
    """Which of the shapes are worth so much; every shape that there is is looked at once at most."""
    return table[shapes] >= least if len(shapes) < len(table) else (table >= least)[shapes]


def _reached(terms: Sequence[Weighed], table: Scores, passages: Keys, scores: Scores, limit: int) -> float:
    """A score that `limit` passages reach (0: so many are not there): the likeliest ones are finished."""
    if len(scores) < limit:
        return 0.0
    tried = min(_TRIED * limit, len(scores))
    likely = np.sort(np.argpartition(scores, len(scores) - tried)[len(scores) - tried :])
    chosen, whole = passages[likely], scores[likely]
    for term in terms:
        whole += term.weight * table[term.column.shapes(chosen)]
    return kth(whole, limit) * _ROUNDING


def _finished(
    terms: Sequence[tuple[Weighed, float]], table: Scores, passages: Keys, scores: Scores, limit: int
) -> tuple[Keys, Scores]:
    """Add terms (each with what it and those after it add at most) to the scores of `passages`.

    Those that cannot be among the best are dropped.
    """
    for term, rest in terms:
        kept = scores >= kth(scores, limit) * _ROUNDING - rest
        passages, scores = passages[kept], scores[kept]
        scores = scores + term.weight * table[term.column.shapes(passages)]
    return passages, scores


def _in_full(terms: Sequence[Weighed], table: Scores, allowed: Keys | None) -> tuple[Keys, Scores]:
    """Add up every posting."""
    windows: dict[int, Scores] = {}
    for term in terms:
        found, worth = term.column.postings, term.weight * table
        start = 0
        while start < len(found):
            window = int(found.passages[start]) // WINDOW
            end = int(found.passages.searchsorted((window + 1) * WINDOW))
            sums = windows.setdefault(window, np.zeros(WINDOW))
            sums[found.passages[start:end] - np.uint32(window * WINDOW)] += worth[found.shapes[start:end]]
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
    places = allowed.searchsorted(passages)
    places[places == len(allowed)] = 0
    inside: NDArray[np.bool_] = allowed[places] == passages
    return inside


def kth(scores: Scores, count: int) -> float:
    """The `count`th best score; 0 where there are fewer."""
    if len(scores) < count:
        return 0.0
    return float(np.partition(scores, len(scores) - count)[len(scores) - count])


def best(passages: Keys, scores: Scores, limit: int) -> tuple[Passages, Scores]:
    """The `limit` best, equal scores by passage key; what scores 0 is no hit."""
    kept = (scores > 0) & (scores >= kth(scores, limit))
    passages, scores = passages[kept], scores[kept]
    order = np.lexsort((passages, -scores))[:limit]
    return passages[order].astype(np.int64), scores[order]
