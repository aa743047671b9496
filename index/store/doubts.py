"""Articles that call somebody by a surname alone, once somebody else in the library bears it too."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection

from index.models import Person
from index.names.identity import alone
from index.store.directory import Directory


def arisen(db: sqlite3.Connection, articles: Collection[int]) -> list[int]:
    """The articles that have someone by a surname alone who would be another person, or nobody known, now that
    the people are there who came with `articles`."""
    surnames = {name for one in _newcomers(db, articles) if (name := alone(one)) is not None}
    called = _called(db, surnames)
    if not called:
        return []
    directory = Directory(db, [person for _, _, person in called])
    return sorted({article for article, key, person in called if directory.meant(person) != key})


def _newcomers(db: sqlite3.Connection, articles: Collection[int]) -> list[str]:
    """Those who appear in these articles and in no other."""
    rows = db.execute(
        "WITH new AS (SELECT value FROM json_each(?))"
        " SELECT name FROM person WHERE key IN (SELECT person FROM appearance WHERE article IN new)"
        " AND NOT EXISTS (SELECT 1 FROM appearance WHERE person = person.key AND article NOT IN new)",
        (json.dumps(list(articles)),),
    )
    return [name for (name,) in rows]


def _called(db: sqlite3.Connection, words: Collection[str]) -> list[tuple[int, int, Person]]:
    """Whoever an article calls by one of these words alone: the article, the key, and the person there."""
    rows = db.execute(
        "SELECT article, appearance.person, name, forms, gender, is_person"
        " FROM alias JOIN appearance ON appearance.person = alias.person AND name = alias.words"
        " WHERE alias.folded IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(words)),),
    )
    return [
        (article, key, Person(name, tuple(json.loads(forms)), gender, bool(is_person)))
        for article, key, name, forms, gender, is_person in rows
    ]
