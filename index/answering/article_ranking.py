"""Which article answers: one score from what its title, its lead and its best passages hold of the question."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from operator import mul
from typing import NamedTuple, Self

from index.answering.query import Query, small_terms
from index.answering.sources import Chunk
from index.text.tokens import terms

WINDOW = 40  # words


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may answer: its chunks that were found with their BM25 scores (best first), its first
    chunk, and the terms of the question that the best and the first chunk hold."""

    article: int
    title: str
    published: date | None
    chunks: tuple[tuple[float, Chunk], ...]
    lead: Chunk
    held: tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Scale:
    """What scores are measured against: the idf of the question's terms in each field, and dates.

    `now` is the newest article of the library, `asked` the day of asking where it counts.
    """

    body: Mapping[str, float]
    titles: Mapping[str, float]
    now: date | None
    asked: date | None = None


class ArticleFeatures(NamedTuple):
    """What is known of one article in the light of one question; all but the dates are shares of
    what would be possible for this question (about 0 to 1)."""

    body: float  # BM25 of the best chunk
    more: float  # BM25 of the four best chunks together
    opening: float  # idf of the terms that title or lead hold
    whole: float  # idf of the terms that title, lead or best chunk hold
    names: float  # the same, of names and numbers only
    pairs: float  # neighbours in the question that are neighbours in the article
    exact: float  # how much of the title the question says
    titled: float  # idf of the terms that the title holds
    window: float  # idf of the terms that forty words on end hold
    age: float  # years behind the newest article
    stale: float  # the same, logarithmic in months
    week: float  # falls off by the week from the day of asking
    season: float  # falls off by two months from the day of asking
    later: float  # was published after the day of asking


# Fitted by a softmax over the candidates of each question (see tests/quality/README.md).
WEIGHTS = ArticleFeatures(
    body=0.4, more=0.3, opening=5.2, whole=0.4, names=0.9, pairs=3.3, exact=4.4, titled=0.4, window=0.35,
    age=-1.3, stale=-0.8, week=2.0, season=3.2, later=-1.0,
)  # fmt: skip


def score(features: ArticleFeatures) -> float:
    """The score of an article; differences count, the level means nothing."""
    return float(sum(map(mul, features, WEIGHTS)))


def features(
    query: Query, scale: Scale, candidates: Sequence[Candidate], texts: Mapping[int, str] | None = None
) -> list[ArticleFeatures]:
    """The features of each candidate, in their order; where no `texts` of the articles are given, `window`
    and the pairs of the text are left out, for they take the text."""
    sums = _Sums.of(query, scale.body)
    words = texts or {}
    return [_of(query, scale, one, words.get(one.article, ""), sums) for one in candidates]


@dataclass(frozen=True, slots=True)
class _Sums:
    """What a text that holds all of the question would weigh: its terms, its names, and each pair."""

    weight: float
    names: float
    pairs: Mapping[tuple[str, str], float]

    @classmethod
    def of(cls, query: Query, idf: Mapping[str, float]) -> Self:
        """Two terms are worth the commoner one; a term beside a small word half of itself."""
        worth = {}
        for a, b in query.pairs:
            one, other = idf.get(a, 0.0), idf.get(b, 0.0)
            both = a in query.terms and b in query.terms
            worth[a, b] = min(one, other) if both else 0.5 * max(one, other)
        names = sum(idf.get(term, 0.0) for term in query.names)
        return cls(query.weight(idf) or 1.0, names or 1.0, worth)


def _of(query: Query, scale: Scale, candidate: Candidate, text: str, sums: _Sums) -> ArticleFeatures:
    found = candidate.chunks[0][1]
    best = terms(text[found.start : found.end])
    lead = best if found == candidate.lead else terms(text[candidate.lead.start : candidate.lead.end])
    title = terms(candidate.title)
    in_best, in_lead = candidate.held
    opening = in_lead.union(title)
    near = sums.pairs.keys() & {*pairwise(best), *pairwise(lead), *pairwise(title)}
    idf = scale.body

    def share(found: AbstractSet[str]) -> float:
        return sum(idf.get(term, 0.0) for term in query.terms if term in found) / sums.weight

    return ArticleFeatures(
        body=candidate.chunks[0][0] / sums.weight,
        more=sum(value for value, _ in candidate.chunks[:4]) / sums.weight,
        opening=share(opening),
        whole=share(in_best | opening),
        names=sum(idf.get(term, 0.0) for term in query.names if term in in_best or term in opening)
        / sums.names,
        pairs=sum(sums.pairs[pair] for pair in near) / (sum(sums.pairs.values()) or 1.0),
        exact=_exact(query, title, scale.titles),
        titled=share(set(title)),
        window=max(_window(query, words, idf) for words in ([best] if lead is best else [best, lead]))
        / sums.weight,
        **_dates(candidate.published, scale),
    )


def _window(query: Query, words: Sequence[str], idf: Mapping[str, float]) -> float:
    """The most that `WINDOW` words on end hold: each term counts once."""
    asked = frozenset(query.terms)
    places = [(place, word) for place, word in enumerate(words) if word in asked]
    counts: dict[str, int] = {}
    best = held = 0.0
    first = 0
    for place, word in places:
        counts[word] = counts.get(word, 0) + 1
        held += idf.get(word, 0.0) if counts[word] == 1 else 0.0
        while place - places[first][0] >= WINDOW:
            left = places[first][1]
            counts[left] -= 1
            held -= idf.get(left, 0.0) if counts[left] == 0 else 0.0
            first += 1
        best = max(best, held)
    return best


def _exact(query: Query, title: Sequence[str], idf: Mapping[str, float]) -> float:
    """The share of the title's subject words that the question has; a word it lacks weighs as a rare one."""
    rare = max(idf.values(), default=1.0)
    words = set(title) - small_terms()
    said = sum(idf.get(word, rare) for word in words if word in query.terms)
    return said / (said + rare * sum(word not in query.terms for word in words) or 1.0)


def _dates(published: date | None, scale: Scale) -> dict[str, float]:
    found = dict.fromkeys(("age", "stale", "week", "season", "later"), 0.0)
    if scale.now:
        days = max((scale.now - published).days, 0) if published else 365
        found |= {"age": min(days / 365, 10.0), "stale": math.log1p(days / 30)}
    if scale.asked and published:
        days = (scale.asked - published).days
        found["later"] = float(days < -1)
        if days >= -1:
            days = max(days, 0)
            found |= {"week": math.exp(-days / 7), "season": math.exp(-days / 60)}
    return found
