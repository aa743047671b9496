"""Quoted segments: what stands between a pair of quotation marks, in whatever typography.

Double marks (curly, straight, guillemets either way round, low-high, `` and '') and single ones (curly,
straight, single guillemets) are paired line by line. Only the outermost pair counts: marks inside a segment
are its words. A segment left open runs to the end of its line, and says so, because speech that goes on in
the next paragraph is written like that. A straight mark after a figure (27" screen, 6' tall) measures, and a
single mark inside or at the end of a word is an apostrophe. One pass over the marks of a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from index.models import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """`start`/`end` with the marks, `inner_start`/`inner_end` without; `closed` unless no mark does.

    `opening` is the first word inside, in lower case; `last` the last sign, closing marks aside.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    opening: str
    last: str

    @property
    def inner(self) -> Span:
        """The words between the marks."""
        return Span(self.inner_start, self.inner_end)


_MARK = re.compile(
    r"&(?:quot|ldquo|rdquo|laquo|raquo|lsquo|rsquo|#34|#39|#x22|#822[0-2]|#821[67]);|``|''|[\"“”„‟«»‹›‘‚`]"
    r"|['’](?![^\W_])|['’](?<![^\W_]['’])"  # inside a word it is an apostrophe
)
_BREAK = re.compile(r"[\n\r]")
_FIRST_WORD = re.compile(r"[\s.…\[(]*([^\W\d_]+(?:['’][^\W\d_]+)?)")
_ENTITIES = {
    "&quot;": '"', "&#34;": '"', "&#x22;": '"', "&ldquo;": "“", "&#8220;": "“", "&rdquo;": "”", "&#8221;": "”",
    "&#8222;": "„", "&laquo;": "«", "&raquo;": "»", "&lsquo;": "‘", "&#8216;": "‘", "&rsquo;": "’",
    "&#8217;": "’", "&#39;": "'",
}  # fmt: skip
# Which marks close a segment that this mark opened.
_CLOSERS = {
    "“": '”"“', "„": '“”"‟', "‟": '”"', "«": "»", "»": "«»", '"': '"”', "``": "''", "''": "''",
    "‘": "’", "‚": "‘’", "'": "'", "‹": "›", "›": "‹", "”": "”",
}  # fmt: skip
_SINGLE = "‘‚'‹›"
_LONGEST_SINGLE = 1500  # characters
_MOST_INSIDE = 12  # marks inside a segment in single marks: more than these are apostrophes


class _Mark(NamedTuple):
    start: int
    end: int
    sign: str


def segments(text: str) -> list[Segment]:
    """The outermost quoted segments of `text`, in order; none crosses a line break."""
    found: list[Segment] = []
    marks: list[_Mark] = []
    start = end = 0  # the line of these marks
    for match in _MARK.finditer(text):
        if match.start() >= end:
            found += _of_line(text, start, end, marks)
            start = max(end, text.rfind("\n", end, match.start()) + 1, text.rfind("\r", end, match.start()) + 1)
            following = _BREAK.search(text, match.end())
            end = following.start() if following else len(text)
            marks = []
        sign = match.group()
        marks.append(_Mark(match.start(), match.end(), _ENTITIES.get(sign, sign)))
    return found + _of_line(text, start, end, marks)


def _of_line(text: str, start: int, end: int, marks: list[_Mark]) -> list[Segment]:
    found: list[Segment] = []
    index = 0
    last_close = _last_positions(marks)
    while index < len(marks):
        mark = marks[index]
        if not _can_open(text, mark, start, end):
            index += 1
            continue
        close = _closing(text, marks, index, end, last_close)
        if close is not None:
            found.append(_segment(text, mark, marks[close].start, marks[close].end))
            index = close + 1
        elif mark.sign in _SINGLE:
            index += 1
        else:
            stop = end
            while stop > mark.end and text[stop - 1].isspace():
                stop -= 1
            if stop > mark.end:
                found.append(_segment(text, mark, stop, stop))
            break
    return [segment for segment in found if text[segment.inner_start : segment.inner_end].strip()]


def _segment(text: str, opener: _Mark, inner_end: int, end: int) -> Segment:
    first = _FIRST_WORD.match(text, opener.end, inner_end)
    at = inner_end - 1
    while at > opener.end and (text[at].isspace() or text[at] in "’”'\"»)]"):
        at -= 1
    return Segment(
        opener.start,
        end,
        opener.end,
        inner_end,
        closed=end > inner_end,
        opening="" if first is None else first.group(1).casefold().replace("’", "'"),
        last=text[at : at + 1],
    )


def _last_positions(marks: list[_Mark]) -> dict[str, int]:
    """The last index of every sign: spares a search that cannot succeed."""
    return {mark.sign: index for index, mark in enumerate(marks)}


def _closing(text: str, marks: list[_Mark], opened: int, end: int, last: dict[str, int]) -> int | None:
    opener = marks[opened]
    closers = _CLOSERS[opener.sign]
    signs = (closers,) if closers == "''" else tuple(closers)
    if all(last.get(sign, -1) <= opened for sign in signs):
        return None
    depth = 0
    for index in range(opened + 1, len(marks)):
        mark = marks[index]
        if opener.sign in _SINGLE and _too_far(opener, mark, index - opened):
            return None
        nests = mark.sign == opener.sign and mark.sign in "“«"
        if (nests or opener.sign + mark.sign == '"“') and _can_open(text, mark, opener.start, end):
            depth += 1
        elif mark.sign in signs and _can_close(text, mark, opener, end):
            if depth == 0 or mark.sign not in "”»":
                return index
            depth -= 1
    # A pair inside took the closing mark: the last one that closes anything closes the outer one.
    return _last_closer(marks, opened, signs) if depth else None


def _too_far(opener: _Mark, mark: _Mark, inside: int) -> bool:
    return mark.start - opener.end > _LONGEST_SINGLE or inside > _MOST_INSIDE


def _last_closer(marks: list[_Mark], opened: int, signs: tuple[str, ...]) -> int | None:
    for index in range(len(marks) - 1, opened, -1):
        if marks[index].sign in signs and marks[index].sign in "”»":
            return index
    return None


def _around(text: str, mark: _Mark, start: int, end: int) -> tuple[str, str]:
    before = text[mark.start - 1] if mark.start > start else " "
    after = text[mark.end] if mark.end < end else " "
    return before, after


def _can_open(text: str, mark: _Mark, start: int, end: int) -> bool:
    before, after = _around(text, mark, start, end)
    if mark.sign in "“„‟«``":
        return not (mark.sign == "`" or (after.isspace() and mark.end >= end))
    if mark.sign in "”’":
        return False
    if mark.sign in "»›":
        return not after.isspace() and not before.isalnum()
    if mark.sign in ('"', "''"):
        return not before.isdigit() and not before.isalpha() and not after.isspace() and before != "="
    if mark.sign == "'":
        return (before.isspace() or before in '([—–-“"') and (after.isalnum() or after in '“"[($£€…')
    return not before.isalnum() and not after.isspace()


def _can_close(text: str, mark: _Mark, opener: _Mark, end: int) -> bool:
    before, after = _around(text, mark, opener.end, end)
    if opener.sign in _SINGLE:
        if mark.start - opener.end < 1 or before.isspace():
            return False
        return not after.isalnum()
    if mark.sign == "“":
        return opener.sign == "„" or (not before.isspace() and (after.isspace() or after in ",.;:!?)"))
    if mark.sign == '"':
        return not (before.isspace() and after.isalnum()) and not (after.isalnum() and before.isalnum())
    return True
