"""Find the articles that may answer: by their best passages, their lead and their title."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from index.answering.article_ranking import Candidate, Scale
from index.answering.query import Query
from index.answering.sources import Card, Sources

FOUND = 400  # passages that the first look takes
TITLES = 60  # titles that it takes
READ = 40  # articles that are looked at closely
_TITLE_SHARE = 0.8  # of a title's score beside the best passage's in the first look
_YEAR_SHARE = 0.15  # that an article loses in the first look for each year behind the newest, up to four
_NEWS_SHARE = 0.5  # that an article of the day of asking gains, falling off by the month


@dataclass(frozen=True, slots=True)
class Gathered:
    """Candidates in the order of the first look, their cards by key, and the scale of their scores."""

    candidates: tuple[Candidate, ...]
    cards: Mapping[int, Card]
    scale: Scale
    chunks: Mapping[int, tuple[int, ...]]


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


async def gather(
    sources: Sources, query: Query, within: Within, *, now: date | None, asked: date | None = None
) -> Gathered:
    """The candidates for a query within limits."""
    body = await sources.body(query.terms, within.tags, FOUND)
    titles = await sources.titles(query.terms, TITLES)
    owners = await sources.owners([int(key) for key in body.passages])
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for key, value in zip(body.passages, body.scores, strict=True):
        if int(key) in owners:
            found[owners[int(key)]].append((float(value), int(key)))
    headings = {int(key): float(value) for key, value in zip(titles.passages, titles.scores, strict=True)}
    cards = await sources.cards([*found, *(key for key in headings if key not in found)])
    cards = {key: card for key, card in cards.items() if within.holds(card)}
    kept = _first_look(found, headings, cards, now, asked)
    scale = Scale(body.idf, titles.idf, now, asked)
    candidates = await _candidates(sources, query, kept, found, cards)
    chunks = {key: tuple(chunk for _, chunk in found.get(key, ())) for key in kept}
    return Gathered(tuple(candidates), cards, scale, chunks)


def _first_look(
    found: Mapping[int, Sequence[tuple[float, int]]],
    headings: Mapping[int, float],
    cards: Mapping[int, Card],
    now: date | None,
    asked: date | None,
) -> list[int]:
    def worth(key: int) -> float:
        best = found[key][0][0] if key in found else 0.0
        published = cards[key].published
        years = min((now - published).days / 365, 4.0) if now and published else 1.0
        news = math.exp(-abs((asked - published).days) / 30) if asked and published else 0.0
        share = 1 - _YEAR_SHARE * max(years, 0.0) + _NEWS_SHARE * news
        return (best + _TITLE_SHARE * headings.get(key, 0.0)) * share

    return sorted(cards, key=lambda key: (-worth(key), key))[:READ]


async def _candidates(
    sources: Sources,
    query: Query,
    kept: Sequence[int],
    found: Mapping[int, Sequence[tuple[float, int]]],
    cards: Mapping[int, Card],
) -> list[Candidate]:
    leads = await sources.leads(kept)
    lead_keys = [leads[key] for key in kept if key in leads]
    unseen = [leads[key] for key in kept if key in leads and key not in found]
    lead_scores = dict(zip(unseen, await sources.body_scores(query.terms, unseen), strict=True))
    best = {key: found[key][0][1] if key in found else leads.get(key) for key in kept}
    wanted = dict.fromkeys([chunk for chunk in best.values() if chunk is not None] + lead_keys)
    texts = await sources.chunks(list(wanted))
    made = []
    for key in kept:
        chunk, lead = best[key], leads.get(key)
        if chunk is None or lead is None or chunk not in texts or lead not in texts:
            continue
        both = (texts[chunk].text,) if chunk == lead else (texts[chunk].text, texts[lead].text)
        scores = tuple(value for value, _ in found.get(key, ())) or (float(lead_scores[lead]),)
        made.append(Candidate(key, scores, cards[key].title, both, cards[key].published))
    return made
