"""Calendar dates as newsrooms write them; no clock is read, so "yesterday" is not a date."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date, datetime

from index.text.months import MONTHS

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|2[01])\d\d)(?!\d)"
_PATTERNS = (
    re.compile(r"(?<!\d)(?P<year>(?:1[5-9]|2[01])\d\d)([-/.])(?P<number>[01]?\d)\2(?P<day>[0-3]?\d)(?!\d)"),
    re.compile(rf"(?<!\d){_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}", re.IGNORECASE),
    re.compile(rf"(?<![^\W\d]){_MONTH}[\s-]+{_DAY},?[\s-]+{_YEAR}", re.IGNORECASE),
    re.compile(
        r"(?<!\d)(?P<first>[0-3]?\d)(?P<mark>[./-])(?P<second>[0-3]?\d)(?P=mark)(?P<year>(?:19|2[01])\d\d)(?!\d)"
    ),
)
# A year and a word: less is not worth the slow parser's time.
_FOREIGN = re.compile(r"(?=.*(?<!\d)(?:1[5-9]|2[01])[0-9]{2}(?!\d)).*[^\W\d_]{3}", re.DOTALL)
# Of all its languages dateparser takes 150 ms to find out that a word is none; of these it takes 4.
_LANGUAGES = [
    *("de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "tr", "sv", "da", "nb", "fi", "cs", "ro", "hu"),
    *("el", "ar", "fa", "he", "id"),
]
# No date is longer; what is, is a sentence, and the slow parser below must not read sentences.
LONGEST_DATE = 60


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Where a date stands in a line; `day` is None where it could be either of two ("05/06/2021")."""

    day: date | None
    start: int
    end: int


def find_date(line: str) -> FoundDate | None:
    """Return the first calendar date with a year that `line` holds, or None."""
    found: FoundDate | None = None
    for pattern in _PATTERNS:
        match = pattern.search(line)
        if match is None or (found is not None and match.start() >= found.start):
            continue
        found = FoundDate(_day_of(match), match.start(), match.end())
    return found


def read_date(value: str) -> date | None:
    """Return the day that a metadata field names, in any common notation, or None."""
    value = value.strip()
    try:
        return date.fromisoformat(value[:10]) if len(value) > 9 and value[4] == "-" else _read_odd(value)  # noqa: PLR2004 (YYYY-MM-DD)
    except ValueError:
        return _read_odd(value)


@functools.lru_cache(maxsize=4096)
def _read_odd(value: str) -> date | None:
    """Read what is not ISO; cached, for the days of a collection repeat."""
    if not value or len(value) > LONGEST_DATE:
        return None
    found = find_date(value)
    if found is not None:
        return found.day
    if value.isdecimal():
        return _from_compact(value)
    # Month names of other languages; of figures alone no parser can know the order.
    if not _FOREIGN.search(value):
        return None
    import dateparser

    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "RETURN_AS_TIMEZONE_AWARE": False}
    parsed = dateparser.parse(value, languages=_LANGUAGES, settings=settings)
    return parsed.date() if isinstance(parsed, datetime) else None


def _from_compact(digits: str) -> date | None:
    """Read "20211128" (basic ISO)."""
    try:
        return date.fromisoformat(digits) if len(digits) == 8 else None  # noqa: PLR2004 (YYYYMMDD)
    except ValueError:
        return None


def _day_of(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if "first" in parts:
        return _either_order(int(parts["first"]), int(parts["second"]), year, parts["mark"])
    month = int(parts["number"]) if "number" in parts else _month_number(parts["month"])
    return _valid(year, month, int(parts["day"]))


def _month_number(word: str) -> int:
    short = word.lower()[:3]
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(short))


def _either_order(first: int, second: int, year: int, mark: str) -> date | None:
    """Read a day and a month in unknown order; dots are day first everywhere, else only where it is certain."""
    if mark == "." or first > 12:  # noqa: PLR2004 (months)
        return _valid(year, second, first)
    if second > 12 or first == second:  # noqa: PLR2004 (months)
        return _valid(year, first, second)
    return None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
