"""Statements, articles and passages as answers read them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from index.models import Act, Certainty, QuoteKind
from index.store.moments import day_text


@dataclass(frozen=True, slots=True)
class Bounds:
    """Exact limits on statements or articles; None or empty means no limit, dates are inclusive."""

    speaker: str | None = None
    acts: tuple[Act, ...] = ()
    source: str | None = None
    since: date | None = None
    until: date | None = None


class StatementRow(NamedTuple):
    """A statement with what a citation needs."""

    id: int
    article: int
    start: int
    end: int
    kind: QuoteKind
    speaker: str | None
    mention: str | None
    act: Act
    certainty: Certainty
    published: str | None
    source: str


class CardRow(NamedTuple):
    """An article without its text."""

    key: int
    id: str
    title: str
    source: str
    url: str | None
    published: str | None


# substr counts characters as Python does; offsets there begin at 1.
_SELECT = (
    "SELECT quote.key, quote.article, quote.start, quote.end, quote.kind, person.name,"
    " CASE WHEN quote.mention_start IS NULL THEN NULL"
    " ELSE substr(article.text, quote.mention_start + 1, quote.mention_end - quote.mention_start) END,"
    " quote.act, quote.certainty, article.published, article.source"
)
_FROM = (
    " FROM quote JOIN article ON article.key = quote.article AND article.removed IS NULL"
    " LEFT JOIN person ON person.key = quote.person"
)


def in_articles(db: sqlite3.Connection, articles: Collection[int]) -> list[StatementRow]:
    """All statements of these articles, in text order within each."""
    rows = db.execute(
        f"{_SELECT}{_FROM} WHERE quote.article IN (SELECT value FROM json_each(?))"  # noqa: S608 -- constants
        " ORDER BY quote.article, quote.start, quote.key",
        (json.dumps(list(articles)),),
    )
    return [StatementRow(*row) for row in rows]


def one(db: sqlite3.Connection, statement: int) -> StatementRow | None:
    """One statement of an article that is not removed."""
    row = db.execute(f"{_SELECT}{_FROM} WHERE quote.key = ?", (statement,)).fetchone()
    return None if row is None else StatementRow(*row)


def within(
    db: sqlite3.Connection, bounds: Bounds, before: tuple[date | None, int] | None, limit: int
) -> list[StatementRow]:
    """Statements within bounds, newest first, undated last, then by falling key, after the place `before`."""
    where, values = _where(bounds)
    if before is not None:
        where += " AND (coalesce(article.published, ''), quote.key) < (?, ?)"
        values += [day_text(before[0]) or "", before[1]]
    rows = db.execute(
        f"{_SELECT}{_FROM} WHERE {where} ORDER BY coalesce(article.published, '') DESC, quote.key DESC LIMIT ?",
        (*values, limit),
    )
    return [StatementRow(*row) for row in rows]


def count(db: sqlite3.Connection, bounds: Bounds) -> int:
    """How many statements are within bounds."""
    where, values = _where(bounds)
    return int(db.execute(f"SELECT count(*){_FROM} WHERE {where}", values).fetchone()[0])


def coverage(db: sqlite3.Connection, bounds: Bounds) -> tuple[int, str | None, str | None]:
    """How many articles there are within source and dates, and the days of the oldest and the newest."""
    where, values = _article_where(bounds)
    row = db.execute(
        f"SELECT count(*), min(published), max(published) FROM article WHERE removed IS NULL{where}",  # noqa: S608 -- constants
        values,
    ).fetchone()
    return (row[0], row[1], row[2])


def cards(db: sqlite3.Connection, keys: Sequence[int]) -> list[CardRow]:
    """These articles, removed ones left out."""
    rows = db.execute(
        "SELECT key, id, title, source, url, published FROM article"
        " WHERE removed IS NULL AND key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
    return [CardRow(*row) for row in rows]


def texts(db: sqlite3.Connection, keys: Sequence[int]) -> dict[int, str]:
    """The texts of these articles."""
    rows = db.execute(
        "SELECT key, text FROM article WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),)
    )
    return dict(rows.fetchall())


def chunk_rows(db: sqlite3.Connection, keys: Sequence[int]) -> list[tuple[int, int, int, int]]:
    """(key, article, start, end) of these passages; those that are gone are left out."""
    rows = db.execute(
        "SELECT key, article, start, end FROM passage WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
    return rows.fetchall()


def leads(db: sqlite3.Connection, articles: Sequence[int]) -> dict[int, int]:
    """Article -> its first passage."""
    rows = db.execute(
        "SELECT article, min(key) FROM passage WHERE article IN (SELECT value FROM json_each(?))"
        " GROUP BY article",
        (json.dumps(list(articles)),),
    )
    return dict(rows.fetchall())


def _where(bounds: Bounds) -> tuple[str, list[object]]:
    where, values = _article_where(bounds)
    where = "1" + where
    if bounds.speaker is not None:
        where += " AND quote.person = (SELECT key FROM person WHERE name = ?)"
        values.append(bounds.speaker)
    if bounds.acts:
        where += " AND quote.act IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(list(bounds.acts)))
    return where, values


def _article_where(bounds: Bounds) -> tuple[str, list[object]]:
    where, values = "", list[object]()
    if bounds.source is not None:
        where += " AND article.source = ?"
        values.append(bounds.source)
    if bounds.since is not None:
        where += " AND article.published >= ?"
        values.append(day_text(bounds.since))
    if bounds.until is not None:
        where += " AND article.published <= ?"
        values.append(day_text(bounds.until))
    return where, values
