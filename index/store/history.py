"""Undo: every table of truth remembers its rows as they were, and a change is undone by putting them back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from index.schema import TRUTH


@dataclass(frozen=True, slots=True)
class Touched:
    """What one change did to one row; `change` is "insert", "update" or "delete"."""

    table: str
    key: int
    change: str


def touched(db: sqlite3.Connection, entry: int) -> list[Touched]:
    """Every row that an entry changed, in order within each table."""
    return [
        Touched(table, key, change)
        for table in TRUTH
        for key, change in db.execute(
            f"SELECT key, change FROM past_{table} WHERE entry = ? ORDER BY seq",  # noqa: S608 -- names of the schema
            (entry,),
        )
    ]


def blocker(db: sqlite3.Connection, entry: int) -> int | None:
    """The newest later entry, still in force, that changed a row which `entry` changed too; None for none."""
    found = [
        db.execute(
            f"SELECT max(later.entry) FROM past_{table} AS mine"  # noqa: S608 -- names of the schema
            f" JOIN past_{table} AS later ON later.key = mine.key AND later.entry > mine.entry"
            " JOIN audit ON audit.key = later.entry AND NOT audit.undone AND audit.reverts IS NULL"
            " WHERE mine.entry = ?",
            (entry,),
        ).fetchone()[0]
        for table in TRUTH
    ]
    return max((key for key in found if key is not None), default=None)


def text_before(db: sqlite3.Connection, entry: int, article: int) -> tuple[str, str] | None:
    """Title and text that an article had before `entry`; None where the entry made it or left it alone."""
    row = db.execute(
        "SELECT title, text FROM past_article WHERE entry = ? AND key = ? AND change <> 'insert'"
        " ORDER BY seq LIMIT 1",
        (entry, article),
    ).fetchone()
    return None if row is None else (row[0], row[1])


def owners(db: sqlite3.Connection, table: str, key: int, entry: int) -> set[int]:
    """The articles that a row of `table` belongs to, now and before `entry`."""
    rows = db.execute(
        f"SELECT article FROM {table} WHERE key = ?1"  # noqa: S608 -- names of the schema
        f" UNION SELECT article FROM past_{table} WHERE key = ?1 AND entry = ?2 AND article IS NOT NULL",
        (key, entry),
    )
    return {row[0] for row in rows}


def forms(db: sqlite3.Connection, naming: int, entry: int) -> set[str]:
    """The casefolded full names that a naming is about, now and before `entry`."""
    rows = db.execute(
        "SELECT form FROM naming WHERE key = ?1"
        " UNION SELECT form FROM past_naming WHERE key = ?1 AND entry = ?2 AND form IS NOT NULL",
        (naming, entry),
    )
    return {row[0] for row in rows}


def revert(db: sqlite3.Connection, entry: int) -> None:
    """Put back every row that `entry` changed; the triggers note this as part of the entry now open."""
    for table, columns in TRUTH.items():
        names = ", ".join(columns)
        rows = db.execute(
            f"SELECT change, key, {names} FROM past_{table} WHERE entry = ? ORDER BY seq DESC",  # noqa: S608 -- names of the schema
            (entry,),
        ).fetchall()
        for change, key, *values in rows:
            _put_back(db, table, change, key, values)


def _put_back(db: sqlite3.Connection, table: str, change: str, key: int, values: list[object]) -> None:
    columns = TRUTH[table]
    if change == "insert":
        db.execute(f"DELETE FROM {table} WHERE key = ?", (key,))  # noqa: S608 -- names of the schema
    elif change == "update":
        settings = ", ".join(f"{column} = ?" for column in columns)
        db.execute(f"UPDATE {table} SET {settings} WHERE key = ?", (*values, key))  # noqa: S608 -- names of the schema
    else:
        names, marks = ", ".join(columns), ", ".join("?" for _ in columns)
        db.execute(f"INSERT INTO {table}(key, {names}) VALUES (?, {marks})", (key, *values))  # noqa: S608 -- names of the schema


@contextmanager
def silent(db: sqlite3.Connection) -> Iterator[None]:
    """Leave no memory of what the block does to tables of truth: it is no change that anyone could undo."""
    newest = {
        table: db.execute(f"SELECT coalesce(max(seq), 0) FROM past_{table}").fetchone()[0]  # noqa: S608 -- names of the schema
        for table in TRUTH
    }
    yield
    for table, seq in newest.items():
        db.execute(f"DELETE FROM past_{table} WHERE seq > ?", (seq,))  # noqa: S608 -- names of the schema


def forget_before(db: sqlite3.Connection, at: str) -> None:
    """Delete the means of undo of every entry older than the moment `at`."""
    newest = db.execute("SELECT max(key) FROM audit WHERE at < ?", (at,)).fetchone()[0]
    if newest is not None:
        for table in TRUTH:
            db.execute(f"DELETE FROM past_{table} WHERE entry <= ?", (newest,))  # noqa: S608 -- names of the schema


def forget_article(db: sqlite3.Connection, article: int) -> None:
    """Delete every remembered form of an article."""
    db.execute("DELETE FROM past_article WHERE key = ?", (article,))
    db.execute(
        "DELETE FROM past_version WHERE article = ? OR key IN (SELECT key FROM version WHERE article = ?)",
        (article, article),
    )
