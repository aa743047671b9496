"""What a statement is about: its own words, the text around it, and title and beginning of its article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.answering.query import Query
from index.answering.sources import Statement
from index.text.finding import Finder
from index.text.tokens import terms

AROUND = 300  # characters before and after a statement that tell what it is about
FIRST = 400  # characters within which the first line is read
LEAD = 600  # characters at the beginning of an article that tell what all of it is about
# What the words of a statement count beside its surroundings, and these beside title and lead of its article.
OWN, NEAR, ARTICLE = 0.35, 0.2, 0.45


@dataclass(frozen=True, slots=True)
class About:
    """How well a statement fits a topic, from 0 to 1, and whether a word of it stands in the statement, in
    what leads to it, in the title or the first line: elsewhere in the article it may be another's topic."""

    share: float
    near: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """Where the terms of a topic stand in an article (in order), and which of them are in its title, its first
    line, and its title and lead."""

    starts: Sequence[int]
    terms: Sequence[str]
    title: frozenset[str]
    first: frozenset[str]
    lead: frozenset[str]

    def held(self, start: int, end: int) -> frozenset[str]:
        """The terms in a stretch of the text."""
        return frozenset(self.terms[bisect_left(self.starts, start) : bisect_left(self.starts, end)])


class Topic:
    """The terms of a topic with their weights, and what is told in the articles that are looked through; each
    text is read once, however many statements it holds."""

    def __init__(self, query: Query, idf: Mapping[str, float], statements: Iterable[Statement]) -> None:
        self._asked = frozenset(query.terms)
        self._finder = Finder(query.terms)
        self._idf = idf
        self._weight = query.weight(idf)
        self._beside: dict[int, list[Statement]] = {}
        self._told: dict[int, _Told] = {}
        for one in statements:
            self._beside.setdefault(one.article, []).append(one)

    def of(self, statement: Statement, text: str, title: str) -> About:
        """What a statement of the article with this text and title has of the topic."""
        if not self._weight:
            return About(0.0, near=True)
        told = self._told.get(statement.article)
        if told is None:
            told = self._told[statement.article] = self._read(text, title)
        start, end = statement.start, statement.end
        own = told.held(start, end)
        around = told.held(start - AROUND, end + AROUND)
        held = ((OWN, own), (NEAR, around), (ARTICLE, around | told.lead))
        share = sum(part * self._sum(found) for part, found in held) / self._weight
        near = bool(own or told.title or told.first or (around and self._leading(statement, text, told)))
        return About(share, near)

    def _read(self, text: str, title: str) -> _Told:
        found = self._finder.find(text)
        starts, held = [start for start, _ in found], [term for _, term in found]
        named = self._asked.intersection(terms(title))
        told = _Told(starts, held, named, frozenset(), frozenset())
        return replace(told, first=told.held(*_first_line(text, title)), lead=named | told.held(0, LEAD))

    def _sum(self, held: Iterable[str]) -> float:
        return sum(self._idf.get(term, 0.0) for term in held)

    def _leading(self, statement: Statement, text: str, told: _Told) -> bool:
        """Whether a term stands before a statement or in the rest of its paragraph, outside what others say."""
        first, last = max(0, statement.start - AROUND), text.find("\n", statement.end)
        last = min(statement.end + AROUND, len(text) if last < 0 else last)
        for one in self._beside.get(statement.article, ()):
            if one.start >= last:
                break
            if one.end <= first or one.speaker == statement.speaker:
                continue
            if told.held(first, one.start):
                return True
            first = max(first, one.end)
        return bool(told.held(first, last))


def _first_line(text: str, title: str) -> tuple[int, int]:
    """The first line that holds words and does not only repeat the title."""
    start = 0
    for line in text[:FIRST].split("\n"):
        if line.strip() and not title.startswith(line.strip()):
            return start, start + len(line)
        start += len(line) + 1
    return 0, 0
