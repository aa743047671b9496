"""The days of events that a question names, from the articles of the library that report them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from index.answering.query import make_query
from index.answering.sources import Sources
from index.models import Understanding
from index.text.tokens import terms

_FOUND = 20  # articles that are looked at, by title and by text
_LEAD = 600  # characters at the beginning of an article that tell what all of it is about


async def dated(sources: Sources, understood: Understanding) -> Understanding:
    """The question with the days that its events bound; an event that no article reports is `dropped`."""
    if understood.since_event:
        day = await _day_of(sources, understood.since_event)
        dropped = () if day else (understood.since_event,)
        return replace(understood, since=day, dropped=(*understood.dropped, *dropped))
    if understood.until_event:
        day = await _day_of(sources, understood.until_event)
        dropped = () if day else (understood.until_event,)
        until = day - timedelta(days=1) if day and day > date.min else None
        return replace(understood, until=until, dropped=(*understood.dropped, *dropped))
    return understood


async def _day_of(sources: Sources, event: str) -> date | None:
    """The day of the first article that reports the event: title and lead hold all of its words. Of several
    such events it is the last one's, where a month lies between two."""
    query = make_query(event)
    body = await sources.body(query.terms, (), _FOUND)
    chunks = await sources.chunks(body.passages.tolist())
    titled = (await sources.titles(query.terms, _FOUND)).passages.tolist()
    cards = await sources.cards(list(dict.fromkeys([*titled, *(one.article for one in chunks.values())])))
    texts = await sources.texts(list(cards))
    wanted = set(query.terms)
    days = sorted(
        card.published
        for key, card in cards.items()
        if card.published and wanted and wanted <= set(terms(f"{card.title}\n{texts.get(key, '')[:_LEAD]}"))
    )
    first = None
    for place, day in enumerate(days):
        if not place or (day - days[place - 1]).days > 30:  # noqa: PLR2004 -- as said above
            first = day
    return first
