"""One date in words ("28 November", "last Monday", "mid-2021") as a span of days."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from index.text.months import MONTHS

MONTH_WORDS: dict[str, int] = (
    {name: number for number, name in enumerate(MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(MONTHS, 1)}
    | {"sept": 9}
)
MONTH_WORDS = dict(sorted(MONTH_WORDS.items(), key=lambda item: -len(item[0])))
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
DAY_WORDS: dict[str, int] = {name: number for number, name in enumerate(_DAYS)}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days, both ends included; None is open."""

    first: date | None
    last: date | None


def month_of(year: int, month: int) -> Days:
    """All days of a month."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def parse_day(words: str, today: date) -> Days | None:
    """The days that lower-case `words` mean as seen from `today`, or None.

    A month or season without a year, and a bare weekday, is the latest that has begun.
    """
    part = _part_of_year(re.sub(r"\b(?:the|of) ", "", words), today)
    if part is not None:
        return part
    words = re.sub(r"\b(?:the|of|early|late|mid|beginning|start|end)\b[- ]?|[,.](?= |$)", "", words).strip()
    for reader in (_relative, _weekday, _numeric, _named, _season):
        found = reader(words, today)
        if found is not None:
            return found
    return None


def _relative(words: str, today: date) -> Days | None:
    monday = today - timedelta(days=today.weekday())
    first = today.replace(day=1)
    before = first - timedelta(days=1)
    spans = {
        "today": Days(today, today),
        "yesterday": Days(today - timedelta(days=1), today - timedelta(days=1)),
        "this week": Days(monday, today),
        "this month": Days(first, today),
        "this year": Days(date(today.year, 1, 1), today),
        "last weekend": Days(monday - timedelta(days=2), monday - timedelta(days=1)),
        "last week": Days(monday - timedelta(days=7), monday - timedelta(days=1)),
        "last month": month_of(before.year, before.month),
    }
    if today.year > 1:
        earlier = before.replace(day=1) - timedelta(days=1)
        spans["week before last"] = Days(monday - timedelta(days=14), monday - timedelta(days=8))
        spans["month before last"] = month_of(earlier.year, earlier.month)
    if today.year > 1:
        spans["last year"] = Days(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
    return spans.get(words)


def _weekday(words: str, today: date) -> Days | None:
    found = re.fullmatch(r"(?:last |this |past )?(\w+)", words)
    if not found or found.group(1) not in DAY_WORDS:
        return None
    back = (today.weekday() - DAY_WORDS[found.group(1)]) % 7
    if back == 0 and words.startswith("last "):
        back = 7
    day = today - timedelta(days=back)
    return Days(day, day)


def _numeric(words: str, today: date) -> Days | None:
    del today
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})-(\d{2}))?", words)
    if found:
        if not found.group(2):
            year = int(found.group(1))
            return Days(date(year, 1, 1), date(year, 12, 31)) if year else None
        return _day(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    found = re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", words)
    if not found:
        return None
    one, two, year = (int(group) for group in found.groups())
    return _day(year, two, one) or _day(year, one, two)


def _named(words: str, today: date) -> Days | None:
    words = re.sub("^(?:last|this) ", "", words)
    found = re.fullmatch(
        r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]+)(?: (\d{1,2})(?:st|nd|rd|th)?)?(?: (\d{4}))?", words
    )
    if not found or found.group(2) not in MONTH_WORDS:
        return None
    month, day = MONTH_WORDS[found.group(2)], found.group(1) or found.group(3)
    year = int(found.group(4)) if found.group(4) else today.year
    if not found.group(4) and (month, int(day or 1)) > (today.month, today.day):
        year -= 1
    if year < 1:
        return None
    return _day(year, month, int(day)) if day else month_of(year, month)


def _season(words: str, today: date) -> Days | None:
    found = re.fullmatch(r"(?:last |this )?([a-z]+)(?: (\d{4}))?", words)
    if not found or found.group(1) not in _SEASONS:
        return None
    month = _SEASONS[found.group(1)]
    year = int(found.group(2)) if found.group(2) else today.year - (month > today.month)
    if not 1 <= year < date.max.year:
        return None
    end = month_of(year + (month + 2 > 12), (month + 1) % 12 + 1)  # noqa: PLR2004 -- winter ends in the next year
    return Days(date(year, month, 1), end.last)


def _part_of_year(words: str, today: date) -> Days | None:
    """Quarters ("second quarter 2025", "q2") and thirds ("early 2025", "mid-2025", "late 2025")."""
    found = re.fullmatch(r"(early|mid|late)[- ]?(\d{4})", words)
    if found and found[2] != "0000":
        first = {"early": 1, "mid": 5, "late": 9}[found[1]]
        return Days(date(int(found[2]), first, 1), month_of(int(found[2]), first + 3).last)
    found = re.fullmatch(r"(?:q([1-4])|(\w+) quarter)(?: (\d{4}))?", words)
    if not found or found[3] == "0000":
        return None
    number = int(found[1]) if found[1] else _ORDINALS.get(found[2], 0)
    if found[2] == "last" and not found[3]:
        before = (today.month - 1) // 3  # quarters of this year that are over
        return _quarter(today.year if before else today.year - 1, before or 4)
    if not number:
        return None
    year = int(found[3]) if found[3] else today.year - (3 * number - 2 > today.month)
    return _quarter(year, number)


def _quarter(year: int, number: int) -> Days | None:
    if year < 1:
        return None
    return Days(date(year, 3 * number - 2, 1), month_of(year, 3 * number).last)


def _day(year: int, month: int, day: int) -> Days | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Days(found, found)
