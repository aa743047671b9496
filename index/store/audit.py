"""The audit log: one entry a change."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from index.models import AuditEntry, Page
from index.store import cursors
from index.store.moments import moment, stamp

_COLUMNS = "key, at, by, action, subject, before, after, undone, reverts"


def begin(db: sqlite3.Connection, at: datetime, by: str, action: str) -> int:
    """Open the entry that all changes of this transaction belong to."""
    cursor = db.execute(
        "INSERT INTO audit(at, by, action, subject, before, after) VALUES (?, ?, ?, '', '', '')",
        (stamp(at), by, action),
    )
    return int(cursor.lastrowid or 0)


def complete(
    db: sqlite3.Connection, entry: int, *, subject: str, before: str, after: str, reverts: int | None = None
) -> None:
    """Say what the open entry changed."""
    db.execute(
        "UPDATE audit SET subject = ?, before = ?, after = ?, reverts = ? WHERE key = ?",
        (subject, before, after, reverts, entry),
    )


def get(db: sqlite3.Connection, entry: int, *, undoable_since: datetime) -> AuditEntry | None:
    """One entry."""
    row = db.execute(f"SELECT {_COLUMNS} FROM audit WHERE key = ?", (entry,)).fetchone()  # noqa: S608 -- constant
    return None if row is None else _entry(row, undoable_since)


def newest_undoable(db: sqlite3.Connection, *, undoable_since: datetime) -> AuditEntry | None:
    """The last change that is neither undone nor an undo itself."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM audit WHERE undone = 0 AND reverts IS NULL AND at >= ? AND action <> 'rebuild'"  # noqa: S608 -- constant
        " ORDER BY key DESC LIMIT 1",
        (stamp(undoable_since),),
    ).fetchone()
    return None if row is None else _entry(row, undoable_since)


def page(
    db: sqlite3.Connection, cursor: str | None, limit: int, *, undoable_since: datetime
) -> Page[AuditEntry]:
    """One page, newest first."""
    below = 2**63 - 1 if cursor is None else cursors.number_of(cursor)
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM audit WHERE key < ? ORDER BY key DESC LIMIT ?",  # noqa: S608 -- constant
        (below, limit + 1),
    ).fetchall()
    total = db.execute("SELECT count(*) FROM audit").fetchone()[0]
    items = tuple(_entry(row, undoable_since) for row in rows[:limit])
    following = cursors.written((items[-1].id,)) if len(rows) > limit else None
    return Page(items, total, following)


def reverted(db: sqlite3.Connection, entry: int) -> int | None:
    """The entry that this one undid, or None."""
    row = db.execute("SELECT reverts FROM audit WHERE key = ?", (entry,)).fetchone()
    return None if row is None else row[0]


def mark_undone(db: sqlite3.Connection, entry: int, *, undone: bool) -> None:
    """Mark an entry as undone, or as in force again."""
    db.execute("UPDATE audit SET undone = ? WHERE key = ?", (int(undone), entry))


def count_by(db: sqlite3.Connection, by: str) -> int:
    """How many entries carry this user id."""
    return int(db.execute("SELECT count(*) FROM audit WHERE by = ?", (by,)).fetchone()[0])


def forget(db: sqlite3.Connection, by: str) -> None:
    """Take a user id out of the log; the entries stay."""
    db.execute("UPDATE audit SET by = 'someone' WHERE by = ?", (by,))


def _entry(row: tuple[int, str, str, str, str, str, str, int, int | None], since: datetime) -> AuditEntry:
    key, at, by, action, subject, before, after, undone, _ = row
    when = moment(at)
    undoable = not undone and when >= since and action != "rebuild"
    return AuditEntry(key, when, by, action, subject, before, after, bool(undone), undoable)
