"""Follows: digests that readers asked for, and what each has covered."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from index.models import Follow
from index.store.moments import moment, optional_moment, stamp
from index.store.people import CALLED

_SELECT = "SELECT key, reader, channel, subject, kind, every, made, last_sent FROM follow"


def insert(db: sqlite3.Connection, follow: Follow) -> int:
    """Keep a follow (its `id` does not count); asking twice is one follow. It begins with the newest
    article."""
    known = db.execute(
        "SELECT key FROM follow WHERE reader = ? AND subject = ? AND kind = ? AND channel IS ?",
        (follow.reader, follow.subject, follow.kind, follow.channel),
    ).fetchone()
    if known is not None:
        db.execute("UPDATE follow SET every = ? WHERE key = ?", (follow.every, known[0]))
        return int(known[0])
    cursor = db.execute(
        "INSERT INTO follow(reader, channel, subject, kind, every, made, last_sent, seen)"
        " VALUES (?, ?, ?, ?, ?, ?, NULL, (SELECT coalesce(max(key), 0) FROM article))",
        (follow.reader, follow.channel, follow.subject, follow.kind, follow.every, stamp(follow.made)),
    )
    return int(cursor.lastrowid or 0)


def get(db: sqlite3.Connection, key: int) -> Follow | None:
    """One follow."""
    row = db.execute(f"{_SELECT} WHERE key = ?", (key,)).fetchone()
    return None if row is None else _follow(row)


def of_reader(db: sqlite3.Connection, reader: str) -> tuple[Follow, ...]:
    """What a reader follows, oldest first."""
    return tuple(_follow(row) for row in db.execute(f"{_SELECT} WHERE reader = ? ORDER BY key", (reader,)))


def all_follows(db: sqlite3.Connection) -> list[tuple[Follow, int]]:
    """Every follow with the newest article key that its digests covered."""
    rows = db.execute(f"{_SELECT.replace(' FROM', ', seen FROM')} ORDER BY key")
    return [(_follow(row[:-1]), row[-1]) for row in rows]


def sent(db: sqlite3.Connection, key: int, now: datetime, seen: int) -> None:
    """Note that a digest went out, and the newest article that it covered."""
    db.execute("UPDATE follow SET last_sent = ?, seen = ? WHERE key = ?", (stamp(now), seen, key))


def delete(db: sqlite3.Connection, key: int) -> None:
    """Stop a digest."""
    db.execute("DELETE FROM follow WHERE key = ?", (key,))


def forget(db: sqlite3.Connection, reader: str) -> None:
    """Stop every digest of a reader."""
    db.execute("DELETE FROM follow WHERE reader = ?", (reader,))


def new_statements(db: sqlite3.Connection, name: str, seen: int, limit: int) -> tuple[list[int], int]:
    """The newest statements of a person in articles added after `seen`, and how many there are."""
    where = (
        "FROM quote JOIN article ON article.key = quote.article AND removed IS NULL"
        f" WHERE quote.article > ? AND person = {CALLED}"
    )
    rows = db.execute(
        f"SELECT quote.key {where} ORDER BY coalesce(published, '') DESC, quote.article DESC, quote.start"
        " LIMIT ?",
        (seen, name, name.casefold(), limit),
    ).fetchall()
    total = db.execute(f"SELECT count(*) {where}", (seen, name, name.casefold())).fetchone()[0]
    return [row[0] for row in rows], int(total)


def newest_article(db: sqlite3.Connection) -> int:
    """The key of the newest article."""
    return int(db.execute("SELECT coalesce(max(key), 0) FROM article").fetchone()[0])


def _follow(row: Sequence[Any]) -> Follow:
    key, reader, channel, subject, kind, every, made, last_sent = row
    return Follow(key, reader, channel, subject, kind, every, moment(made), optional_moment(last_sent))
