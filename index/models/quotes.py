"""Statements: who said what, as offsets into an article's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Act = Literal[
    "said",
    "promised",
    "warned",
    "demanded",
    "denied",
    "accused",
    "praised",
    "announced",
    "predicted",
    "asked",
]
QuoteKind = Literal["direct", "mixed", "indirect"]
Certainty = Literal["named", "pronoun", "description", "unclear"]
Gender = Literal["female", "male", "plural", "thing", "unknown"]


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement, or one part of a split one.

    `start`/`end` cut its words out of the article; `speaker_start`/`speaker_end` cut out the mention of
    the speaker as written ("he", "the Iranian president"), both None where there is none. `speaker` is the
    full name, or None where the evidence is thin; then `certainty` is "unclear". No quote crosses a line break.
    """

    start: int
    end: int
    kind: QuoteKind
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    cue: str | None
    act: Act
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Role:
    """A title, office or description (`start`/`end` cut it out of the text) that an article gives to `name`."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """Someone (or an organisation that speaks) in one article: the full name, every form it is written in."""

    name: str
    forms: tuple[str, ...]
    gender: Gender
    is_person: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the quote engine reads out of one article, in text order."""

    quotes: tuple[Quote, ...]
    people: tuple[Person, ...]
    roles: tuple[Role, ...]
