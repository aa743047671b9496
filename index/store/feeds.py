"""Feeds, their health, and the entries that need no second look."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from index.models import Feed
from index.store.moments import optional_moment, stamp
from index.store.purged import digest

_SELECT = (
    "SELECT feed.key, feed.url, feed.title, feed.paused, coalesce(state, 'ok'), last_good, next_try,"
    " coalesce(failures, 0), coalesce(reason, ''), coalesce(articles, 0), etag, modified, coalesce(told, 0)"
    " FROM feed LEFT JOIN health ON health.feed = feed.key"
)


def get(db: sqlite3.Connection, key: int) -> Feed | None:
    """One feed with its health."""
    row = db.execute(f"{_SELECT} WHERE feed.key = ?", (key,)).fetchone()
    return None if row is None else _feed(row)


def all_feeds(db: sqlite3.Connection) -> tuple[Feed, ...]:
    """All feeds, by title."""
    return tuple(_feed(row) for row in db.execute(f"{_SELECT} ORDER BY feed.title, feed.key"))


def due(db: sqlite3.Connection, now: datetime) -> tuple[Feed, ...]:
    """The feeds to poll, those that wait longest first."""
    rows = db.execute(
        f"{_SELECT} WHERE NOT feed.paused AND coalesce(state, 'ok') <> 'gone'"
        " AND (next_try IS NULL OR next_try <= ?) ORDER BY coalesce(next_try, ''), feed.key",
        (stamp(now),),
    )
    return tuple(_feed(row) for row in rows)


def key_of(db: sqlite3.Connection, url: str) -> int | None:
    """The feed at an address."""
    row = db.execute("SELECT key FROM feed WHERE url = ?", (url,)).fetchone()
    return None if row is None else int(row[0])


def insert(db: sqlite3.Connection, url: str, title: str, added: datetime) -> int:
    """Keep a feed."""
    return insert_truth(db, url, title, paused=False, added=stamp(added))


def insert_truth(db: sqlite3.Connection, url: str, title: str, paused: bool, added: str) -> int:  # noqa: FBT001 -- a column
    """Keep a feed as an export has it."""
    cursor = db.execute(
        "INSERT INTO feed(url, title, paused, added) VALUES (?, ?, ?, ?)", (url, title, int(paused), added)
    )
    return int(cursor.lastrowid or 0)


def truth(db: sqlite3.Connection) -> list[tuple[str, str, bool, str]]:
    """(address, title, paused, added) of all feeds, in the order in which they came."""
    rows = db.execute("SELECT url, title, paused, added FROM feed ORDER BY key")
    return [(url, title, bool(paused), added) for url, title, paused, added in rows]


def set_paused(db: sqlite3.Connection, key: int, *, paused: bool) -> None:
    """Pause a feed, or let it be polled again."""
    db.execute("UPDATE feed SET paused = ? WHERE key = ?", (int(paused), key))


def move(db: sqlite3.Connection, key: int, url: str | None, title: str | None) -> None:
    """Note a new address or title, unless another feed has the address."""
    if url is not None and key_of(db, url) is None:
        db.execute("UPDATE feed SET url = ? WHERE key = ?", (url, key))
    if title is not None:
        db.execute("UPDATE feed SET title = ? WHERE key = ?", (title, key))


def delete(db: sqlite3.Connection, key: int) -> None:
    """Forget a feed; its health waits for an undo until it is tidied."""
    db.execute("DELETE FROM feed WHERE key = ?", (key,))


def put_health(db: sqlite3.Connection, feed: Feed) -> None:
    """Note how a feed is; `state` "paused" is the admins' and not stored here."""
    db.execute(
        "INSERT OR REPLACE INTO health(feed, state, last_good, next_try, failures, reason, articles, etag,"
        " modified, told) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            feed.id,
            "ok" if feed.state == "paused" else feed.state,
            None if feed.last_good is None else stamp(feed.last_good),
            None if feed.next_try is None else stamp(feed.next_try),
            feed.failures,
            feed.reason,
            feed.articles,
            feed.etag,
            feed.modified,
            int(feed.told),
        ),
    )


def note_entries(db: sqlite3.Connection, key: int, entries: Iterable[str]) -> None:
    """Note that entries need no second look."""
    db.executemany(
        "INSERT OR IGNORE INTO entry(feed, name) VALUES (?, ?)", [(key, digest(one)) for one in entries]
    )


def known_entries(db: sqlite3.Connection, key: int, entries: Collection[str]) -> frozenset[str]:
    """Which of these entries were noted."""
    return frozenset(
        one
        for one in entries
        if db.execute("SELECT 1 FROM entry WHERE feed = ? AND name = ?", (key, digest(one))).fetchone()
    )


def tidy(db: sqlite3.Connection) -> None:
    """Delete health and entries of feeds that are no more."""
    db.execute("DELETE FROM health WHERE feed NOT IN (SELECT key FROM feed)")
    db.execute("DELETE FROM entry WHERE feed NOT IN (SELECT key FROM feed)")


def _feed(row: Sequence[Any]) -> Feed:
    key, url, title, paused, state, last_good, next_try, *rest, told = row
    failures, reason, articles, etag, modified = rest
    return Feed(
        id=key,
        url=url,
        title=title,
        state="paused" if paused else state,
        last_good=optional_moment(last_good),
        next_try=optional_moment(next_try),
        failures=failures,
        reason=reason,
        articles=articles,
        etag=etag,
        modified=modified,
        told=bool(told),
    )
