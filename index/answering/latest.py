"""The latest on a topic: the newest articles that are about it, or else that have a sentence on it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from datetime import date

from index.answering.asked import ARTICLES, Asked
from index.answering.duplicates import shown_once
from index.answering.gathering import FOUND, TITLES
from index.answering.limits import within
from index.answering.passages import make_passage
from index.answering.query import Query, make_query
from index.answering.sentence_ranking import Page, Sentence, rank
from index.answering.sources import Card, Sources, statements_of
from index.models import Answer, Passage, Span
from index.text.tokens import terms

READ = 60  # newest articles with a word of the topic that are looked through
CHUNKS = 4  # stretches of one article with a word of the topic that are read for sentences
SHOWN = 15  # articles that are read for sentences
EACH = 2  # passages of one article
_LEAD = 600  # characters at the beginning of an article that tell what all of it is about
_HEADING = re.compile(r"[\w?]$")  # how a heading ends, and no sentence that tells something
_MOST_OF_IT = 0.8  # share of the topic's weight that must be there


async def latest(sources: Sources, asked: Asked, limit: int) -> Answer | None:
    """The newest passages on the topic of a question; None where no article has it."""
    query = make_query(asked.understood.topic)
    if not query.terms:
        return None
    among = within(asked.limits, asked.coverage)
    found = await sources.body(query.terms, among.tags, FOUND)
    titles = await sources.titles(query.terms, TITLES)
    chunks = await sources.chunks(found.passages.tolist())
    keys = dict.fromkeys([*(chunk.article for chunk in chunks.values()), *titles.passages.tolist()])
    cards = {key: card for key, card in (await sources.cards(list(keys))).items() if among.holds(card)}
    newest = sorted(cards, key=lambda key: (cards[key].published or date.min, key), reverse=True)[:READ]
    texts = await sources.texts(newest)
    places: dict[int, list[Span]] = {}
    for chunk in sorted(chunks.values(), key=lambda chunk: chunk.start):
        places.setdefault(chunk.article, []).append(Span(chunk.start, chunk.end))
    pages = [
        Page(key, texts[key], cards[key].title, 0.0, tuple(places.get(key, ())[:CHUNKS]) or (Span(0, _LEAD),))
        for key in newest
        if key in texts
    ]
    chosen = await asyncio.to_thread(_chosen, query, found.idf, pages)
    shown = await _passages(sources, chosen, cards, texts, limit)
    if not shown:
        return None
    articles = dict.fromkeys(cards[sentence.article].id for sentence in chosen)
    return Answer(
        question=asked.question,
        understood=asked.understood,
        answered=True,
        score=1.0,
        articles=tuple(articles)[:ARTICLES],
        passages=tuple(shown),
        coverage=asked.coverage,
    )


def _chosen(query: Query, idf: Mapping[str, float], pages: Sequence[Page]) -> list[Sentence]:
    """The best sentences of each article that has the topic: of those about it first, the newest first."""
    least = _MOST_OF_IT * query.weight(idf)

    def holds(words: str) -> bool:
        return sum(idf.get(term, 0.0) for term in set(query.terms).intersection(terms(words))) >= least

    told = {page.article: holds(f"{page.title}\n{page.text[:_LEAD]}") for page in pages}
    chosen: list[Sentence] = []
    for page in sorted(pages, key=lambda page: not told[page.article])[:SHOWN] if least else ():
        read = {one: page.text[one.span.start : one.span.end] for one in rank(query, idf, [page])}
        ranked = [one for one, words in read.items() if not _HEADING.search(words)]
        whole = [one for one in ranked if holds(read[one])]
        # Where only title and beginning together have it, the best sentence stands for them.
        chosen += whole[:EACH] or (ranked[:1] if told[page.article] else [])
    return chosen


async def _passages(
    sources: Sources,
    chosen: Sequence[Sentence],
    cards: Mapping[int, Card],
    texts: Mapping[int, str],
    limit: int,
) -> list[Passage]:
    chosen = chosen[: 3 * limit]
    statements = await statements_of(sources, {sentence.article for sentence in chosen})
    made = (
        make_passage(cards[one.article], texts[one.article], one.span, statements.get(one.article, ()))
        for one in chosen
    )
    return shown_once(made, limit)
