"""Articles: as parsed (Draft), as stored (Article), as listed (ArticleCard)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

Concern = Literal[
    "short", "teaser", "paywall", "consent", "no-date", "no-title", "live-blog", "gallery", "recommended"
]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open offsets into an article's text, as Python string indices."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """An article that has been parsed and not stored. `text` is kept character for character.

    `redirects` are other addresses that lead to it; `fetched`: it was read from its page just now, so that
    where the library has other words, the page has changed.
    """

    text: str
    id: str | None = None
    url: str | None = None
    title: str = ""
    author: str = ""
    source: str = ""
    published: date | None = None
    language: str = ""
    concerns: tuple[Concern, ...] = ()
    redirects: tuple[str, ...] = ()
    fetched: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """A stored article. `source` is the outlet's name, "" where not known; `gone` is since when its page is
    gone, None where that was not seen."""

    id: str
    text: str
    url: str | None
    title: str
    author: str
    source: str
    published: date | None
    language: str
    added: datetime
    version: int = 1
    removed: datetime | None = None
    also: tuple[Outlet, ...] = ()
    gone: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """Another place that printed the same article."""

    source: str
    url: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """A line of a list of articles."""

    id: str
    title: str
    source: str
    url: str | None
    published: date | None
    added: datetime
    words: int
    statements: int
    unclear: int
    removed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What adding one draft did. `outcome`: "added", "same" (known already, nothing changed),
    "updated" (a new version of a known page), "copy" (the same text from another outlet)."""

    id: str
    outcome: Literal["added", "same", "updated", "copy"]
    title: str
    words: int
    statements: int
    people: int
    unclear: int


@dataclass(frozen=True, slots=True)
class Refused:
    """One input of a batch that was not stored, and the sentence that says why."""

    name: str
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What adding a draft would do; nothing is stored. `known` is the id of a stored twin."""

    draft: Draft
    words: int
    statements: int
    unclear: int
    people: tuple[str, ...]
    known: str | None
    outcome: Literal["added", "same", "updated", "copy"]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a listing; `cursor` continues it (None at the end), stable under inserts."""

    items: tuple[T, ...]
    total: int
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier form of an article, and when it was replaced."""

    number: int
    title: str
    text: str
    replaced: datetime
    vanished: tuple[str, ...] = field(default=())
