"""Where sentences, paragraphs and quoted words begin and end: just enough for names, in one pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_STOP = re.compile(r"[.!?…]+[\"”’»)\]']{0,3}(?=\s)|\n")
_MARK = re.compile(r"[\"“”„«»\n]")
# Words whose full stop does not end a sentence (lower case, without inner dots).
_ABBREVIATED = frozenset(
    {
        "mr", "mrs", "ms", "dr", "prof", "rev", "fr", "st", "gen", "lt", "col", "sgt", "capt", "maj",
        "cpl", "cmdr", "adm", "sen", "rep", "gov", "hon", "jr", "sr", "no", "vs", "inc", "corp", "co",
        "ltd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "u.s",
        "u.k", "u.n", "e.u", "d.c", "a.m", "p.m", "supt", "insp", "det", "amb", "pres", "atty",
    }
)  # fmt: skip
_LONGEST_ABBREVIATION = 5


@dataclass(frozen=True, slots=True)
class Layout:
    """Sorted offsets: sentence starts, paragraph starts, and starts and ends of quoted words."""

    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    opened: tuple[int, ...]
    closed: tuple[int, ...]

    def sentence(self, position: int) -> int:
        """The number of the sentence around a position."""
        return bisect_right(self.sentences, position) - 1

    def paragraph(self, position: int) -> int:
        """The number of the paragraph around a position."""
        return bisect_right(self.paragraphs, position) - 1

    def sentence_start(self, position: int) -> int:
        """Where the sentence around a position starts."""
        return self.sentences[self.sentence(position)]

    def quoted(self, position: int) -> bool:
        """Whether a position lies between quotation marks."""
        index = bisect_right(self.opened, position) - 1
        return index >= 0 and position < self.closed[index]


def layout(text: str) -> Layout:
    """Read the layout of a text."""
    sentences, paragraphs = [0], [0]
    for stop in _STOP.finditer(text):
        start = _next_word(text, stop.end())
        if text[stop.start()] == "\n":
            paragraphs.append(start)
            sentences.append(start)
        elif not _goes_on(text, stop.start(), start):
            sentences.append(start)
    opened, closed = _quoted(text)
    return Layout(tuple(dict.fromkeys(sentences)), tuple(dict.fromkeys(paragraphs)), opened, closed)


def _next_word(text: str, position: int) -> int:
    """The first position from `position` on that is not blank, looking no further than a short stretch."""
    for index in range(position, min(position + 8, len(text))):
        if not text[index].isspace():
            return index
    return position


def _goes_on(text: str, stop: int, following: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation or an initial."""
    if text[stop] != ".":
        return False
    if text[following : following + 1].islower():
        return True
    start = (
        max(text.rfind(" ", max(0, stop - _LONGEST_ABBREVIATION - 1), stop), stop - _LONGEST_ABBREVIATION - 1)
        + 1
    )
    word = text[start:stop]
    return (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATED


def _quoted(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Starts and ends of quoted stretches; what is left open closes at the end of its line."""
    opened: list[int] = []
    closed: list[int] = []
    for mark in _MARK.finditer(text):
        kind, position = mark.group(), mark.start()
        is_open = len(opened) > len(closed)
        if kind in "“„«" or (kind == '"' and not is_open):
            if is_open and text[opened[-1] - 1] == '"':
                # Another article's paragraph quoted whole: its own quotations are the ones that count.
                opened.pop()
                is_open = False
            if not is_open:
                opened.append(position + 1)
        elif is_open:
            closed.append(position)
    if len(opened) > len(closed):
        closed.append(len(text))
    return tuple(opened), tuple(closed)
