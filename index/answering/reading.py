"""Search for articles and sentences that answer a question about events, and judge the best of them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.answering import forms
from index.answering.article_ranking import ArticleFeatures, Candidate, Scale, features, score
from index.answering.asked import ARTICLES, Asked
from index.answering.confidence import FEW, confidence, lacking_names
from index.answering.duplicates import shown_once
from index.answering.gathering import Gathered, gather
from index.answering.limits import within
from index.answering.passages import make_passage
from index.answering.query import Query, make_query
from index.answering.sentence_ranking import Page, Sentence, rank
from index.answering.sources import Sources, statements_of
from index.models import Passage, Span
from index.questions import plain
from index.text.finding import Finder

CLOSE = 16  # articles whose words are looked at
READ = 6  # of these, articles that are read for sentences
CHUNKS = 4  # of one of these that are read, the best, and its beginning


@dataclass(frozen=True, slots=True)
class Ranked:
    """Articles and sentences in order, and how sure it is that the best of them answers."""

    articles: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    sure: float
    texts: Mapping[int, str]
    lacking: frozenset[str]
    gathered: Gathered

    @property
    def ids(self) -> tuple[str, ...]:
        """The public ids of the best articles."""
        return tuple(self.gathered.cards[key].id for key in self.articles[:ARTICLES])


@dataclass(frozen=True, slots=True)
class _Scored:
    """A candidate with its score and what it is made of."""

    candidate: Candidate
    score: float
    features: ArticleFeatures


async def search(sources: Sources, asked: Asked) -> Ranked:
    """The articles and sentences within the limits of a question, best first."""
    understood, coverage = asked.understood, asked.coverage
    day = None if understood.since or understood.until else asked.as_of
    if day is None and understood.kind == "latest":
        day = coverage.newest
    text = plain(asked.question)
    query = make_query(understood.topic or text, text)
    limits = within(asked.limits, coverage)
    gathered = await gather(sources, query, limits, now=coverage.newest, asked=day)
    rough = await asyncio.to_thread(_order, query, gathered.scale, gathered.candidates)
    near, far = rough[:CLOSE], rough[CLOSE:]
    texts = await sources.texts([one.candidate.article for one in near])
    few = coverage.articles < FEW
    return await asyncio.to_thread(_read, query, gathered, (near, far), texts, few=few)


def _order(
    query: Query, scale: Scale, candidates: Sequence[Candidate], texts: Mapping[int, str] | None = None
) -> list[_Scored]:
    made = features(query, scale, candidates, texts)
    scored = [_Scored(c, score(f), f) for c, f in zip(candidates, made, strict=True)]
    return sorted(scored, key=lambda one: -one.score)


def _read(
    query: Query,
    gathered: Gathered,
    rough: tuple[Sequence[_Scored], Sequence[_Scored]],
    texts: Mapping[int, str],
    *,
    few: bool,
) -> Ranked:
    """Order the nearer articles anew, by their texts, and the sentences of the best ones; among a `few`
    articles those that hold every word come first."""
    near = [one.candidate for one in rough[0] if one.candidate.article in texts]
    order = _order(query, gathered.scale, near, texts)
    if not order:
        return Ranked((), (), 0.0, {}, frozenset(query.terms), gathered)
    finder = Finder(forms.of(query.terms))
    if few:
        order.sort(key=lambda one: bool(_lacking(query, _words(finder, one.candidate, texts))))
    best, idf = order[0], gathered.scale.body
    held = _words(finder, best.candidate, texts)
    return Ranked(
        tuple(one.candidate.article for one in (*order, *rough[1])),
        tuple(rank(query, idf, [_page(one, texts) for one in order[:READ]])),
        0.0 if query.idle else confidence(best.features, lacking_names(query, idf, held)),
        texts,
        _lacking(query, held),
        gathered,
    )


def _words(finder: Finder, candidate: Candidate, texts: Mapping[int, str]) -> frozenset[str]:
    """The terms that are looked for in an article and its title."""
    return frozenset(term for _, term in finder.find(texts[candidate.article] + "\n" + candidate.title))


def _lacking(query: Query, held: frozenset[str]) -> frozenset[str]:
    """The terms of which an article that holds these has no form."""
    return frozenset(query.terms) - forms.held(query.terms, held)


def _page(one: _Scored, texts: Mapping[int, str]) -> Page:
    """The stretches of an article that hold most of the question, and its beginning."""
    found = {chunk.start: chunk for _, chunk in (*one.candidate.chunks[:CHUNKS], (0.0, one.candidate.lead))}
    within = tuple(Span(chunk.start, chunk.end) for _, chunk in sorted(found.items()))
    article = one.candidate.article
    return Page(article, texts[article], one.candidate.title, one.score, within)


async def passages(sources: Sources, ranked: Ranked, limit: int) -> list[Passage]:
    """The best sentences as passages, near-identical ones once."""
    chosen = ranked.sentences[: 3 * limit]
    statements = await statements_of(sources, {sentence.article for sentence in chosen})
    made = (
        make_passage(
            ranked.gathered.cards[sentence.article],
            ranked.texts[sentence.article],
            sentence.span,
            statements.get(sentence.article, ()),
            score=sentence.score,
        )
        for sentence in chosen
    )
    return shown_once(made, limit)
