"""What answering needs of a library: rows of plain values and two search fields, behind one protocol."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.models import Act, Count, Coverage, RoleLine
from index.store.statements import Card, Chunk, Limits, Statement

__all__ = ["Card", "Chunk", "Found", "Limits", "Sources", "Statement", "statements_of"]


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

    async def held(self, terms: Sequence[str], chunks: Sequence[int]) -> Sequence[frozenset[str]]:
        """Which of the terms each of these chunks has, in their order."""

    async def chunks(self, keys: Sequence[int]) -> Mapping[int, Chunk]:
        """These chunks by key; those of removed articles are left out."""

    async def leads(self, articles: Sequence[int]) -> Mapping[int, Chunk]:
        """Article key -> its first chunk."""

    async def cards(self, keys: Sequence[int]) -> Mapping[int, Card]:
        """These articles without their text; removed ones are left out."""

    async def texts(self, keys: Sequence[int]) -> Mapping[int, str]:
        """The texts of these articles."""

    async def key(self, article_id: str) -> int | None:
        """The key of an article that is in the library (also a withdrawn one), or None."""

    async def statements_in(self, articles: Collection[int]) -> Sequence[Statement]:
        """All statements of these articles, in text order within each."""

    async def statements_at(
        self,
        passages: Collection[int],
        articles: Collection[int],
        speakers: Collection[str],
        acts: Collection[Act],
    ) -> Sequence[Statement]:
        """The statements in these passages and in the whole of these articles, in text order within each
        article; only of `speakers` and `acts` where there are any."""

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


async def statements_of(sources: Sources, articles: Collection[int]) -> Mapping[int, Sequence[Statement]]:
    """Article -> all its statements, in text order; an article without any is left out."""
    found: dict[int, list[Statement]] = {}
    for statement in await sources.statements_in(articles):
        found.setdefault(statement.article, []).append(statement)
    return found
