"""The admins' word on people: whom a name means (namings), and who said a statement (corrections)."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Correction:
    """Who said the words at text[start:end] of an article; `name` None means that it is unclear."""

    start: int
    end: int
    words: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Naming:
    """The full name `written` in an article means the person `name`."""

    written: str
    name: str


def namings(db: sqlite3.Connection) -> Mapping[str, str]:
    """Casefolded full name of an article -> name of the person whom it means."""
    return dict(db.execute("SELECT form, name FROM naming").fetchall())


def pinned(db: sqlite3.Connection) -> frozenset[str]:
    """The names that an admin chose."""
    return frozenset(namings(db).values())


def all_namings(db: sqlite3.Connection) -> list[Naming]:
    """Every naming, in a stable order."""
    return [Naming(*row) for row in db.execute("SELECT written, name FROM naming ORDER BY form")]


def put_naming(db: sqlite3.Connection, naming: Naming) -> None:
    """Decide whom a name means."""
    form = naming.written.casefold()
    changed = db.execute(
        "UPDATE naming SET name = ?, written = ? WHERE form = ?", (naming.name, naming.written, form)
    )
    if not changed.rowcount:
        db.execute(
            "INSERT INTO naming(form, written, name) VALUES (?, ?, ?)", (form, naming.written, naming.name)
        )


def repoint(db: sqlite3.Connection, old: str, new: str) -> list[str]:
    """Let every name that meant the person `old` mean `new`; returns these names, casefolded."""
    forms = [row[0] for row in db.execute("SELECT form FROM naming WHERE name = ?", (old,))]
    for form in forms:
        db.execute("UPDATE naming SET name = ? WHERE form = ?", (new, form))
    return forms


def corrections(db: sqlite3.Connection, article: int) -> list[Correction]:
    """The corrections of an article, in text order."""
    rows = db.execute(
        "SELECT start, end, words, name FROM correction WHERE article = ? ORDER BY start, key", (article,)
    )
    return [Correction(*row) for row in rows]


def put_correction(db: sqlite3.Connection, article: int, correction: Correction) -> None:
    """Decide who said a statement."""
    changed = db.execute(
        "UPDATE correction SET name = ?, words = ? WHERE article = ? AND start = ? AND end = ?",
        (correction.name, correction.words, article, correction.start, correction.end),
    )
    if not changed.rowcount:
        db.execute(
            "INSERT INTO correction(article, start, end, words, name) VALUES (?, ?, ?, ?, ?)",
            (article, correction.start, correction.end, correction.words, correction.name),
        )
