"""Marks of the file itself: its revision, whether its server was left, whether search is still to be filled."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from index.store.moments import optional_moment, stamp


def revision(db: sqlite3.Connection) -> int:
    """A number that grows with every change, also by another process."""
    row = db.execute("SELECT value FROM state WHERE name = 'revision'").fetchone()
    return 0 if row is None else int(row[0])


def bump(db: sqlite3.Connection) -> None:
    """Let the revision grow."""
    _put(db, "revision", str(revision(db) + 1))


def left(db: sqlite3.Connection) -> datetime | None:
    """When the server was left, or None."""
    row = db.execute("SELECT value FROM state WHERE name = 'left'").fetchone()
    return optional_moment(None if row is None else row[0])


def set_left(db: sqlite3.Connection, at: datetime | None) -> None:
    """Note when the server was left (None: it was joined again)."""
    if at is None:
        db.execute("DELETE FROM state WHERE name = 'left'")
    else:
        _put(db, "left", stamp(at))


def is_unindexed(db: sqlite3.Connection) -> bool:
    """Whether the search tables still are to be filled after an upgrade."""
    return db.execute("SELECT 1 FROM state WHERE name = 'unindexed'").fetchone() is not None


def set_indexed(db: sqlite3.Connection) -> None:
    """Note that the search tables hold what they should."""
    db.execute("DELETE FROM state WHERE name = 'unindexed'")


def _put(db: sqlite3.Connection, name: str, value: str) -> None:
    db.execute(
        "INSERT INTO state(name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )
