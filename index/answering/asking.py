"""Answer a question from a library, or say an honest no."""

from __future__ import annotations

from datetime import date

from index.answering.asked import Asked, missing
from index.answering.confidence import THRESHOLD, among_few
from index.answering.events import dated
from index.answering.latest import latest
from index.answering.limits import merged
from index.answering.reading import passages, search
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
    ranked = await search(sources, asked)
    shown = await passages(sources, ranked, limit)
    sure = among_few(ranked.sure, coverage.articles, whole=not ranked.lacking)
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
