"""What was read out of an article beside its statements: counts, bands, passages, roles."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Sequence

from index.models import Role, Span


def insert(db: sqlite3.Connection, rows: Iterable[tuple[int, int, int, int, tuple[int, ...]]]) -> None:
    """Note (article, words, statements, unclear, bands) of articles."""
    rows = list(rows)
    db.executemany(
        "INSERT INTO reading(article, words, statements, unclear, bands) VALUES (?, ?, ?, ?, ?)",
        [(*row[:4], struct.pack(f"<{len(row[4])}q", *row[4])) for row in rows],
    )
    db.executemany(
        "INSERT OR IGNORE INTO band(hash, article) VALUES (?, ?)",
        sorted((band, row[0]) for row in rows for band in row[4]),
    )


def get(db: sqlite3.Connection, article: int) -> tuple[int, tuple[int, ...]] | None:
    """The number of words of an article, and its bands."""
    row = db.execute("SELECT words, bands FROM reading WHERE article = ?", (article,)).fetchone()
    return None if row is None else (row[0], _bands(row[1]))


def counts(db: sqlite3.Connection, article: int) -> tuple[int, int, int, int]:
    """Words, statements, unclear statements and people of an article; zeros where nothing is derived from
    it."""
    row = db.execute(
        "SELECT words, statements, unclear, (SELECT count(DISTINCT person) FROM appearance WHERE article = ?1)"
        " FROM reading WHERE article = ?1",
        (article,),
    ).fetchone()
    return (0, 0, 0, 0) if row is None else row


def insert_passages(db: sqlite3.Connection, rows: Sequence[tuple[int, Span]]) -> None:
    """Store passages: (article, place); their keys rise in the order given."""
    db.executemany(
        "INSERT INTO passage(article, start, end) VALUES (?, ?, ?)",
        [(article, span.start, span.end) for article, span in rows],
    )


def passages(db: sqlite3.Connection, article: int) -> list[tuple[int, Span]]:
    """(key, place) of the passages of an article, in text order."""
    rows = db.execute("SELECT key, start, end FROM passage WHERE article = ? ORDER BY start, key", (article,))
    return [(key, Span(start, end)) for key, start, end in rows]


def roles(db: sqlite3.Connection, article: int) -> tuple[Role, ...]:
    """The roles that an article states, in text order."""
    rows = db.execute("SELECT named, start, end FROM role WHERE article = ? ORDER BY key", (article,))
    return tuple(Role(*row) for row in rows)


def withdraw(db: sqlite3.Connection, article: int) -> None:
    """Take out counts, bands and passages of an article."""
    row = get(db, article)
    if row is not None:
        db.executemany("DELETE FROM band WHERE hash = ? AND article = ?", [(band, article) for band in row[1]])
    db.execute("DELETE FROM reading WHERE article = ?", (article,))
    db.execute("DELETE FROM passage WHERE article = ?", (article,))


def forget(db: sqlite3.Connection, article: int) -> None:
    """Forget the statements that went with an article that is no more."""
    db.execute("DELETE FROM vanished WHERE article = ?", (article,))


def _bands(blob: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(blob) // 8}q", blob)
