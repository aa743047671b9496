"""Articles that call somebody by a surname alone, once somebody else in the library bears it too."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass

from index.models import Person
from index.names.identity import alone
from index.store import joining, rulings, settling
from index.store.directory import Directory
from index.store.joining import Retagged


@dataclass(frozen=True, slots=True)
class _Called:
    """Someone whom an article calls by one word: the person's key, and the person as the article has it."""

    article: int
    key: int
    person: Person


def settle(db: sqlite3.Connection, articles: Collection[int]) -> Retagged:
    """Let those called by a surname alone be who they are now that the people are there who came with
    `articles`: somebody else, or nobody known. Rows move, nothing is derived anew; returns what changes in the
    search index."""
    surnames = {name for one in _newcomers(db, articles) if (name := alone(one)) is not None}
    called = _called(db, surnames)
    if not called:
        return Retagged((), ())
    directory = Directory(db, [one.person for one in called])
    doubtful = [one for one in called if directory.meant(one.person) != one.key]
    here = {one.article for one in doubtful}
    before = joining.speakers(db, "article", here)
    moved = {one: directory.key_of(one.person) for one in doubtful}
    directory.store()
    for table in ("appearance", "role", "quote"):
        db.executemany(
            f"UPDATE {table} SET person = ? WHERE article = ? AND person = ?",  # noqa: S608 -- of the schema
            [(key, one.article, one.key) for one, key in moved.items()],
        )
    settling.settle(db, {*moved.values(), *(one.key for one in moved)}, rulings.pinned(db))
    return joining.retagged(before, joining.speakers(db, "article", here))


def _newcomers(db: sqlite3.Connection, articles: Collection[int]) -> list[str]:
    """Those who appear in these articles and in no other."""
    rows = db.execute(
        "WITH new AS (SELECT value FROM json_each(?))"
        " SELECT name FROM person WHERE key IN (SELECT person FROM appearance WHERE article IN new)"
        " AND NOT EXISTS (SELECT 1 FROM appearance WHERE person = person.key AND article NOT IN new)",
        (json.dumps(list(articles)),),
    )
    return [name for (name,) in rows]


def _called(db: sqlite3.Connection, words: Collection[str]) -> list[_Called]:
    """Whoever an article calls by one of these words, and by no other name."""
    rows = db.execute(
        "SELECT article, one.person, name, forms, gender, is_person"
        " FROM alias JOIN appearance AS one ON one.person = alias.person AND name = alias.words"
        " WHERE alias.folded IN (SELECT value FROM json_each(?)) AND NOT EXISTS ("
        "SELECT 1 FROM appearance AS other"
        " WHERE other.article = one.article AND other.person = one.person AND other.key <> one.key)",
        (json.dumps(sorted(words)),),
    )
    return [
        _Called(article, key, Person(name, tuple(json.loads(forms)), gender, bool(is_person)))
        for article, key, name, forms, gender, is_person in rows
    ]
