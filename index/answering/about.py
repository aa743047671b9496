"""What a statement is about: its own words, the text around it, and title and beginning of its article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.answering.query import Query
from index.answering.sources import Statement
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


class Topic:
    """The terms of a topic with their weights, and what is told in the articles that are looked through."""

    def __init__(self, query: Query, idf: Mapping[str, float], statements: Iterable[Statement]) -> None:
        self._asked = frozenset(query.terms)
        self._idf = idf
        self._weight = query.weight(idf)
        self._beside: dict[int, list[Statement]] = {}
        self._told: dict[int, frozenset[str]] = {}
        for one in statements:
            self._beside.setdefault(one.article, []).append(one)

    def of(self, statement: Statement, text: str, title: str) -> About:
        """What a statement of the article with this text and title has of the topic."""
        if not self._weight:
            return About(0.0, near=True)
        key = statement.article
        if key not in self._told:
            self._told[key] = self._held(f"{title}\n{text[:LEAD]}")
        start, end = statement.start, statement.end
        own = self._held(text[start:end])
        around = own | self._held(f"{text[max(0, start - AROUND) : start]} {text[end : end + AROUND]}")
        held = ((OWN, own), (NEAR, around), (ARTICLE, around | self._told[key]))
        share = sum(part * self._sum(found) for part, found in held) / self._weight
        leading = (title, _first_line(text, title), self._leading(statement, text))
        return About(share, bool(own or self._held("\n".join(leading))))

    def _held(self, words: str) -> frozenset[str]:
        return self._asked.intersection(terms(words))

    def _sum(self, held: Iterable[str]) -> float:
        return sum(self._idf.get(term, 0.0) for term in held)

    def _leading(self, statement: Statement, text: str) -> str:
        """What stands before a statement, and the rest of its paragraph, without what others say there."""
        first, last = max(0, statement.start - AROUND), text.find("\n", statement.end)
        last = min(statement.end + AROUND, len(text) if last < 0 else last)
        parts: list[str] = []
        for one in self._beside.get(statement.article, ()):
            if one.start >= last or one.end <= first or one.speaker == statement.speaker:
                continue
            parts.append(text[first : max(first, one.start)])
            first = max(first, one.end)
        return " ".join((*parts, text[first:last]))


def _first_line(text: str, title: str) -> str:
    """The first line that holds words and does not only repeat the title."""
    lines = (line.strip() for line in text[:FIRST].split("\n"))
    return next((line for line in lines if line and not title.startswith(line)), "")
