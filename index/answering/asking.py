"""Answer a question from a library, or say an honest no."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from index.answering.article_ranking import ArticleFeatures, Candidate, Scale, features, score
from index.answering.confidence import THRESHOLD, among_few, confidence, lacking_names
from index.answering.duplicates import shown_once
from index.answering.gathering import Gathered, gather
from index.answering.limits import merged, within
from index.answering.passages import make_passage, statement_passage
from index.answering.query import Query, make_query
from index.answering.sentence_ranking import Page, Sentence, rank
from index.answering.sources import Sources, Statement
from index.answering.speech import Speech, hear
from index.models import Answer, Coverage, Filters, Passage, Span, Understanding
from index.questions import STATEMENTS, plain
from index.questions.wording import SMALL, words
from index.text.tokens import terms

ARTICLES = 10  # ids in an answer
CLOSE = 16  # articles whose words are looked at
READ = 6  # of these, articles that are read for sentences
_OF_BEST = 0.5  # share of the best statement's fit to the topic that others need to be shown beside it


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with its limits, the library's coverage, and the day of asking where it counts."""

    question: str
    understood: Understanding
    limits: Filters
    coverage: Coverage
    as_of: date | None


@dataclass(frozen=True, slots=True)
class _Ranked:
    """Articles and sentences in order, and how sure it is that the best of them answers."""

    articles: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    sure: float
    texts: Mapping[int, str]
    lacking: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Scored:
    """A candidate with its score and what it is made of."""

    candidate: Candidate
    score: float
    features: ArticleFeatures


async def ask(
    sources: Sources,
    question: str,
    understood: Understanding,
    *,
    filters: Filters | None = None,
    as_of: date | None = None,
    limit: int = 5,
) -> Answer:
    """Answer what was `understood` of a question within `filters`; `as_of` is the day of asking where it
    counts. Never raises for an odd question; an answer without evidence has `answered` False."""
    coverage = await sources.coverage()
    limits = merged(filters or Filters(), understood)
    asked = _Asked(question, understood, limits, coverage, as_of)
    if understood.kind in STATEMENTS or limits.speaker or understood.speakers:
        return await _from_statements(sources, asked, limit)
    ranked, gathered = await _search(sources, asked)
    passages = await _passages(sources, ranked, gathered, limit)
    sure = among_few(ranked.sure, coverage.articles, whole=not ranked.lacking)
    return Answer(
        question=question,
        understood=understood,
        answered=sure >= THRESHOLD and bool(passages),
        score=sure,
        articles=_ids(ranked.articles, gathered),
        passages=tuple(passages),
        coverage=coverage,
        missing=_missing(understood, understood.topic, ranked.lacking),
        total=len(passages),
    )


def _ids(keys: Iterable[int], gathered: Gathered) -> tuple[str, ...]:
    return tuple(gathered.cards[key].id for key in keys)[:ARTICLES]


async def _search(sources: Sources, asked: _Asked) -> tuple[_Ranked, Gathered]:
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
    return await asyncio.to_thread(_read, query, gathered, (near, far), texts), gathered


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
) -> _Ranked:
    """Order the nearer articles anew, by their texts, and the sentences of the best ones."""
    near = [one.candidate for one in rough[0] if one.candidate.article in texts]
    order = _order(query, gathered.scale, near, texts)
    if not order:
        return _Ranked((), (), 0.0, {}, frozenset(query.terms))
    best, idf = order[0], gathered.scale.body
    held = set(terms(texts[best.candidate.article] + "\n" + best.candidate.title))
    return _Ranked(
        tuple(one.candidate.article for one in (*order, *rough[1])),
        tuple(rank(query, idf, [_page(one, texts) for one in order[:READ]])),
        confidence(best.features, lacking_names(query, idf, held)),
        texts,
        frozenset(term for term in query.terms if term not in held),
    )


def _page(one: _Scored, texts: Mapping[int, str]) -> Page:
    """The stretches of an article that hold a term of the question, and its beginning."""
    found = {chunk.start: chunk for _, chunk in (*one.candidate.chunks, (0.0, one.candidate.lead))}
    within = tuple(Span(chunk.start, chunk.end) for _, chunk in sorted(found.items()))
    article = one.candidate.article
    return Page(article, texts[article], one.candidate.title, one.score, within)


async def _passages(sources: Sources, ranked: _Ranked, gathered: Gathered, limit: int) -> list[Passage]:
    chosen = ranked.sentences[: 3 * limit]
    statements: dict[int, list[Statement]] = {}
    for statement in await sources.statements_in({sentence.article for sentence in chosen}):
        statements.setdefault(statement.article, []).append(statement)
    made = (
        make_passage(
            gathered.cards[sentence.article],
            ranked.texts[sentence.article],
            sentence.span,
            statements.get(sentence.article, ()),
            score=sentence.score,
        )
        for sentence in chosen
    )
    return shown_once(made, limit)


async def _from_statements(sources: Sources, asked: _Asked, limit: int) -> Answer:
    understood, limits = asked.understood, asked.limits
    speakers = (limits.speaker,) if limits.speaker else understood.speakers
    nobody = bool(understood.unknown) and not speakers
    speech = None if nobody else await hear(sources, understood, limits, asked.coverage, speakers)
    passages = _spoken(speech, limit) if speech else []
    answered = bool(speech and speech.enough and passages)
    near, gathered = await _search(sources, asked)
    if not passages:
        passages = await _passages(sources, near, gathered, limit)
    first = list(dict.fromkeys(passage.article for passage in passages))
    articles = first + [key for key in _ids(near.articles, gathered) if key not in first]
    return Answer(
        question=asked.question,
        understood=understood,
        answered=answered,
        score=_sure(speech, answered=answered),
        articles=tuple(articles[:ARTICLES]),
        passages=tuple(passages),
        coverage=asked.coverage,
        missing=_missing(understood, understood.topic, near.lacking),
        total=len(speech.heard) if speech else 0,
    )


def _sure(speech: Speech | None, *, answered: bool) -> float:
    """From 0 to 1: at `THRESHOLD` or above where statements answer, higher the better they fit."""
    fit = min(max((heard.topic for heard in speech.heard), default=0.0), 1.0) if speech else 0.0
    if answered and fit == 0:  # the question has no topic
        return 1.0
    return THRESHOLD + (1 - THRESHOLD) * fit if answered else 0.99 * THRESHOLD * fit


def _spoken(speech: Speech, limit: int) -> list[Passage]:
    """The best statements as passages; where any fits the act asked for, only those that do."""
    acted = [heard for heard in speech.heard if heard.act > 0] or list(speech.heard)
    floor = _OF_BEST * max((heard.topic for heard in acted), default=0.0)
    acted = [heard for heard in acted if heard.topic >= floor]
    seen: set[tuple[int, int, int]] = set()
    made = []
    for heard in acted[: 6 * limit]:
        statement = heard.statement
        place = (statement.article, heard.span.start, heard.span.end)
        if place in seen:
            continue
        seen.add(place)
        made.append(
            statement_passage(
                speech.cards[statement.article],
                speech.texts[statement.article],
                statement,
                speech.statements[statement.article],
                score=heard.score,
            )
        )
    return shown_once(made, limit)


def _missing(understood: Understanding, topic: str, lacking: frozenset[str]) -> tuple[str, ...]:
    """Names nobody bears, and words of the topic that the best article lacks, as the question writes them."""
    unmatched = [
        word
        for word in dict.fromkeys(words(topic))
        if word not in SMALL and (made := terms(word)) and set(made) <= lacking
    ]
    return (*understood.unknown, *unmatched)
