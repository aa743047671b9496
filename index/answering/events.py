"""The days of events that a question names, from the articles of the library that report them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from index.answering.query import make_query
from index.answering.sources import Sources
from index.models import Understanding
from index.text.tokens import terms

_FOUND = 250  # passages that are looked at
_TITLES = 60  # titles
_BURST = 3  # days within which most articles of an event appear
_LEAST = 0.1  # share of all articles with its words that must appear in them: "the match" is no one event
_APART = 21  # days between two events of one name


async def dated(sources: Sources, understood: Understanding) -> Understanding:
    """The question with the days that its events bound; an event that no article reports is `dropped`."""
    event = understood.since_event or understood.until_event
    if event is None:
        return understood
    day = await _day_of(sources, event)
    dropped = understood.dropped if day or event == understood.topic else (*understood.dropped, event)
    if understood.since_event:
        return replace(understood, since=day, dropped=dropped)
    until = day - timedelta(days=1) if day and day > date.min else None
    return replace(understood, until=until, dropped=dropped)


async def _day_of(sources: Sources, event: str) -> date | None:
    """The day on which most articles begin to report an event: title and first passage hold its words."""
    query = make_query(event)
    body = await sources.body(query.terms, (), _FOUND)
    chunks = await sources.chunks(body.passages.tolist())
    titled = (await sources.titles(query.terms, _TITLES)).passages.tolist()
    cards = await sources.cards(list(dict.fromkeys([*titled, *(one.article for one in chunks.values())])))
    leads = await sources.leads(list(cards))
    held = await sources.held(query.terms, [lead.key for lead in leads.values()])
    told = (
        cards[key].published
        for key, found in zip(leads, held, strict=True)
        if query.terms and found.union(terms(cards[key].title)).issuperset(query.terms)
    )
    return _begun([day for day in told if day])


def _begun(days: Sequence[date]) -> date | None:
    """The first of the few days that most of these fall into; of several such events the last one's."""
    counted = Counter(days)
    bursts = {day: sum(counted[day + timedelta(days=on)] for on in range(_BURST)) for day in sorted(counted)}
    most = max(bursts.values(), default=0)
    if most < _LEAST * len(days):
        return None
    first = last = None
    for day in (day for day, number in bursts.items() if number == most):
        first = day if first is None or last is None or (day - last).days > _APART else first
        last = day
    return first
