"""Listings of articles: cards without the text, sorted, searched, paged."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.errors import LibraryDamaged
from index.models import ArticleCard, Page
from index.store import cursors
from index.store.failures import DAMAGED_ADVICE
from index.store.moments import day, moment, optional_moment

Sort = Literal["newest", "oldest", "added", "title", "removed"]

_COLUMNS = (
    "article.key, article.id, article.title, article.source, article.url, article.published, article.added,"
    " coalesce(reading.words, 0), coalesce(reading.statements, 0), coalesce(reading.unclear, 0),"
    " article.removed"
)
_FROM = " FROM article LEFT JOIN reading ON reading.article = article.key"


@dataclass(frozen=True, slots=True)
class _Order:
    """A sort: its expression (never NULL), and whether it falls; ties are broken by the key alike."""

    by: str
    falls: bool


# Undated articles come last either way.
_ORDERS = {
    "newest": _Order("coalesce(article.published, '')", falls=True),
    "oldest": _Order("coalesce(article.published, '9999')", falls=False),
    "added": _Order("article.added", falls=True),
    "title": _Order("fold(article.title)", falls=False),
    "removed": _Order("coalesce(article.removed, '')", falls=True),
}


def page(db: sqlite3.Connection, query: str, sort: Sort, cursor: str | None, limit: int) -> Page[ArticleCard]:
    """The articles whose title, outlet, id or address holds `query`; "removed" lists the removed ones."""
    db.create_function("fold", 1, _fold, deterministic=True)
    order = _ORDERS[sort]
    where = "article.removed IS NOT NULL" if sort == "removed" else "article.removed IS NULL"
    values: list[object] = []
    if query:
        where += (
            " AND instr(fold(article.title || char(10) || article.source || char(10) || article.id || char(10)"
            " || coalesce(article.url, '')), ?)"
        )
        values.append(_fold(query))
    total = db.execute(f"SELECT count(*) FROM article WHERE {where}", values).fetchone()[0]  # noqa: S608 -- constants
    if cursor is not None:
        where += f" AND ({order.by}, article.key) {'<' if order.falls else '>'} (?, ?)"
        values.extend(cursors.place_of(cursor, 2))
    direction = "DESC" if order.falls else "ASC"
    rows = db.execute(
        f"SELECT {_COLUMNS}, {order.by}{_FROM} WHERE {where}"
        f" ORDER BY {order.by} {direction}, article.key {direction} LIMIT ?",
        (*values, limit + 1),
    ).fetchall()
    following = cursors.written((rows[limit - 1][-1], rows[limit - 1][0])) if len(rows) > limit else None
    return Page(tuple(_card(row) for row in rows[:limit]), total, following)


def get(db: sqlite3.Connection, key: int) -> ArticleCard | None:
    """The card of one article, removed ones too."""
    row = db.execute(f"SELECT {_COLUMNS}{_FROM} WHERE article.key = ?", (key,)).fetchone()
    return None if row is None else _card(row)


def _fold(words: str) -> str:
    return words.casefold()


def _card(row: Sequence[object]) -> ArticleCard:
    """Raises LibraryDamaged where the row holds what was never stored there, as after a misplaced page."""
    _, article_id, title, source, url, published, added, words, statements, unclear, removed = row[:11]
    try:
        return ArticleCard(
            id=str(article_id),
            title=str(title),
            source=str(source),
            url=None if url is None else str(url),
            published=day(None if published is None else str(published)),
            added=moment(str(added)),
            words=int(str(words)),
            statements=int(str(statements)),
            unclear=int(str(unclear)),
            removed=optional_moment(None if removed is None else str(removed)),
        )
    except ValueError as error:
        raise LibraryDamaged("The library is damaged.", DAMAGED_ADVICE) from error
