"""Quoted words that are nobody's speech: titles of works, nicknames, stage directions.

A title is written in capitals throughout ("The Long Way Home") and ends without a full stop; a word that
announces a name ("titled", "nicknamed") makes whatever follows one. A nickname stands inside a name.
"""

from __future__ import annotations

import re

from index.quotes.grammar import word_set
from index.quotes.marks import Segment

_LONGEST = 90
_WORD = re.compile(r"[\w'’]+")
_SMALL = word_set(
    "a an the and or of in on at to for with from by as but nor so yet vs is it into over upon de la el le"
)
_NAMING = word_set(
    "titled entitled named nicknamed dubbed codenamed code-named called song film movie book novel"
    " show program programme series album single play memoir documentary magazine podcast episode poem"
    " essay painting ballad anthem sitcom drama musical opera novella"
)
_BEFORE_TITLE = word_set("of on in to for from at by with s his her its their the watched read reading hosted")
_NICKNAME_WORDS = 3
_NAME_BEFORE = re.compile(r"\b[A-Z][\w'’.-]*\s+\Z")
_NAME_AFTER = re.compile(r"\s+[A-Z][\w'’-]+")
_NUMBERING = " \t\u00a0.)#•►-0123456789"
_STAGE = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]][\s.]*\Z")


def is_title(text: str, segment: Segment, line_start: int, line_end: int) -> bool:
    """Whether the segment is a title, a nickname or a stage direction rather than words that were said."""
    inner = text[segment.inner_start : segment.inner_end]
    if len(inner) > _LONGEST or not segment.closed:
        return False
    if _STAGE.match(inner):
        return True
    words = _WORD.findall(inner)
    before = text[max(line_start, segment.start - 30) : segment.start]
    after = text[segment.end : min(line_end, segment.end + 30)]
    if _is_nickname(inner, words, before, after):
        return True
    lead = _last_word(before)
    capitalised = _is_capitalised(words)
    if lead in _NAMING and (capitalised or lead in ("titled", "entitled", "nicknamed")):
        return True
    if lead in _BEFORE_TITLE and capitalised and len(words) > 1 and inner[-1:] == ".":
        return True  # the stop of the sentence that ends with the title
    if not capitalised or len(words) < 2 or inner[-1:] in ".!?…":  # noqa: PLR2004 - one capital begins a sentence
        return _is_subhead(inner, words, before, after)
    if not before.strip(_NUMBERING):
        return inner[-1:] != "," and (not after.strip() or after.startswith(" ("))  # an item of a list
    return lead in _BEFORE_TITLE or (inner[-1:] != "," and after[:1] not in (",", ""))


def _last_word(before: str) -> str:
    found = _WORD.findall(before.replace("’", "'").rstrip())
    return found[-1].casefold().rpartition("'")[2] if found else ""


def _is_capitalised(words: list[str]) -> bool:
    large = [word for word in words if word.casefold() not in _SMALL]
    return (
        bool(large) and all(word[0].isupper() or word[0].isdigit() for word in large) and words[0][0].isupper()
    )


def _is_nickname(inner: str, words: list[str], before: str, after: str) -> bool:
    return (
        0 < len(words) <= _NICKNAME_WORDS
        and inner[0].isupper()
        and inner[-1] not in ",.!?"
        and _NAME_BEFORE.search(before) is not None
        and _NAME_AFTER.match(after) is not None
        and _last_word(before) not in ("the", "a", "but", "and")
    )


def _is_subhead(inner: str, words: list[str], before: str, after: str) -> bool:
    """A line of its own in capitals: a heading that quotes."""
    alone = not before.strip() and not after.strip(" .")
    return alone and len(words) > 1 and _is_capitalised(words) and inner[-1:] not in "!?"
