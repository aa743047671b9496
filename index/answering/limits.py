"""Exact limits from a question and from options, as tags of the search index and as limits on statements."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from index.answering.gathering import Within
from index.answering.sources import Limits
from index.models import Coverage, Filters, Understanding


def merged(filters: Filters, understood: Understanding) -> Filters:
    """The options given, and where there is none what the question says."""
    return Filters(
        speaker=filters.speaker,
        source=filters.source or understood.source,
        since=filters.since or understood.since,
        until=filters.until or understood.until,
        act=filters.act,
    )


def statement_limits(filters: Filters, speaker: str | None = None) -> Limits:
    """The filters as limits on statements (of `speaker`, where the filters name none)."""
    return Limits(
        speaker=filters.speaker or speaker,
        acts=(filters.act,) if filters.act else (),
        source=filters.source,
        since=filters.since,
        until=filters.until,
    )


def within(filters: Filters, coverage: Coverage, *tags: tuple[str, ...]) -> Within:
    """The filters on articles, and further groups of tags, as limits on passages."""
    groups = [group for group in tags if group]
    if filters.source is not None:
        groups.append((f"source:{filters.source.casefold()}",))
    if filters.since or filters.until:
        groups.append(date_tags(filters.since, filters.until, coverage) or ("day:none",))
    return Within(tuple(groups), filters.source, filters.since, filters.until)


def date_tags(since: date | None, until: date | None, coverage: Coverage) -> tuple[str, ...]:
    """The months, and at the ends the days, from `since` to `until` of what the library covers."""
    if coverage.oldest is None or coverage.newest is None:
        return ()
    first = max(since or coverage.oldest, coverage.oldest)
    last = min(until or coverage.newest, coverage.newest)
    return tuple(_tags(first, last)) if first <= last else ()


def _tags(first: date, last: date) -> Iterator[str]:
    day = first
    while day <= last:
        end = day.replace(day=monthrange(day.year, day.month)[1])
        if day.day == 1 and end <= last:
            yield f"month:{day:%Y-%m}"
            day = end
        else:
            yield f"day:{day.isoformat()}"
        if day == date.max:
            return
        day += timedelta(days=1)
