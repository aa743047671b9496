"""Date phrases that the own table lacks ("a fortnight ago", "the 3rd of last month"), read by dateparser."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from index.questions.calendar import Days, month_of

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

# Only where such a phrase stands is the reader, which takes a while to load, asked at all.
_LEAD = r"\b(?:(?P<lead>since|from|after|until|till|before|up to|in|on|during) )?(?:the )?"
_DAY_OF = re.compile(
    _LEAD + r"(?P<words>\d{1,2}(?:st|nd|rd|th)? of (?:last|this) month|day before yesterday)\b"
)
_AGO = re.compile(_LEAD + r"(?P<words>(?:[\w-]+ ){1,2}(?:minute|hour|fortnight|decade)s? ago)\b")
_MOST_FOUND = 3
_MOST_TRIED = 4


Found = tuple[Days, int, int]


def find_day_of(text: str, today: date) -> Found | None:
    """A day counted from another ("the 3rd of last month") in a lower-case text, with its place."""
    return _find(_DAY_OF, text, today)


def find_ago(text: str, today: date) -> Found | None:
    """A time "ago" in a lower-case text, with its place."""
    return _find(_AGO, text, today)


def _find(pattern: re.Pattern[str], text: str, today: date) -> Found | None:
    for found in islice(pattern.finditer(text), _MOST_FOUND):
        words, start = found["words"], found.start("words")
        for _ in range(_MOST_TRIED):
            days = _read(words, today)
            if days is not None:
                whole = found.start() if start == found.start("words") else start
                return _bounded(days, found["lead"] if whole == found.start() else None), whole, found.end()
            cut = words.find(" ") + 1
            if not cut:
                break
            words, start = words[cut:], start + cut
    return None


def _read(words: str, today: date) -> Days | None:
    moment = datetime(today.year, today.month, today.day)  # noqa: DTZ001 -- a day, not a moment
    try:
        found = _parser(moment).get_date_data(words)
    except (OverflowError, ValueError):  # a number that no calendar has
        return None
    if found.date_obj is None or found.date_obj.date() > today:
        return None
    day = found.date_obj.date()
    if found.period == "month":
        return month_of(day.year, day.month)
    if found.period == "week":
        monday = day - timedelta(days=day.weekday())
        return Days(monday, monday + timedelta(days=6))
    if found.period == "year":
        return Days(date(day.year, 1, 1), date(day.year, 12, monthrange(day.year, 12)[1]))
    return Days(day, day)


@lru_cache(maxsize=4)
def _parser(moment: datetime) -> DateDataParser:
    from dateparser.date import DateDataParser

    settings = {"RELATIVE_BASE": moment, "PREFER_DATES_FROM": "past", "RETURN_AS_TIMEZONE_AWARE": False}
    return DateDataParser(languages=["en"], settings=settings)


def _bounded(days: Days, lead: str | None) -> Days:
    """The days since, until, before or after the phrase, where a word before it says so."""
    if lead in {"since", "from"}:
        return Days(days.first, None)
    if lead == "after" and days.last is not None:
        return Days(days.last + timedelta(days=1), None)
    if lead in {"until", "till", "up to"}:
        return Days(None, days.last)
    if lead == "before" and days.first is not None:
        return Days(None, days.first - timedelta(days=1))
    return days
