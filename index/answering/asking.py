"""Answer a question from a library, or say an honest no."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from index.answering.asked import Asked, missing
from index.answering.confidence import THRESHOLD, among_few
from index.answering.events import dated
from index.answering.latest import latest
from index.answering.limits import merged
from index.answering.reading import Ranked, passages, search
from index.answering.sources import Sources
from index.answering.spoken import from_statements
from index.models import Answer, Filters, Understanding
from index.questions import STATEMENTS


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
    understood = await dated(sources, understood)
    limits = merged(filters or Filters(), understood)
    asked = Asked(question, understood, limits, coverage, as_of)
    if understood.kind in STATEMENTS or limits.speaker or understood.speakers:
        return await from_statements(sources, asked, limit)
    if understood.kind == "latest" and (newest := await latest(sources, asked, limit)):
        return newest
    asked, ranked = await _told(sources, asked)
    understood = asked.understood
    shown = await passages(sources, ranked, limit)
    sure = among_few(ranked.sure, coverage.articles, whole=bool(ranked.sure) and not ranked.lacking)
    return Answer(
        question=question,
        understood=understood,
        answered=sure >= THRESHOLD and bool(shown) and understood.kind != "latest",
        score=sure,
        articles=ranked.ids,
        passages=tuple(shown),
        coverage=coverage,
        missing=missing(understood, ranked.lacking),
    )


async def _told(sources: Sources, asked: Asked) -> tuple[Asked, Ranked]:
    """What articles tell. The articles of one day that a question names come first; where none of them
    answers, those published later may, for a day is told of for long."""
    ranked, understood, limits = await search(sources, asked), asked.understood, asked.limits
    day = understood.since if understood.since == understood.until else None
    if ranked.sure >= THRESHOLD or day is None or (limits.since, limits.until) != (day, day):
        return asked, ranked
    after = replace(asked, understood=replace(understood, until=None), limits=replace(limits, until=None))
    later = await search(sources, after)
    return (after, later) if later.sure >= THRESHOLD else (asked, ranked)
