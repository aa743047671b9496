"""Flags: what readers report, and what admins did about it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from index.models import FlagReason
from index.store.moments import moment, stamp

Outcome = Literal["open", "fixed", "dismissed"]


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A report on text[start:end] of an article (its key), or on the statement `quote` there."""

    key: int
    article: int
    quote: int | None
    start: int
    end: int
    reason: FlagReason
    note: str
    reader: str | None
    made: datetime
    outcome: Outcome


_SELECT = (
    "SELECT flag.key, article, quote, start, end, reason, note, reader, made, coalesce(verdict.outcome, 'open')"
    " FROM flag LEFT JOIN verdict ON verdict.flag = flag.key"
)


def insert(db: sqlite3.Connection, flag: FlagRow) -> int:
    """Keep a report; the same one by the same reader, still open, is one flag."""
    known = db.execute(
        f"{_SELECT} WHERE article = ? AND start = ? AND end = ? AND reason = ? AND reader IS ?"
        " AND verdict.key IS NULL",
        (flag.article, flag.start, flag.end, flag.reason, flag.reader),
    ).fetchone()
    if known is not None:
        return int(known[0])
    cursor = db.execute(
        "INSERT INTO flag(article, quote, start, end, reason, note, reader, made)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (flag.article, flag.quote, flag.start, flag.end, flag.reason, flag.note, flag.reader, stamp(flag.made)),
    )
    return int(cursor.lastrowid or 0)


def get(db: sqlite3.Connection, key: int) -> FlagRow | None:
    """One flag."""
    row = db.execute(f"{_SELECT} WHERE flag.key = ?", (key,)).fetchone()
    return None if row is None else _flag(row)


def open_flags(db: sqlite3.Connection, after: int, limit: int) -> list[FlagRow]:
    """Open flags on articles that are in the library, oldest first, after the key `after`."""
    rows = db.execute(
        f"{_SELECT} WHERE verdict.key IS NULL AND flag.key > ?"  # noqa: S608 -- constants
        " AND article IN (SELECT key FROM article WHERE removed IS NULL) ORDER BY flag.key LIMIT ?",
        (after, limit),
    )
    return [_flag(row) for row in rows]


def count_open(db: sqlite3.Connection) -> int:
    """How many flags `open_flags` lists in all."""
    row = db.execute(
        "SELECT count(*) FROM flag WHERE key NOT IN (SELECT flag FROM verdict)"
        " AND article IN (SELECT key FROM article WHERE removed IS NULL)"
    ).fetchone()
    return int(row[0])


def resolve(db: sqlite3.Connection, key: int, outcome: Outcome) -> None:
    """Close a flag and forget who made it."""
    db.execute("INSERT INTO verdict(flag, outcome) VALUES (?, ?)", (key, outcome))
    db.execute("UPDATE flag SET reader = NULL WHERE key = ?", (key,))


def of_reader(db: sqlite3.Connection, reader: str) -> list[FlagRow]:
    """The flags that a reader made and that are open."""
    return [_flag(row) for row in db.execute(f"{_SELECT} WHERE reader = ? ORDER BY flag.key", (reader,))]


def forget(db: sqlite3.Connection, reader: str) -> None:
    """Delete the flags of a reader."""
    db.execute("DELETE FROM flag WHERE reader = ?", (reader,))


def forget_notes(db: sqlite3.Connection) -> None:
    """Delete what readers wrote in flags that are closed for good, past undoing."""
    db.execute(
        "UPDATE flag SET note = '' WHERE note <> '' AND key IN"
        " (SELECT verdict.flag FROM verdict WHERE key NOT IN (SELECT key FROM past_verdict))"
    )


def _flag(row: tuple[int, int, int | None, int, int, FlagReason, str, str | None, str, Outcome]) -> FlagRow:
    key, article, quote, start, end, reason, note, reader, made, outcome = row
    return FlagRow(key, article, quote, start, end, reason, note, reader, moment(made), outcome)
