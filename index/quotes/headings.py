"""Lines that quote as headings do: in single marks, where the article marks speech with double ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.quotes.marks import Segment

_SINGLE = frozenset("‘'‚‹›")
_NUMBER = re.compile(r"[\s\d.)#•►-]*")
_LONGEST = 120


def without_headings(text: str, marked: Sequence[Segment]) -> list[Segment]:
    """The quoted segments of a text but for those that are a heading: what such a line quotes is said further
    down, by somebody who is not told here."""
    if all(text[segment.start] in _SINGLE for segment in marked):
        return list(marked)
    return [segment for segment in marked if not _is_line(text, segment)]


def _is_line(text: str, segment: Segment) -> bool:
    """Whether a segment in single marks is all of its line, a number before it apart."""
    if text[segment.start] not in _SINGLE or segment.end - segment.start > _LONGEST:
        return False
    start = text.rfind("\n", max(0, segment.start - _LONGEST), segment.start) + 1
    if not start and segment.start > _LONGEST:
        return False
    if not _NUMBER.fullmatch(text, start, segment.start):
        return False
    end = text.find("\n", segment.end, segment.end + _LONGEST)
    rest = text[segment.end : end if end >= 0 else segment.end + _LONGEST]
    return not rest.strip()
