"""Lines of an article that tell nothing: a byline, or a date alone."""

from __future__ import annotations

import re

from index.text.months import MONTHS

_MOST_WORDS = 14
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LEAD = re.compile(
    r"(?:by|posted|published|(?:last )?updated|reporting by|written by|photo|image|source)\b[: ]", re.IGNORECASE
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DATES = (
    "am pm a.m p.m gmt utc est edt pst bst cet at on updated published posted st nd rd th",
    *(f"{name} {name[:3]} {name[:4]}" for name in (*MONTHS, *_DAYS)),
)
_WHEN = frozenset(" ".join(_DATES).casefold().split())
_SMALL = frozenset(
    {"by", "and", "for", "of", "the", "in", "at", "on", "with", "from", "to", "von", "van", "de"}
)


def is_furniture(line: str) -> bool:
    """Whether a sentence is a byline or a date alone ("By News Desk - 28 November 2021")."""
    words = _WORD.findall(line)[: _MOST_WORDS + 1]
    if not words or len(words) > _MOST_WORDS:
        return False
    rest = [word for word in words if word.casefold().rstrip(".") not in _WHEN and not word[0].isdigit()]
    if not rest:
        return True
    if not _LEAD.match(line):
        return False
    return all(word[0].isupper() or word in _SMALL for word in rest[1:])
