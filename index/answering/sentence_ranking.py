"""Which sentence answers: what it holds of the question, in the light of its neighbours, title and article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import mul
from typing import NamedTuple

from index.answering import forms
from index.answering.answer_types import holds
from index.answering.furniture import is_furniture
from index.answering.query import Query, small_terms
from index.models import Span
from index.text.sentences import sentences
from index.text.tokens import terms

MOST_SENTENCES = 400  # of one article; a longer one is read up to there


@dataclass(frozen=True, slots=True)
class Page:
    """An article to be read for sentences: its text, title, and the score of the article; `within` are the
    stretches of the text that are read, in order (default: all of it)."""

    article: int
    text: str
    title: str
    score: float
    within: tuple[Span, ...] | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, with its score."""

    article: int
    span: Span
    score: float


class SentenceFeatures(NamedTuple):
    """What is known of one sentence in the light of one question; shares are of the question's idf sum."""

    near: float  # terms that it or a neighbour holds
    around: float  # terms that it or the title holds
    pairs: float
    new: float  # words of the title that the question lacks: what the article adds to what is asked
    told: float  # share of the title's words
    typed: float  # has the sort of thing that is asked for
    early: float  # 1 at the first sentence, falling
    short: float  # fewer than six words: a caption or a heading
    article: float  # score of the article, below the best one's
    own: float = 0.0  # has a term of the question itself


WEIGHTS = SentenceFeatures(
    near=1.1, around=2.5, pairs=1.9, new=2.1, told=0.8, typed=1.7,
    early=1.9, short=-0.7, article=0.75,
)  # fmt: skip


_NOTHING = 2.0  # that a sentence loses which has nothing of the question itself


def score(features: SentenceFeatures) -> float:
    """The score of a sentence among those of all pages."""
    return float(sum(map(mul, features, WEIGHTS)))


def rank(query: Query, idf: Mapping[str, float], pages: Sequence[Page]) -> list[Sentence]:
    """The best sentences of the pages, best first; equal ones in the pages' order."""
    found = [
        Sentence(page.article, span, score(made) - (0.0 if made.own else _NOTHING))
        for page in pages
        for span, made in features(query, idf, page, pages[0].score)
    ]
    return sorted(found, key=lambda sentence: -sentence.score)


def features(
    query: Query, idf: Mapping[str, float], page: Page, best: float
) -> list[tuple[Span, SentenceFeatures]]:
    """Each sentence of a page with its features; `best` is the score of the best article."""
    read = (Span(0, len(page.text)),) if page.within is None else page.within
    found = (span for part in read for span in sentences(page.text, part.start, part.end))
    spans = [span for span in found if not is_furniture(page.text[span.start : span.end])][:MOST_SENTENCES]
    words = [terms(page.text[span.start : span.end]) for span in spans]
    title = frozenset(terms(page.title)) - small_terms()
    asked = frozenset(query.terms)
    lacking = title - asked
    weight = query.weight(idf) or 1.0
    held = [forms.held(asked | title, frozenset(own)) for own in words]

    def share(tokens: frozenset[str]) -> float:
        return sum(idf.get(term, 0.0) for term in tokens & asked) / weight

    made_of = []
    for place, (span, own, has) in enumerate(zip(spans, words, held, strict=True)):
        sentence = page.text[span.start : span.end]
        made = SentenceFeatures(
            near=share(has.union(*held[max(0, place - 1) : place + 2])),
            around=share(has | title),
            pairs=len(query.pairs.intersection(pairwise(own))) / (len(query.pairs) or 1),
            new=len(lacking & has) / (len(lacking) or 1),
            told=len(title & has) / (len(title) or 1),
            typed=float(holds(sentence, query.wants)),
            early=1 / (1 + place / 3),
            short=float(len(own) < 6),  # noqa: PLR2004 -- as the feature says
            article=page.score - best,
            own=float(not asked.isdisjoint(has)),
        )
        made_of.append((span, made))
    return made_of
