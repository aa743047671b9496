"""What a statement is about: its own words, the text around it, and title and beginning of its article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.answering.query import Query
from index.answering.sources import Statement
from index.text.finding import Finder

_GAP = re.compile(r"\s")
AROUND = 300  # characters before and after a statement that tell what it is about
FIRST = 400  # characters within which the first line is read
LEAD = 600  # characters at the beginning of an article that tell what all of it is about
# What the words of a statement count beside its surroundings, and these beside title and lead of its article.
OWN, NEAR, ARTICLE = 0.35, 0.2, 0.45


@dataclass(frozen=True, slots=True)
class About:
    """How well a statement fits a topic, from 0 to 1, how much of it stands in the statement's `own` words (0
    where a word that is needed is nowhere near), and whether a word of it stands there, in the title or the
    first line: elsewhere in the article it may be another's topic."""

    share: float
    own: float
    near: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Where the terms of a topic stand in an article (in order), around its statements and in its lead; and
    which of them are in its title, its first line, and its title and lead."""

    starts: Sequence[int]
    terms: Sequence[str]
    title: frozenset[str]
    first: frozenset[str]
    lead: frozenset[str]

    def held(self, start: int, end: int) -> frozenset[str]:
        """The terms in a stretch of the text."""
        return frozenset(self.terms[bisect_left(self.starts, start) : bisect_left(self.starts, end)])

    def leading(self, statement: Statement, text: str, others: Iterable[Statement]) -> bool:
        """Whether a term stands before a statement or in the rest of its paragraph, outside what others say;
        `others` are all statements of the article, in text order."""
        first, last = max(0, statement.start - AROUND), text.find("\n", statement.end)
        last = min(statement.end + AROUND, len(text) if last < 0 else last)
        for one in others:
            if one.start >= last:
                break
            if one.end <= first or one.speaker == statement.speaker:
                continue
            if self.held(first, one.start):
                return True
            first = max(first, one.end)
        return bool(self.held(first, last))


_NOTHING = Told((), (), frozenset(), frozenset(), frozenset())


class Topic:
    """The terms of a topic with their weights; those `needed` must be near a statement that has others."""

    def __init__(self, query: Query, idf: Mapping[str, float], needed: Iterable[str] = ()) -> None:
        self._finder = Finder(query.terms)
        self._idf = idf
        self._needed = frozenset(needed)
        self._weight = query.weight(idf)

    def told(self, text: str, title: str, statements: Iterable[Statement]) -> Told:
        """What is told of the topic in an article, around these statements of it (in text order)."""
        if not self._weight:
            return _NOTHING
        found = [
            (start + place, term)
            for start, end in _around(text, statements)
            for place, term in self._finder.find(text[start:end])
        ]
        starts, held = [start for start, _ in found], [term for _, term in found]
        named = frozenset(term for _, term in self._finder.find(title))
        told = Told(starts, held, named, frozenset(), frozenset())
        return replace(told, first=told.held(*_first_line(text, title)), lead=named | told.held(0, LEAD))

    def of(self, statement: Statement, told: Told) -> About:
        """What a statement has of the topic, in an article that tells so much of it."""
        if not self._weight:
            return About(0.0, 0.0, near=True)
        start, end = statement.start, statement.end
        own = told.held(start, end)
        around = told.held(start - AROUND, end + AROUND)
        held = ((OWN, own), (NEAR, around), (ARTICLE, around | told.lead))
        share = sum(part * self._sum(found) for part, found in held) / self._weight
        told_of = self._needed <= around | told.title
        return About(
            share, self._sum(own) / self._weight if told_of else 0.0, near=bool(own or told.title or told.first)
        )

    def _sum(self, held: Iterable[str]) -> float:
        return sum(self._idf.get(term, 0.0) for term in held)


def _around(text: str, statements: Iterable[Statement]) -> Iterator[tuple[int, int]]:
    """Stretches of whole words that do not meet: the lead, and what is around statements (in text order)."""
    first, last = 0, _word_end(text, LEAD)
    for one in statements:
        start = text.rfind(" ", last, max(last, one.start - AROUND))
        if start >= 0:
            yield first, last
            first = start
        last = max(last, _word_end(text, one.end + AROUND))
    yield first, last


def _word_end(text: str, place: int) -> int:
    gap = _GAP.search(text, place)
    return gap.start() if gap else len(text)


def _first_line(text: str, title: str) -> tuple[int, int]:
    """The first line that holds words and does not only repeat the title."""
    start = 0
    for line in text[:FIRST].split("\n"):
        if line.strip() and not title.startswith(line.strip()):
            return start, start + len(line)
        start += len(line) + 1
    return 0, 0
