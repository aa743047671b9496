"""Statements within exact filters, page by page."""

from __future__ import annotations

from datetime import date

from index.answering.citing import cite
from index.answering.limits import statement_limits
from index.answering.sources import Sources, Statement
from index.answering.speech import ENOUGH, hear
from index.models import Filters, Page, Passage, Understanding

_UNDATED = "-"


async def quotes(
    sources: Sources, filters: Filters, *, topic: str = "", cursor: str | None = None, limit: int = 5
) -> Page[Passage]:
    """One page of statements: newest first, or those on the `topic` best first.

    `cursor` names the last statement seen, so that new articles neither repeat nor skip one; one that
    makes no sense begins anew.
    """
    if topic.strip():
        return await _on_topic(sources, filters, topic, cursor, limit)
    limits = statement_limits(filters)
    found = list(await sources.statements(limits, before=_place(cursor), limit=limit + 1))
    shown = found[:limit]
    following = _cursor(shown[-1]) if len(found) > limit else None
    return Page(tuple(await cite(sources, shown)), await sources.count(limits), following)


async def _on_topic(
    sources: Sources, filters: Filters, topic: str, cursor: str | None, limit: int
) -> Page[Passage]:
    speakers = (filters.speaker,) if filters.speaker else ()
    understood = Understanding(kind="opinions", topic=topic)
    speech = await hear(sources, understood, filters, await sources.coverage(), speakers)
    found = [
        heard.statement
        for heard in speech.heard
        if heard.topic >= ENOUGH and filters.act in {None, heard.statement.act}
    ]
    seen = _place(cursor)
    first = next((i for i, one in enumerate(found, 1) if seen and one.id == seen[1]), 0)
    shown = found[first : first + limit]
    following = _cursor(shown[-1]) if first + limit < len(found) else None
    return Page(tuple(await cite(sources, shown)), len(found), following)


def _cursor(statement: Statement) -> str:
    day = statement.published.isoformat() if statement.published else _UNDATED
    return f"{day}.{statement.id}"


def _place(cursor: str | None) -> tuple[date | None, int] | None:
    day, _, number = (cursor or "").partition(".")
    if not (number.isascii() and number.isdigit()):
        return None
    try:
        return (None if day == _UNDATED else date.fromisoformat(day)), int(number)
    except ValueError:
        return None
