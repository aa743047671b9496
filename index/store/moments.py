"""Days and moments as text whose order is that of time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache


def stamp(moment: datetime) -> str:
    """A moment in UTC, to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    """The moment that `stamp` wrote."""
    return datetime.fromisoformat(text)


def optional_moment(text: str | None) -> datetime | None:
    """The moment that `stamp` wrote, or None."""
    return None if text is None else datetime.fromisoformat(text)


@lru_cache(maxsize=4096)
def day(text: str | None) -> date | None:
    """The day that `date.isoformat` wrote, or None."""
    return None if text is None else date.fromisoformat(text)


def day_text(value: date | None) -> str | None:
    """A day as text, or None."""
    return None if value is None else value.isoformat()
