"""Pages that answers cited, and what they were when they were last looked at."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection
from datetime import date, datetime

from index.models import CitedPage
from index.store.moments import optional_moment, stamp


def cite(db: sqlite3.Connection, articles: Collection[str], day: date) -> None:
    """Note that answers cited these articles (ids) on a day."""
    db.execute(
        "INSERT INTO visit(article, cited) SELECT key, ?2 FROM article"
        " WHERE id IN (SELECT value FROM json_each(?1)) AND url IS NOT NULL"
        " ON CONFLICT (article) DO UPDATE SET cited = max(cited, excluded.cited)",
        (json.dumps(sorted(articles)), day.isoformat()),
    )


def due(db: sqlite3.Connection, *, cited_since: date, checked_before: datetime, limit: int) -> list[CitedPage]:
    """The pages to look at now, those that wait longest first."""
    rows = db.execute(
        "SELECT id, url, text, seen, etag, modified FROM visit JOIN article ON article.key = visit.article"
        " WHERE cited >= ? AND removed IS NULL AND (checked IS NULL OR checked < ?)"
        " ORDER BY coalesce(checked, ''), visit.article LIMIT ?",
        (cited_since.isoformat(), stamp(checked_before), limit),
    )
    return [
        CitedPage(article, url, digest(text) if seen is None else seen, seen is None, etag, modified)
        for article, url, text, seen, etag, modified in rows
    ]


def record(
    db: sqlite3.Connection,
    page: CitedPage,
    at: datetime,
    *,
    seen: bytes,
    etag: str | None,
    modified: str | None,
) -> None:
    """Note what a page is now."""
    db.execute(
        "UPDATE visit SET checked = ?, seen = ?, etag = ?, modified = ?, gone = NULL WHERE article = ("
        "SELECT key FROM article WHERE id = ?)",
        (stamp(at), seen, etag, modified, page.article),
    )


def record_gone(db: sqlite3.Connection, page: CitedPage, at: datetime) -> None:
    """Note that a page is gone, from when it was seen to be so first."""
    db.execute(
        "UPDATE visit SET checked = ?1, gone = coalesce(gone, ?1) WHERE article = ("
        "SELECT key FROM article WHERE id = ?2)",
        (stamp(at), page.article),
    )


def record_failure(db: sqlite3.Connection, page: CitedPage, at: datetime) -> None:
    """Note that a page could not be looked at this night."""
    db.execute(
        "UPDATE visit SET checked = ? WHERE article = (SELECT key FROM article WHERE id = ?)",
        (stamp(at), page.article),
    )


def gone(db: sqlite3.Connection, key: int) -> datetime | None:
    """Since when the page of an article is gone, or None."""
    row = db.execute("SELECT gone FROM visit WHERE article = ?", (key,)).fetchone()
    return None if row is None else optional_moment(row[0])


def tidy(db: sqlite3.Connection) -> None:
    """Forget the visits of articles that are no more."""
    db.execute("DELETE FROM visit WHERE article NOT IN (SELECT key FROM article)")


def digest(text: str) -> bytes:
    """What stands for the words of a page: a change of white space is none."""
    return hashlib.blake2b(" ".join(text.split()).encode(), digest_size=16).digest()
