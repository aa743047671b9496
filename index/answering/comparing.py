"""Two people, or one then and now, on a topic: side by side in time order, without a verdict."""

from __future__ import annotations

from datetime import date

from index.answering.citing import cite
from index.answering.sources import Sources, Statement
from index.answering.speech import ENOUGH, hear
from index.models import Comparison, Coverage, Filters, Understanding

SHOWN = 5


async def compare(sources: Sources, left: str, right: str, topic: str) -> Comparison:
    """What `left` and `right` (full names) said on `topic` (empty: on anything), oldest first.

    One name twice compares the first of their statements with the last.
    """
    coverage = await sources.coverage()
    ones = await _of(sources, left, topic, coverage)
    if left == right:
        ones = sorted(ones, key=_day)
        half = len(ones) // 2
        ones, others = ones[:half][:SHOWN], ones[half:][-SHOWN:]
    else:
        others = await _of(sources, right, topic, coverage)
    lefts = await cite(sources, sorted(ones[:SHOWN], key=_day))
    rights = await cite(sources, sorted(others[:SHOWN], key=_day))
    return Comparison(topic, left, right, tuple(lefts), tuple(rights), coverage)


async def _of(sources: Sources, name: str, topic: str, coverage: Coverage) -> list[Statement]:
    """What someone said on the topic, best first."""
    understood = Understanding(kind="compare", topic=topic, speakers=(name,))
    speech = await hear(sources, understood, Filters(speaker=name), coverage, (name,))
    return [heard.statement for heard in speech.heard if not topic.strip() or heard.topic >= ENOUGH]


def _day(statement: Statement) -> tuple[date, int]:
    return statement.published or date.min, statement.id
