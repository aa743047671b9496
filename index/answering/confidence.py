"""How sure it is that the best article answers: the score that the honest no is decided by."""

from __future__ import annotations

import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from index.answering.article_ranking import ArticleFeatures, score
from index.answering.query import Query

# A logistic fit on questions with and without an answer (see tests/quality/README.md): by how well the
# article's words fit, whatever its date, and by the names of the question that it lacks.
_FIT = 0.67
_LACKING = -2.5
_LEVEL = -5.15
THRESHOLD = 0.5
"""Answers below it are an honest no; set so that nine in ten answerable questions are answered."""
FEW = 20
"""In a library of fewer articles than this, how rare a word is tells nothing about it."""
_WHOLE = 0.75


def confidence(features: ArticleFeatures, lacking: float) -> float:
    """From 0 to 1. All parts are shares of what would be possible for the question, so the length of the
    question does not matter; `lacking` is from `lacking_names`."""
    words = score(features._replace(age=0.0, stale=0.0, week=0.0, season=0.0, later=0.0))
    return 1 / (1 + math.exp(-(_FIT * words + _LACKING * lacking + _LEVEL)))


def lacking_names(query: Query, idf: Mapping[str, float], held: AbstractSet[str]) -> float:
    """The weight of the names and numbers of a question that an article lacks, as a share of all terms."""
    return sum(idf.get(term, 0.0) for term in query.names if term not in held) / (query.weight(idf) or 1.0)


def among_few(sure: float, articles: int, *, whole: bool) -> float:
    """How sure it is in a library of `articles`: among a few, an article that holds the `whole` question,
    every word of it, answers."""
    return max(sure, _WHOLE) if articles < FEW and whole else sure
