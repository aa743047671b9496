"""What a file is before it is opened as a library, and how it becomes a current one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from index import schema
from index.errors import LibraryDamaged, LibraryError, LibraryNewer, LibraryUnwritable
from index.store.failures import DAMAGED_ADVICE, translating

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
# A file up to this many bytes is read through at every start (a few tenths of a second); a larger one by
# `check`.
_READ_THROUGH = 64 << 20


def read_only_address(path: Path) -> str:
    """The URI that opens `path` without ever writing; `immutable` where SQLite could not even lock it."""
    immutable = "" if _writable(path.parent) else "&immutable=1"
    return f"{path.absolute().as_uri()}?mode=ro{immutable}"


def inspect(path: Path) -> int | None:
    """The schema version of the library at `path`, None where there is no file yet. Nothing is written.

    Raises LibraryNewer, or LibraryDamaged for a damaged file and for one that is no library.
    """
    if not path.exists():
        return None
    if path.is_dir():
        raise LibraryDamaged(f"{path}: this is a folder, not a library.", "Name the library's file.")
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except OSError as error:
        raise LibraryUnwritable(f"{path}: {error.strerror}.", "Check the rights of the file.") from error
    if not head:
        return None
    if head[: len(_MAGIC)] != _MAGIC:
        raise LibraryDamaged(
            f"{path}: this is not a Quotedesk library.", "Name another file, or put back a backup."
        )
    with translating(path):
        version = _version(path)
    if version is not None:
        _refuse_truncated(path, head)
    return version


def _version(path: Path) -> int | None:
    with closing(sqlite3.connect(read_only_address(path), uri=True)) as connection:
        application, version, tables = connection.execute(
            "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master)"
            " FROM pragma_application_id, pragma_user_version"
        ).fetchone()
        if application == 0 and version == 0 and tables == 0:
            return None
        if application != schema.APPLICATION_ID:
            raise LibraryDamaged(
                f"{path}: this database belongs to another program.", "Name the library's own file."
            )
        if version > schema.VERSION:
            raise LibraryNewer(
                f"{path}: the library was written by a newer Quotedesk (format {version}, this one reads up to"
                f" {schema.VERSION}).",
                "Update Quotedesk.",
            )
        if path.stat().st_size <= _READ_THROUGH:
            faults = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if faults != "ok":
                raise LibraryDamaged(f"{path}: the library is damaged.", DAMAGED_ADVICE)
    return int(version)


def _refuse_truncated(path: Path, head: bytes) -> None:
    """A file shorter than its header says has lost pages, unless a write-ahead log still holds them."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        return
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    if path.stat().st_size < (65536 if page == 1 else page) * pages:
        raise LibraryDamaged(f"{path}: the library is cut off.", DAMAGED_ADVICE)


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK)


def make_current(
    path: Path, version: int | None, *, steps: Mapping[int, str] = schema.MIGRATIONS, goal: int = schema.VERSION
) -> None:
    """Create the schema, or take each step from `version` to `goal`, all in one transaction."""
    if version == goal:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryUnwritable(
            f"{path.parent}: {error.strerror}.", "Choose a folder that can be written."
        ) from error
    with translating(path), closing(sqlite3.connect(path, timeout=10, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE")
        try:
            _run(connection, version, steps, goal)
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _run(connection: sqlite3.Connection, version: int | None, steps: Mapping[int, str], goal: int) -> None:
    """Execute statement by statement: `executescript` would commit in between."""
    now = connection.execute("PRAGMA user_version").fetchone()[0]
    if now != (version or 0):  # another process was first
        if now == goal:
            return
        raise LibraryError("The library changed while it was opened.", "Try again.")
    if version is None:
        _execute(connection, schema.script())
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    else:
        for number in range(version, goal):
            _execute(connection, steps[number])
    connection.execute(f"PRAGMA user_version = {goal}")


def _execute(connection: sqlite3.Connection, script: str) -> None:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    if statement.strip():
        connection.execute(statement)
