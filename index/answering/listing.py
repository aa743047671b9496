"""Statements within exact filters, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from index.answering.citing import cite
from index.answering.limits import statement_limits
from index.answering.sources import Sources, Statement
from index.answering.speech import ENOUGH, hear
from index.models import Filters, Page, Passage, Understanding

_UNDATED = "-"
_READ = 4  # statements that are read for one shown, since several may stand in the same sentences


async def quotes(
    sources: Sources, filters: Filters, *, topic: str = "", cursor: str | None = None, limit: int = 5
) -> Page[Passage]:
    """One page of statements: newest first, or those on the `topic` best first.

    `cursor` names the last statement seen, so that new articles neither repeat nor skip one; one that
    makes no sense begins anew.
    """
    limit = max(1, limit)
    if topic.strip():
        return await _on_topic(sources, filters, topic, cursor, limit)
    limits = statement_limits(filters)
    found = await sources.statements(limits, before=_place(cursor), limit=_READ * limit + 1)
    items, following = await _page(sources, found, limit)
    return Page(items, await sources.count(limits), following)


async def _page(
    sources: Sources, found: Sequence[Statement], limit: int
) -> tuple[tuple[Passage, ...], str | None]:
    """The first passages of these statements, and the cursor after the last statement that is in them."""
    read = found[: _READ * limit]
    passages = await cite(sources, read)
    if len(passages) > limit:
        place = next(i for i, one in enumerate(read) if one.id == passages[limit].quote_id)
        return tuple(passages[:limit]), _cursor(read[place - 1])
    return tuple(passages), _cursor(read[-1]) if len(found) > len(read) else None


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
    items, following = await _page(sources, found[first:], limit)
    return Page(items, len(found), following)


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
