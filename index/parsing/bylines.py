"""Lines that say who wrote an article, where and when: "By News Desk - November 28 2021"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from index.parsing.dates import find_date
from index.parsing.furniture import is_share_bar

# A longer line is prose; bylines with three authors, outlet, date and time stay well below it.
LONGEST_BYLINE = 220
# Words: "X and Y of the Z Bureau" has nine; a name that is longer is a headline in capitals.
_LONGEST_NAME = 9
_BY = re.compile(
    r"^(?:written|reported|words|story|text|analysis|opinion|report|posted|published)?\s*by[:\s]\s*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?P<label>author|authors|source|outlet|publisher|publication|newspaper|url|link)\s*:\s*", re.IGNORECASE
)
_URL = re.compile(r"^<?(https?://[^\s<>]+)>?$", re.IGNORECASE)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_CLOCK = re.compile(
    r"(?:\bat\s+|T|,\s*)?(?<!\d)[0-2]?\d[:.h][0-5]\d(?:[:.][0-5]\d)?(?:\.\d+)?\s*(?:(?i:[ap]\.?\s?m\b\.?))?\s*"
    r"(?:\(?(?:GMT|UTC|[A-Z]{0,4}T|BST|CEST|Z)\b\)?)?(?:\s?[+-]\d\d:?\d\d)?"
    r"|\b[01]?\d\s*(?i:[ap]\.?m)\b\.?(?:\s*(?:GMT|UTC|[A-Z]{0,4}T)\b)?",
)
_NOISE = re.compile(
    r"\b(?:first |last |originally )?(?:published|updated|posted|modified|created|date)\b(?:\s+(?:on|at))?\s*:?"
    rf"|\b{_WEEKDAY}\b\.?"
    r"|\b\d+\s+min(?:ute)?s?\s+read\b|\((?:updated|local time)\)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:[|•·—–/;]|\s-+\s|\s-$|^-\s|\t|,(?!\s*(?:Jr|Sr|I{2,3}|MD|PhD)\b)|\s{3,})\s*")
_PLACE = re.compile(r"\s+(?:in|reporting from|from|at)\s+(?=[A-Z])")
_FOR = re.compile(r"\s+(?:for|of)\s+(?=[A-Z])")
_ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|staff|columnist|desk|bureau|contributor|analyst|newsroom|team|chief|producer)\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:times|post|gazette|herald|news|press|wire|agency|tribune|journal|daily|observer|chronicle|today|mail|telegraph"
    r"|guardian|broadcasting|radio|tv|television|online|monitor|standard|review|courier|star|sun|globe|mirror|express|echo"
    r"|examiner|inquirer|independent|voice|dispatch|bulletin|register|record|magazine|weekly|network|service|ledger|argus"
    r"|sentinel|mercury|advertiser|reporters?)\b|^[A-Z]{2,6}$|\w\.(?:com|org|net|co\.\w\w|example|info|tv|io|[a-z]{2})$",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:^|\s)(?:and|&)\s+", re.IGNORECASE)
_CAPITALS = re.compile(r"^[A-Z]{2,6}$")
_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "at",
        "by",
        "da",
        "de",
        "del",
        "der",
        "di",
        "du",
        "el",
        "for",
        "from",
        "in",
        "la",
        "le",
        "of",
        "on",
        "or",
        "the",
        "to",
        "van",
        "von",
        "y",
        "&",
        "with",
        "al",
        "bin",
        "ibn",
    )
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What one line of the head says; empty where it says nothing of the kind."""

    author: str = ""
    source: str = ""
    published: date | None = None
    url: str | None = None

    def joined(self, other: Byline) -> Byline:
        """Return both as one; what stands first wins."""
        return Byline(
            self.author or other.author,
            self.source or other.source,
            self.published or other.published,
            self.url or other.url,
        )


def read_byline(line: str) -> Byline | None:
    """Return what a byline says, or None where `line` is the article's own prose."""
    line = line.strip().strip("*_>#~ \t").strip("()[]").strip()
    if not line or len(line) > LONGEST_BYLINE:
        return None
    address = _URL.match(line)
    if address is not None:
        return Byline(url=address[1])
    if is_share_bar(line):
        return Byline()
    by = _BY.match(line)
    if by is not None:
        return _after_by(line[by.end() :])
    label = _LABEL.match(line)
    if label is not None:
        return _labelled(label["label"].lower(), line[label.end() :].strip())
    return _dated(line)


