"""Dates in words: what span of days a question asks about."""

# ruff: noqa: E501 -- each pattern or list stays on a line of its own

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from index.questions.calendar import DAY_WORDS, MONTH_WORDS, Days, month_of, parse_day
from index.questions.phrases import find_ago, find_day_of

_MONTH = "|".join(MONTH_WORDS)
_DAY = "|".join(DAY_WORDS)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "few": 3, "a few": 3, "several": 4}
_COUNT = r"\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_POINT = (
    rf"\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b\.?,?(?: \d{{4}})?"
    rf"|(?:{_MONTH})\b\.? (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)(?:,? \d{{4}})?"
    rf"|(?:the (?:beginning|start|end) of )?(?:early |mid-?|late |last |this )?(?:{_MONTH})\b\.?,?(?: (?:of )?\d{{4}})?"
    rf"|(?:last |this |past )?(?:{_DAY})\b|(?:last |this )?(?:spring|summer|autumn|fall|winter)(?: (?:of )?\d{{4}})?"
    r"|(?:19|20)\d\d\b|yesterday|today|last (?:weekend|week|month|year)|this (?:week|month|year)"
    rf"|(?:{_COUNT}) (?:day|week|month|year)s? ago|(?:{_COUNT}) (?:{_DAY})s? ago"
    r"|(?:the )?(?:first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) quarter(?: of)?(?: \d{4})?"
    r"|q[1-4]\b(?: (?:of )?\d{4})?|(?:early|mid|late)[- ]?(?:19|20)\d\d|the (?:week|month) before last"
)
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("between", rf"\b(?:between|from) ({_POINT}) (?:and|to|until|till) ({_POINT})"),
        ("since", rf"\b(?:since|from|after) ({_POINT})(?: on(?:wards)?)?"),
        ("until", rf"\b(?:until|till|before|up to) ({_POINT})"),
        (
            "last",
            rf"\b(?:in |over |during |within |for )?(?:the )?(?:last|past|previous) (?:({_COUNT}) (day|week|month|year|fortnight)|(fortnight)|(?<=past )(week|month|year))s?\b",
        ),
        ("in", rf"\b(?:in|on|during|throughout|of) ({_POINT})"),
        (
            "bare",
            rf"\b(yesterday|last (?:weekend|week|month|year)|(?:last |this )(?:{_DAY})|last (?:{_MONTH}|spring|summer|autumn|fall|winter)\b|(?:{_COUNT}) (?:day|week|month|year|{_DAY})s? ago|(?:the )?(?:week|month) before last)\b",
        ),
        (
            "bare",
            rf"\b((?:{_MONTH}) \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}} (?:{_MONTH}) \d{{4}}|(?:{_MONTH}) \d{{1,2}}, \d{{4}})",
        ),
    )
)
_NOW = re.compile(
    r"\b(?:today|tonight|right now|rn(?=\W*$)|now|nowadays|currently|lately|recently|recent|latest|newest|(?:earlier )?this (?:week|month|morning|evening|weekend)|these days|at the moment|so far)\b"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A span of days, inclusive (None: open), and the place of the words that say so."""

    since: date | None
    until: date | None
    start: int
    end: int


def find_dates(question: str, today: date) -> Dated | None:
    """The first span of days that the question names in words, as seen from `today`; None without one.

    "This week", "today" and the like are no span but a wish for news: see `about_now`. What is yet to come
    is told, and limits no articles.
    """
    found = _find_dates(question, today)
    return None if found and found.since and found.since > today else found


def _find_dates(question: str, today: date) -> Dated | None:
    text = question.lower()
    if len(text) != len(question):
        return None
    if day := find_day_of(text, today):
        return Dated(day[0].first, day[0].last, *day[1:])
    for name, pattern in _FORMS:
        for found in pattern.finditer(text):
            days = _SPANS[name](found, today)
            if days is not None:
                return Dated(days.first, days.last, found.start(), found.end())
    ago = find_ago(text, today)
    return None if ago is None else Dated(ago[0].first, ago[0].last, *ago[1:])


def about_now(question: str) -> tuple[int, int] | None:
    """The place of words that ask for what is new ("this week", "latest"), if any."""
    found = _NOW.search(question.lower())
    return found.span() if found else None


def _between(found: re.Match[str], today: date) -> Days | None:
    first, last = parse_day(found.group(1), today), parse_day(found.group(2), today)
    if first is None or last is None or first.first is None or last.last is None:
        return None
    return Days(first.first, last.last) if first.first <= last.last else None


def _since(found: re.Match[str], today: date) -> Days | None:
    point = parse_day(found.group(1), today)
    if point is None or point.first is None or point.last is None:
        return None
    after = found.group().startswith("after")
    return Days(point.last + timedelta(days=1) if after else point.first, None)


def _until(found: re.Match[str], today: date) -> Days | None:
    point = parse_day(found.group(1), today)
    if point is None or point.first is None:
        return None
    before = found.group().startswith("before")
    return Days(None, point.first - timedelta(days=1) if before else point.last)


def _last(found: re.Match[str], today: date) -> Days | None:
    count = _number(found.group(1)) if found.group(1) else 1
    unit = found.group(2) or found.group(3) or found.group(4)
    days = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}[unit]
    return Days(today - timedelta(days=min(count * days, 40_000)), today)


def _in(found: re.Match[str], today: date) -> Days | None:
    words = found.group(1)
    if words in {"today", "this week", "this month", "this year"}:
        return None
    ago = re.fullmatch(rf"({_COUNT}) (day|week|month|year)s? ago", words)
    if ago:
        return _ago(_number(ago.group(1)), ago.group(2), today)
    weekday = re.fullmatch(rf"({_COUNT}) ({_DAY})s? ago", words)
    if weekday:
        back = (today.weekday() - DAY_WORDS[weekday.group(2)]) % 7 or 7
        day = today - timedelta(days=back + 7 * (_number(weekday.group(1)) - 1))
        return Days(day, day)
    return parse_day(words, today)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words]


def _ago(count: int, unit: str, today: date) -> Days:
    if unit == "day":
        day = today - timedelta(days=count)
        return Days(day, day)
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * count)
        return Days(monday, monday + timedelta(days=6))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "year" else 1)
    if unit == "month":
        return month_of(max(months // 12, 1), months % 12 + 1)
    year = max(today.year - count, 1)
    return Days(date(year, 1, 1), date(year, 12, 31))


_SPANS: dict[str, Callable[[re.Match[str], date], Days | None]] = {
    "between": _between, "since": _since, "until": _until, "last": _last, "in": _in, "bare": _in,
}  # fmt: skip
