"""The headers that matter, read from and written for strangers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import aiohttp


def content_type(response: aiohttp.ClientResponse) -> str:
    """Return the media type in lower case, "" where none was declared."""
    return response.headers.get("Content-Type", "").partition(";")[0].strip().lower()


def is_header(value: str) -> bool:
    """Whether a stored value may go back into a header."""
    return value.isascii() and value.isprintable()


def retry_after(value: str) -> timedelta | None:
    """Read Retry-After: seconds or a date."""
    value = value.strip()[:64]
    if value.isascii() and value.isdecimal():
        return timedelta(seconds=min(int(value[:9]), 30 * 86_400))
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    when = when if when.tzinfo is not None else when.replace(tzinfo=UTC)
    return min(max(when - datetime.now(UTC), timedelta()), timedelta(days=30))
