"""Paragraphs and sentences as spans of a text.

A sentence never crosses a line break and carries its closing quotation marks and brackets. A full stop
after a known abbreviation or an initial ends a sentence only before a word that commonly opens one.
One pass over the candidates, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re

from index.models import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations that stand before a name or a number, so that the stop after them never ends a sentence.
TITLES = _words(
    "adm ald amb asst atty brig capt cdr cmdr col comdr cpl det dr fr gen gov hon insp jr lt maj messrs mgr mr"
    " mrs ms mx pres prof pvt rep reps rev rt sec sen sens sgt sr st supt treas vs"
)
# Abbreviations that may also end a sentence: the next word decides.
_LOOSE = _words(
    "a.m ala approx apr ariz assn aug ave bldg blvd calif cf co colo conn corp dec del dept dist e.g ed est etc"
    " feb fig fla ft ga i.e ill inc ind jan jul jun kan ky la ltd mar mass md mich min minn miss mo mont mt n.c"
    " n.h n.j n.m n.y neb nev no nos nov oct okla ore p p.m pa pp ph.d r.i s.c s.d sept tenn tex u.k u.n u.s"
    " u.s.a univ v va viz vol vt wash wis wyo"
)
# Words that, capitalised after an abbreviation, most likely open a new sentence.
_OPENERS = _words(
    "a after all although an and as asked at both but by during even every for from he her his how however i if"
    " in it its last many meanwhile most mr mrs ms my no on one our she since so some still such that the their"
    " then there these they this those though to under we what when where while who why with yet you"
)
_PARAGRAPH = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"”’»›“')\]]{0,4}(?=\s)")
_WORD_BEFORE = re.compile(r"[\w.&'’-]{1,24}\Z")
_OPENING = "\"“‘«‹„'([—–-•*¿¡"
_REPORTING = re.compile(
    r"\s+(?:\w+\s+){0,4}(?:said|says|asked|asks|added|wrote|cried|shouted|replied|exclaimed|demanded|told)\b"
)
_LOOK_BACK = 24


def paragraphs(text: str) -> list[Span]:
    """The lines of `text` that hold something other than white space, stripped of outer white space."""
    found = []
    for match in _PARAGRAPH.finditer(text):
        span = _stripped(text, match.start(), match.end())
        if span is not None:
            found.append(span)
    return found


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]`, in order, as offsets into `text`."""
    stop = len(text) if end is None else end
    found: list[Span] = []
    for match in _PARAGRAPH.finditer(text, start, stop):
        begin = match.start()
        for candidate in _STOP.finditer(text, match.start(), match.end()):
            if candidate.start() >= begin and _ends_sentence(text, candidate, match.end()):
                _append(found, text, begin, candidate.end())
                begin = candidate.end()
        _append(found, text, begin, match.end())
    return found


def is_abbreviation(word: str) -> bool:
    """Whether a stop after `word` (given without it) is part of the word: "Mr", "U.S", "J"."""
    lower = word.casefold()
    return lower in TITLES or lower in _LOOSE or _is_initial(word) or _is_dotted(lower)


def opens_sentence(word: str) -> bool:
    """Whether a capitalised `word` most likely begins a sentence even after an abbreviation."""
    return word.casefold() in _OPENERS


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    span = _stripped(text, start, end)
    if span is not None:
        found.append(span)


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _ends_sentence(text: str, stop: re.Match[str], limit: int) -> bool:
    following = _first_letters(text, stop.end(), limit)
    if not following:
        return True
    first = following.lstrip(_OPENING)[:1]
    if first.islower():
        return False
    mark = text[stop.start()]
    if mark in "!?" and stop.end() - stop.start() > 1:
        return _REPORTING.match(text, stop.end(), min(limit, stop.end() + 80)) is None
    if mark != "." or stop.group()[1:2] == ".":
        return True
    return not _belongs_to_word(text, stop.start(), following.lstrip(_OPENING))


def _first_letters(text: str, start: int, limit: int) -> str:
    return text[start : min(limit, start + 24)].lstrip()


def _belongs_to_word(text: str, stop: int, following: str) -> bool:
    before = _WORD_BEFORE.search(text[max(0, stop - _LOOK_BACK) : stop])
    if before is None:
        return False
    word = before.group()
    lower = word.casefold().lstrip("'’-&.")
    if lower in TITLES:
        return True
    if lower in _LOOSE or _is_initial(word) or _is_dotted(lower):
        next_word = re.match(r"\w+", following)
        return next_word is not None and not opens_sentence(next_word.group())
    return False


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _is_dotted(lower: str) -> bool:
    parts = lower.split(".")
    return len(parts) > 1 and all(len(part) <= 1 for part in parts)
