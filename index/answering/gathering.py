"""Find the articles that may answer: by their best passages, their lead and their title."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from index.answering.article_ranking import Candidate, Scale
from index.answering.query import Query
from index.answering.sources import Card, Chunk, Sources

FOUND = 250  # passages that the first look takes
TITLES = 60  # titles that it takes
KEPT = 30  # articles that it keeps
_TITLE_SHARE = 0.8  # of a title's score beside the best passage's in the first look
_YEAR_SHARE = 0.15  # that an article loses in the first look for each year behind the newest, up to four
_NEWS_SHARE = 0.5  # that an article of the day of asking gains, falling off by the month


@dataclass(frozen=True, slots=True)
class Gathered:
    """Candidates in the order of the first look, their cards by key, and the scale of their scores."""

    candidates: tuple[Candidate, ...]
    cards: Mapping[int, Card]
    scale: Scale


@dataclass(frozen=True, slots=True)
class Within:
    """Exact limits: tags that a passage must have (an AND of ORs), and the same said of a card."""

    tags: tuple[tuple[str, ...], ...] = ()
    source: str | None = None
    since: date | None = None
    until: date | None = None

    def holds(self, card: Card) -> bool:
        """Whether an article is within the limits."""
        if self.source is not None and card.source.casefold() != self.source.casefold():
            return False
        if self.since is None and self.until is None:
            return True
        if card.published is None:
            return False
        return (self.since or card.published) <= card.published <= (self.until or card.published)


@dataclass(frozen=True, slots=True)
class _Look:
    """What the first look found of each article: its chunks with their scores (best first), and the score
    of its title."""

    chunks: Mapping[int, Sequence[tuple[float, Chunk]]]
    titles: Mapping[int, float]


async def gather(
    sources: Sources, query: Query, within: Within, *, now: date | None, asked: date | None = None
) -> Gathered:
    """The candidates for a query within limits."""
    body = await sources.body(query.terms, within.tags, FOUND)
    headings = await sources.titles(query.terms, TITLES)
    chunks = await sources.chunks(body.passages.tolist())
    found: dict[int, list[tuple[float, Chunk]]] = defaultdict(list)
    for key, value in zip(body.passages.tolist(), body.scores.tolist(), strict=True):
        if key in chunks:
            found[chunks[key].article].append((value, chunks[key]))
    look = _Look(found, dict(zip(headings.passages.tolist(), headings.scores.tolist(), strict=True)))
    cards = await sources.cards([*found, *(key for key in look.titles if key not in found)])
    cards = {key: card for key, card in cards.items() if within.holds(card)}
    kept = _first_look(look, cards, now, asked)
    candidates = await _candidates(sources, query, kept, look, cards)
    return Gathered(candidates, cards, Scale(body.idf, headings.idf, now, asked))


def _first_look(look: _Look, cards: Mapping[int, Card], now: date | None, asked: date | None) -> list[int]:
    def worth(key: int) -> float:
        best = look.chunks[key][0][0] if key in look.chunks else 0.0
        published = cards[key].published
        years = min((now - published).days / 365, 4.0) if now and published else 1.0
        news = math.exp(-abs((asked - published).days) / 30) if asked and published else 0.0
        share = 1 - _YEAR_SHARE * max(years, 0.0) + _NEWS_SHARE * news
        return (best + _TITLE_SHARE * look.titles.get(key, 0.0)) * share

    return sorted(cards, key=lambda key: (-worth(key), key))[:KEPT]


async def _candidates(
    sources: Sources, query: Query, kept: Sequence[int], look: _Look, cards: Mapping[int, Card]
) -> tuple[Candidate, ...]:
    leads = await sources.leads(kept)
    kept = [key for key in kept if key in leads]
    unseen = [leads[key].key for key in kept if key not in look.chunks]
    lead_scores = await sources.body_scores(query.terms, unseen)
    scores = dict(zip(unseen, lead_scores.tolist(), strict=True))
    found = {key: look.chunks.get(key) or [(scores[leads[key].key], leads[key])] for key in kept}
    looked = dict.fromkeys([found[key][0][1].key for key in kept] + [leads[key].key for key in kept])
    held = dict(zip(looked, await sources.held(query.terms, list(looked)), strict=True))
    return tuple(
        Candidate(
            article=key,
            title=cards[key].title,
            published=cards[key].published,
            chunks=tuple(found[key]),
            lead=leads[key],
            held=(held[found[key][0][1].key], held[leads[key].key]),
        )
        for key in kept
    )
