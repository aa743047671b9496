"""SQLite's errors in the terms of the error tree."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import LibraryDamaged, LibraryError, LibraryUnwritable

DAMAGED_ADVICE = "Put back a backup of it, or export what can be read and import that into a new library."
FULL_ADVICE = "Free some space; everything stored before is safe."

_FULL = {sqlite3.SQLITE_FULL}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}


def translated(error: sqlite3.Error, path: Path) -> LibraryError | None:
    """The error that a user can act on, or None where the program itself is at fault."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _FULL:
        return LibraryUnwritable(f"{path}: the disk is full, nothing of this change was stored.", FULL_ADVICE)
    if code in _DAMAGED:
        return LibraryDamaged(f"{path}: the library is damaged.", DAMAGED_ADVICE)
    if code in _BUSY:
        return LibraryUnwritable(
            f"{path}: another program is writing to the library.", "Wait until it is done and try again."
        )
    if code in _READ_ONLY:
        return LibraryUnwritable(
            f"{path}: the library cannot be written here.", "Check the rights of the file and of its folder."
        )
    if code == sqlite3.SQLITE_IOERR:
        return LibraryUnwritable(
            f"{path}: the disk refused to read or write; nothing of this change was stored.",
            "Check the disk; everything stored before is safe.",
        )
    return None


@contextmanager
def translating(path: Path) -> Iterator[None]:
    """Raise LibraryError in place of the SQLite errors that a user can act on."""
    try:
        yield
    except sqlite3.Error as error:
        plain = translated(error, path)
        if plain is None:
            raise
        raise plain from error
