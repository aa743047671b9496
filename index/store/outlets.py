"""Outlets: which there are, and which are blocked."""

from __future__ import annotations

import sqlite3
from urllib.parse import urlsplit

from index.models import Count


def sources(db: sqlite3.Connection) -> list[str]:
    """The outlets by their names, most articles first."""
    rows = db.execute(
        "SELECT source FROM article WHERE removed IS NULL AND source <> ''"
        " GROUP BY source ORDER BY count(*) DESC, source"
    )
    return [row[0] for row in rows]


def months(db: sqlite3.Connection) -> tuple[Count, ...]:
    """How many articles there are of each month ("2026-03"), newest first."""
    rows = db.execute(
        "SELECT substr(published, 1, 7), count(*) FROM article"
        " WHERE removed IS NULL AND published IS NOT NULL GROUP BY 1 ORDER BY 1 DESC"
    )
    return tuple(Count(*row) for row in rows)


def block(db: sqlite3.Connection, name: str) -> bool:
    """Block an outlet by its name or host; False where it is blocked already."""
    cursor = db.execute(
        "INSERT OR IGNORE INTO blocked(outlet, name) VALUES (?, ?)", (_folded(name), name.strip())
    )
    return cursor.rowcount > 0


def unblock(db: sqlite3.Connection, name: str) -> bool:
    """Allow an outlet again; False where it was not blocked."""
    return db.execute("DELETE FROM blocked WHERE outlet = ?", (_folded(name),)).rowcount > 0


def blocked(db: sqlite3.Connection) -> tuple[str, ...]:
    """The blocked outlets, by name."""
    return tuple(row[0] for row in db.execute("SELECT name FROM blocked ORDER BY outlet"))


def refusal(names: tuple[str, ...], source: str, url: str | None) -> str | None:
    """The blocked name that this outlet or address falls under, or None."""
    host = _host(url)
    for name in names:
        folded = _folded(name)
        if folded == source.strip().casefold() or (host and (host == folded or host.endswith("." + folded))):
            return name
    return None


def _host(url: str | None) -> str:
    """The host of an address, "" for what is none."""
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _folded(name: str) -> str:
    return (
        name.strip()
        .casefold()
        .removeprefix("https://")
        .removeprefix("http://")
        .removeprefix("www.")
        .rstrip("/")
    )


def articles_of(db: sqlite3.Connection, name: str) -> list[int]:
    """The articles, not removed, that fall under an outlet's name or host."""
    rows = db.execute("SELECT key, source, url FROM article WHERE removed IS NULL ORDER BY key")
    return [key for key, source, url in rows if refusal((name,), source, url) is not None]
