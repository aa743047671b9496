"""What answering needs of a library: rows of plain values and two search fields, behind one protocol."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.models import Act, Certainty, Count, Coverage, QuoteKind, RoleLine


@dataclass(frozen=True, slots=True)
class Chunk:
    """A search passage: consecutive whole sentences of one article, `text` = its text[start:end]."""

    key: int
    article: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """An article without its text. `key` is the store's, `id` the public one."""

    key: int
    id: str
    title: str
    source: str
    url: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A stored statement. `id` names it, `speaker` is the library-wide name or None, `mention` the
    speaker as the article writes it; `start`/`end` cut its words out of the article's text."""

    id: int
    article: int
    start: int
    end: int
    kind: QuoteKind
    speaker: str | None
    mention: str | None
    act: Act
    certainty: Certainty
    published: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Limits:
    """Exact limits on statements; empty or None means no limit, dates are inclusive."""

    speaker: str | None = None
    acts: tuple[Act, ...] = ()
    source: str | None = None
    since: date | None = None
    until: date | None = None


class Found(Protocol):
    """What one search field returns (the search index's Hits)."""

    @property
    def passages(self) -> NDArray[np.int64]:
        """Keys, best first."""

    @property
    def scores(self) -> NDArray[np.float64]:
        """Their BM25 scores."""

    @property
    def idf(self) -> Mapping[str, float]:
        """The idf of each asked term that the field holds."""


class Sources(Protocol):
    """A library to read answers from: one snapshot, one read connection."""

    async def body(
        self, terms: Sequence[str], required: Sequence[Sequence[str]] = (), limit: int = 100
    ) -> Found:
        """The best chunks for the terms among those with one tag of each of `required`."""

    async def titles(self, terms: Sequence[str], limit: int = 100) -> Found:
        """The best articles (keys) by their titles."""

    async def body_scores(self, terms: Sequence[str], chunks: Sequence[int]) -> NDArray[np.float64]:
        """The scores of these chunks, in their order; 0 where no term is in."""

    async def owners(self, chunks: Sequence[int]) -> Mapping[int, int]:
        """Chunk key -> the key of its article; chunks of removed articles are left out."""

    async def chunks(self, keys: Sequence[int]) -> Mapping[int, Chunk]:
        """These chunks with their text; keys that are gone are left out."""

    async def leads(self, articles: Sequence[int]) -> Mapping[int, int]:
        """Article key -> the key of its first chunk."""

    async def cards(self, keys: Sequence[int]) -> Mapping[int, Card]:
        """These articles without their text; removed ones are left out."""

    async def texts(self, keys: Sequence[int]) -> Mapping[int, str]:
        """The texts of these articles."""

    async def key(self, article_id: str) -> int | None:
        """The key of an article that is in the library (also a withdrawn one), or None."""

    async def statements_in(self, articles: Collection[int]) -> Sequence[Statement]:
        """All statements of these articles, in text order within each."""

    async def statements(
        self, limits: Limits, *, before: tuple[date | None, int] | None = None, limit: int = 200
    ) -> Sequence[Statement]:
        """Statements within the limits, newest first (undated last, then by falling id), after the
        place `before` = (published, id) of the last one seen."""

    async def count(self, limits: Limits) -> int:
        """How many statements are within the limits."""

    async def statement(self, statement_id: int) -> Statement | None:
        """One statement of an article that is not removed."""

    async def speaker_tag(self, name: str) -> str | None:
        """The tag of a person's passages ("speaker:<key>"), None for someone who never speaks."""

    async def aliases(self, name: str) -> Sequence[str]:
        """Every form in which the articles write this person."""

    async def roles(self, name: str) -> Sequence[RoleLine]:
        """Roles as the articles state them, most often stated first."""

    async def speakers(self, limit: int = 50) -> Sequence[Count]:
        """The people with most statements."""

    async def coverage(self, limits: Limits | None = None) -> Coverage:
        """How many articles there are (within source and dates) and from when to when."""
