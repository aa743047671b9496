"""Statements, articles and passages as answers read them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from index.models import Act, Certainty, Coverage, QuoteKind
from index.store.moments import day, day_text
from index.store.people import CALLED


@dataclass(frozen=True, slots=True)
class Limits:
    """Exact limits on statements or articles; None or empty means no limit, dates are inclusive."""

    speaker: str | None = None
    acts: tuple[Act, ...] = ()
    source: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A stored statement with what a citation needs. `id` names it, `speaker` is the library-wide name or
    None; `start`/`end` cut its words out of the article's text, `mention_start`/`mention_end` the speaker
    as the article writes it (None: nowhere)."""

    id: int
    article: int
    start: int
    end: int
    kind: QuoteKind
    speaker: str | None
    mention_start: int | None
    mention_end: int | None
    act: Act
    certainty: Certainty
    published: date | None
    source: str


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
class Chunk:
    """A search passage: consecutive whole sentences, the text[start:end] of one article."""

    key: int
    article: int
    start: int
    end: int


_SELECT = (
    "SELECT quote.key, quote.article, quote.start, quote.end, quote.kind, person.name, quote.mention_start,"
    " quote.mention_end, quote.act, quote.certainty, article.published, article.source"
)
_FROM = (
    " FROM quote JOIN article ON article.key = quote.article AND article.removed IS NULL"
    " LEFT JOIN person ON person.key = quote.person"
)

_PLACES = (
    "SELECT article, start, end FROM passage WHERE key IN (SELECT value FROM json_each(:passages))"
    " UNION ALL SELECT value, 0, 1 << 62 FROM json_each(:articles)"
)


def in_articles(db: sqlite3.Connection, articles: Collection[int]) -> list[Statement]:
    """All statements of these articles, in text order within each."""
    rows = db.execute(
        f"{_SELECT}{_FROM} WHERE quote.article IN (SELECT value FROM json_each(?))"  # noqa: S608 -- constants
        " ORDER BY quote.article, quote.start, quote.key",
        (json.dumps(list(articles)),),
    )
    return _statements(rows)


def at(
    db: sqlite3.Connection,
    *,
    passages: Collection[int],
    articles: Collection[int],
    speakers: Collection[str],
    acts: Collection[Act],
) -> list[Statement]:
    """The statements that these passages or articles hold a part of, in text order within each article; only
    of `speakers` and `acts` where there are any."""
    rows = db.execute(
        f"{_SELECT}{_FROM} WHERE quote.key IN (SELECT quote.key FROM ({_PLACES}) AS place JOIN quote"  # noqa: S608 -- constants
        " ON quote.article = place.article AND quote.start < place.end AND quote.end > place.start"
        " WHERE (:any_speaker OR quote.person IN"
        " (SELECT key FROM person WHERE name IN (SELECT value FROM json_each(:speakers))))"
        " AND (:any_act OR quote.act IN (SELECT value FROM json_each(:acts))))"
        " ORDER BY quote.article, quote.start, quote.key",
        {
            "passages": json.dumps(list(passages)),
            "articles": json.dumps(list(articles)),
            "any_speaker": not speakers,
            "speakers": json.dumps(list(speakers)),
            "any_act": not acts,
            "acts": json.dumps(list(acts)),
        },
    )
    return _statements(rows)


def one(db: sqlite3.Connection, statement: int) -> Statement | None:
    """One statement of an article that is not removed."""
    row = db.execute(f"{_SELECT}{_FROM} WHERE quote.key = ?", (statement,)).fetchone()
    return None if row is None else _statements([row])[0]


def within(
    db: sqlite3.Connection, limits: Limits, before: tuple[date | None, int] | None, limit: int
) -> list[Statement]:
    """Statements within limits, newest first, undated last, then by falling key, after the place `before`."""
    where, values = _where(limits)
    if before is not None:
        where += " AND (coalesce(article.published, ''), quote.key) < (?, ?)"
        values += [day_text(before[0]) or "", before[1]]
    rows = db.execute(
        f"{_SELECT}{_FROM} WHERE {where} ORDER BY coalesce(article.published, '') DESC, quote.key DESC LIMIT ?",
        (*values, limit),
    )
    return _statements(rows)


def count(db: sqlite3.Connection, limits: Limits) -> int:
    """How many statements are within limits."""
    where, values = _where(limits)
    return int(db.execute(f"SELECT count(*){_FROM} WHERE {where}", values).fetchone()[0])


def coverage(db: sqlite3.Connection, limits: Limits) -> Coverage:
    """How many articles there are within source and dates, and the days of the oldest and the newest."""
    where, values = _article_where(limits)
    among = f"FROM article WHERE removed IS NULL{where}"
    # Each by itself: the first and the last day are the ends of an index.
    row = db.execute(
        f"SELECT (SELECT count(*) {among}), (SELECT min(published) {among}), (SELECT max(published) {among})",
        values * 3,
    ).fetchone()
    return Coverage(row[0], day(row[1]), day(row[2]))


def cards(db: sqlite3.Connection, keys: Sequence[int]) -> dict[int, Card]:
    """These articles by key, removed ones left out."""
    rows = db.execute(
        "SELECT key, id, title, source, url, published FROM article"
        " WHERE removed IS NULL AND key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
    return {
        key: Card(key, name, title, source, url, day(published))
        for key, name, title, source, url, published in rows
    }


def texts(db: sqlite3.Connection, keys: Sequence[int]) -> dict[int, str]:
    """The texts of these articles."""
    rows = db.execute(
        "SELECT key, text FROM article WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),)
    )
    return dict(rows.fetchall())


def chunks(db: sqlite3.Connection, keys: Sequence[int]) -> dict[int, Chunk]:
    """These passages by key; those that are gone are left out."""
    rows = db.execute(
        "SELECT key, article, start, end FROM passage WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
    return {row[0]: Chunk(*row) for row in rows}


def leads(db: sqlite3.Connection, articles: Sequence[int]) -> dict[int, Chunk]:
    """Article -> its first passage."""
    rows = db.execute(
        # Beside min() SQLite gives the other columns of the row that has the least one.
        "SELECT min(key), article, start, end FROM passage WHERE article IN (SELECT value FROM json_each(?))"
        " GROUP BY article",
        (json.dumps(list(articles)),),
    )
    return {row[1]: Chunk(*row) for row in rows}


def _statements(rows: Iterable[tuple[Any, ...]]) -> list[Statement]:
    return [Statement(*(*row[:10], day(row[10]), row[11])) for row in rows]


def _where(limits: Limits) -> tuple[str, list[object]]:
    where, values = _article_where(limits)
    where = "1" + where
    if limits.speaker is not None:
        where += f" AND quote.person = {CALLED}"
        values += [limits.speaker, limits.speaker.casefold()]
    if limits.acts:
        where += " AND quote.act IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(list(limits.acts)))
    return where, values


def _article_where(limits: Limits) -> tuple[str, list[object]]:
    where, values = "", list[object]()
    if limits.source is not None:
        where += " AND article.source = ?"
        values.append(limits.source)
    if limits.since is not None:
        where += " AND article.published >= ?"
        values.append(day_text(limits.since))
    if limits.until is not None:
        where += " AND article.published <= ?"
        values.append(day_text(limits.until))
    return where, values
