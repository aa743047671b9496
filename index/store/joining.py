"""Two people made one, row by row: nothing is derived anew, however much either of them said."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

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
    before = speakers(db, "person", (keep, other))
    for table in ("quote", "appearance", "role"):
        db.execute(f"UPDATE {table} SET person = ? WHERE person = ?", (keep, other))  # noqa: S608 -- of the schema
    settling.settle(db, (keep, other), rulings.pinned(db))
    return retagged(before, speakers(db, "person", (keep,)))


def speakers(
    db: sqlite3.Connection, of: Literal["article", "person"], keys: Iterable[int]
) -> set[tuple[int, int]]:
    """Each passage with each person who speaks in it, in these articles or of these people."""
    rows = db.execute(
        "SELECT DISTINCT passage.key, quote.person FROM quote"  # noqa: S608 -- of the schema
        " JOIN passage ON passage.article = quote.article"
        " AND quote.start < passage.end AND quote.end > passage.start"
        f" WHERE quote.{of} IN (SELECT value FROM json_each(?)) AND quote.person IS NOT NULL",
        (json.dumps(list(keys)),),
    )
    return set(rows)


def retagged(before: AbstractSet[tuple[int, int]], after: AbstractSet[tuple[int, int]]) -> Retagged:
    """What changes in the search index where `speakers` were others before."""
    return Retagged(_entries(before - after), _entries(after - before))


def _entries(speaking: Iterable[tuple[int, int]]) -> tuple[Entry, ...]:
    tags: dict[int, list[str]] = {}
    for passage, person in sorted(speaking):
        tags.setdefault(passage, []).append(speaker_tag(person))
    return tuple(Entry(passage, "", tuple(some)) for passage, some in tags.items())


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
