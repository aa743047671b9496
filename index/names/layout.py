"""Where sentences, paragraphs and quoted words begin and end: just enough for names, in one pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_STOP = re.compile(r"[.!?…]+[\"”’»)\]']{0,3}(?=\s)|\n")
_MARK = re.compile(r"[\"“”„«»\n]|''|``")
_OPENING = frozenset({"“", "„", "«", "``"})
_EITHER = frozenset({'"', "''"})
# Words whose full stop does not end a sentence (lower case, without inner dots).
_ABBREVIATED = frozenset(
    {
        "mr", "mrs", "ms", "dr", "prof", "rev", "fr", "st", "gen", "lt", "col", "sgt", "capt", "maj",
        "cpl", "cmdr", "adm", "sen", "rep", "gov", "hon", "jr", "sr", "no", "vs", "inc", "corp", "co",
        "ltd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "u.s",
        "u.k", "u.n", "e.u", "d.c", "a.m", "p.m", "supt", "insp", "det", "amb", "pres", "atty", "sens",
        "reps", "govs", "gens", "profs", "drs",
    }
)  # fmt: skip
_LONGEST_ABBREVIATION = 5
_LONGEST_HEADLINE = 200


@dataclass(frozen=True, slots=True)
class Layout:
    """Sorted offsets: sentence starts, paragraph starts, and starts and ends of quoted words. `steps`
    counts, for each
    sentence, those up to it that do not start inside quoted words."""

    sentences: tuple[int, ...]
    steps: tuple[int, ...]
    paragraphs: tuple[int, ...]
    opened: tuple[int, ...]
    closed: tuple[int, ...]

    @property
    def first_line(self) -> int:
        """Where the first line ends, often a headline; 0 for none that could be one."""
        second = self.paragraphs[1] if len(self.paragraphs) > 1 else 0
        return second if second <= _LONGEST_HEADLINE else 0

    def sentence(self, position: int) -> int:
        """The number of the sentence around a position."""
        return bisect_right(self.sentences, position) - 1

    def step(self, position: int) -> int:
        """How far the story has come at a position, in sentences; those within a quotation do not count."""
        return self.steps[self.sentence(position)]

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
    starts = tuple(dict.fromkeys(sentences))
    return Layout(starts, _steps(starts, opened, closed), tuple(dict.fromkeys(paragraphs)), opened, closed)


def _steps(starts: Sequence[int], opened: Sequence[int], closed: Sequence[int]) -> tuple[int, ...]:
    """For each sentence how many up to it start outside quoted words."""
    steps: list[int] = []
    place = count = 0
    for start in starts:
        while place < len(closed) and closed[place] <= start:
            place += 1
        count += not (place < len(opened) and opened[place] <= start)
        steps.append(count)
    return tuple(steps)


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
    has_curly = "“" in text
    for mark in _MARK.finditer(text):
        kind, position = mark.group(), mark.start()
        is_open = len(opened) > len(closed)
        if kind in _OPENING or (kind in _EITHER and not is_open):
            if is_open and text[opened[-1] - 1] == '"':
                # Another article's paragraph quoted whole: its own quotations are the ones that count.
                opened.pop()
                is_open = False
            if not is_open:
                opened.append(mark.end())
        elif is_open and kind == "\n" and has_curly and text[opened[-1] - 1] == '"':
            # A paragraph of another article, quoted whole in a text that marks speech
            # otherwise: a story of its own.
            opened.pop()
        elif is_open:
            closed.append(position)
    if len(opened) > len(closed):
        closed.append(len(text))
    return tuple(opened), tuple(closed)
