"""Two people made one, row by row: nothing is derived anew, however much either of them said."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from index.search import Entry
from index.store import people, rulings, settling
from index.store.entries import speaker_tag


@dataclass(frozen=True, slots=True)
class Retagged:
    """Passages as the search index has them and as it is to have them, by the tags that change."""

    before: tuple[Entry, ...]
    after: tuple[Entry, ...]


def join(db: sqlite3.Connection, keep: int, other: int) -> Retagged:
    """Make everything of `other` that of `keep`, who stays; returns what changes in the search index."""
    had, has = _passages(db, other), set(_passages(db, keep))
    for table in ("quote", "appearance", "role"):
        db.execute(f"UPDATE {table} SET person = ? WHERE person = ?", (keep, other))  # noqa: S608 -- of the schema
    settling.settle(db, (keep, other), rulings.pinned(db))
    return Retagged(
        before=tuple(Entry(passage, "", (speaker_tag(other),)) for passage in had),
        after=tuple(Entry(passage, "", (speaker_tag(keep),)) for passage in had if passage not in has),
    )


def rename(db: sqlite3.Connection, key: int, name: str) -> None:
    """Let a person go by a name that nobody else has and that an admin chose."""
    db.execute("UPDATE person SET name = ? WHERE key = ?", (name, key))
    settling.settle(db, (key,), rulings.pinned(db))


def articles_apart(db: sqlite3.Connection, names: frozenset[str], key: int) -> list[int]:
    """The articles that give one of these (casefolded) full names to anyone but the person `key`."""
    wanted = people.articles_naming(db, names)
    if not wanted:
        return []
    apart = []
    for article in wanted:
        rows = db.execute("SELECT name FROM appearance WHERE article = ? AND person <> ?", (article, key))
        if any(name.casefold() in names for (name,) in rows):
            apart.append(article)
    return apart


def _passages(db: sqlite3.Connection, person: int) -> list[int]:
    """The passages in which someone speaks."""
    rows = db.execute(
        "SELECT DISTINCT passage.key FROM quote JOIN passage ON passage.article = quote.article"
        " AND quote.start < passage.end AND quote.end > passage.start WHERE quote.person = ? ORDER BY 1",
        (person,),
    )
    return [row[0] for row in rows]
