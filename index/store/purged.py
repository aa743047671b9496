"""Articles that admins removed and whose texts are deleted: known by digests only, so that no feed brings them
back."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable


def note(db: sqlite3.Connection, names: Iterable[str]) -> None:
    """Remember the ids and addresses of an article."""
    note_digests(db, map(digest, names))


def note_digests(db: sqlite3.Connection, digests: Iterable[bytes]) -> None:
    """Remember what another library remembered."""
    db.executemany("INSERT OR IGNORE INTO purged(name) VALUES (?)", ((one,) for one in digests))


def forget(db: sqlite3.Connection, names: Iterable[str]) -> None:
    """Forget about an article that was added by hand again."""
    db.executemany("DELETE FROM purged WHERE name = ?", ((digest(one),) for one in names))


def is_known(db: sqlite3.Connection, names: Iterable[str]) -> bool:
    """Whether one of these ids and addresses is remembered."""
    return any(db.execute("SELECT 1 FROM purged WHERE name = ?", (digest(one),)).fetchone() for one in names)


def all_digests(db: sqlite3.Connection) -> set[bytes]:
    """All that is remembered."""
    return {row[0] for row in db.execute("SELECT name FROM purged")}


def digest(name: str) -> bytes:
    """What stands for an id or an address."""
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=12).digest()