def _after_by(rest: str) -> Byline | None:
    """Read what follows "By": names, then perhaps roles, a place, the outlet and the date."""
    plain, day = _without_date(rest)
    segments = _segments(plain)
    if not segments:
        return None
    first = _PLACE.split(segments[0], maxsplit=1)[0]
    writer, *outlet = _FOR.split(first, maxsplit=1)
    if (
        not _is_name(writer)
        or len(writer.split()) > _LONGEST_NAME
        or _reads_on(rest)
        or re.match(rf"{_WEEKDAY}\b", writer, re.IGNORECASE)
    ):
        return None
    if any(len(segment.split()) > _LONGEST_NAME for segment in segments[1:]):
        return None
    authors, source = [writer], outlet[0] if outlet else ""
    for segment in segments[1:]:
        if _is_outlet(segment):
            source = source or segment
        elif not _ROLE.search(segment) and _AND.search(segment) and _is_name(segment):
            authors.append(_AND.sub("", segment, count=1) if segment.lower().startswith("and ") else segment)
    return Byline(re.sub(r"\s+on$", "", ", ".join(authors)), source, day)


def _dated(line: str) -> Byline | None:
    """Read a line without "By" that has a date and beside it only names: "The Post | 28 Nov 2021"."""
    plain, day = _without_date(line)
    if plain == line or _reads_on(line):
        return None
    author = source = ""
    for segment in _segments(plain):
        by = _BY.match(segment)
        name = segment[by.end() :] if by else segment
        if not _is_name(name) or len(name.split()) > _LONGEST_NAME:
            return None
        if by is None and _is_outlet(name):
            source = source or name
        else:
            author = author or name
    return Byline(author, source, day)


def _labelled(label: str, value: str) -> Byline | None:
    """Read "Source: The Post" and the like; dates have a rule of their own."""
    if not value or len(value.split()) > 12:  # noqa: PLR2004 (a value, not a sentence)
        return None
    if label in {"author", "authors"}:
        return Byline(author=value)
    if label in {"url", "link"}:
        address = _URL.match(value)
        return Byline(url=address[1]) if address else None
    return Byline(source=value)


def _without_date(line: str) -> tuple[str, date | None]:
    """Return `line` without its dates, times and the words about them, and its first date."""
    first: date | None = None
    found = find_date(line)
    while found is not None:
        first = first or found.day
        line = f"{line[: found.start]} | {line[found.end :]}"
        found = find_date(line)
        if found is None:
            line = _NOISE.sub(" | ", _CLOCK.sub(" | ", line))
    return line, first


def _segments(plain: str) -> list[str]:
    pieces = (piece.strip(" \t:;()[]*_") for piece in _SEPARATOR.split(plain))
    return [piece for piece in pieces if piece and any(mark.isalpha() for mark in piece)]


def _is_name(segment: str) -> bool:
    """Whether all words are written as in a name; at least one capital, no verb can hide in lower case."""
    words = segment.split()
    return (
        bool(words)
        and any(word[0].isupper() for word in words)
        and all(
            word[0].isupper()
            or not word[0].isalpha()
            or word.lower() in _SMALL
            or _ROLE.fullmatch(word)
            or "." in word
            for word in words
        )
    )


def _is_outlet(segment: str) -> bool:
    if _ROLE.search(segment):
        return False
    return _CAPITALS.match(segment) is not None or _OUTLET.search(segment) is not None


def _reads_on(line: str) -> bool:
    """Whether the line ends as a sentence does (an initial or "p.m." is no end)."""
    line = line.rstrip()
    if line.endswith(("!", "?", "…", "”", '"', ":", ";")):
        return True
    return line.endswith(".") and not re.search(r"(?:\b[A-Za-z]|\b(?:Jr|Sr|Inc|Ltd|Co)|[ap]\.m)\.$", line)
