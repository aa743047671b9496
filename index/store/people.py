"""People of a library: their names, the forms in which articles write them, where they appear, their roles."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from index.models import Count, Person, RoleLine
from index.names.book import Listing
from index.names.holders import Stated
from index.names.identity import Known, blocks
from index.store.moments import day

# The key of whoever goes by a name (given twice, the second time casefolded), else of whom most articles call
# so: what a reader holds may be older than the name that is shown now.
CALLED = (
    "coalesce((SELECT key FROM person WHERE name = ?),"
    " (SELECT person FROM alias WHERE folded = ? ORDER BY articles DESC, person LIMIT 1))"
)


@dataclass(frozen=True, slots=True)
class Appearance:
    """Someone in an article (its key), as the article has them, and who that is in the library."""

    article: int
    person: int
    cast: Person


def next_key(db: sqlite3.Connection) -> int:
    """The key that the next new person gets."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'person'").fetchone()
    return 1 if row is None else row[0] + 1


def known(db: sqlite3.Connection, keys: Collection[int]) -> list[Known]:
    """These people with every form of their names."""
    rows = db.execute(
        "SELECT key, name, gender, is_person, statements,"
        " (SELECT json_group_array(words) FROM alias WHERE person = key)"
        " FROM person WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key",
        (json.dumps(list(keys)),),
    )
    return [
        Known(key, name, tuple(json.loads(forms)), gender, bool(is_person), statements)
        for key, name, gender, is_person, statements, forms in rows
    ]


def sharing(db: sqlite3.Connection, wanted: Collection[str]) -> list[int]:
    """The people who share one of these blocks."""
    rows = db.execute(
        "SELECT DISTINCT person FROM block WHERE block IN (SELECT value FROM json_each(?))",
        (json.dumps(list(wanted)),),
    )
    return [row[0] for row in rows]


def keys_of(db: sqlite3.Connection, names: Collection[str]) -> list[int]:
    """The people who go by exactly these names."""
    rows = db.execute(
        "SELECT key FROM person WHERE name IN (SELECT value FROM json_each(?))", (json.dumps(list(names)),)
    )
    return [row[0] for row in rows]


def key_of(db: sqlite3.Connection, name: str) -> int | None:
    """The person who goes by exactly this name."""
    row = db.execute("SELECT key FROM person WHERE name = ?", (name,)).fetchone()
    return None if row is None else int(row[0])


def put(db: sqlite3.Connection, people: Iterable[Known]) -> None:
    """Store people, new or changed, and the blocks of their names; forms and counts are added apart."""
    people = list(people)
    db.executemany(
        "INSERT INTO person(key, name, gender, is_person, statements) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET name = excluded.name, gender = excluded.gender,"
        " is_person = excluded.is_person",
        [(one.key, one.name, one.gender, int(one.is_person), one.statements) for one in people],
    )
    db.executemany(
        "INSERT OR IGNORE INTO block(block, person) VALUES (?, ?)",
        sorted(
            {(block, one.key) for one in people for form in (one.name, *one.forms) for block in blocks(form)}
        ),
    )


def add_appearances(db: sqlite3.Connection, appearances: Collection[Appearance]) -> None:
    """Note who appears in new articles, and count the forms in which they are written."""
    db.executemany(
        "INSERT INTO appearance(article, person, name, forms, gender, is_person) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                one.article,
                one.person,
                one.cast.name,
                json.dumps(one.cast.forms, ensure_ascii=False),
                one.cast.gender,
                int(one.cast.is_person),
            )
            for one in appearances
        ],
    )
    db.executemany(
        "INSERT INTO alias(person, words, folded, articles) VALUES (?, ?, ?, 1)"
        " ON CONFLICT (person, words) DO UPDATE SET articles = articles + 1",
        [(one.person, form, form.casefold()) for one in appearances for form in _forms(one.cast)],
    )


def count_statements(db: sqlite3.Connection, counts: Iterable[tuple[int, int]]) -> None:
    """Add to the counts of statements: (person, how many)."""
    db.executemany(
        "UPDATE person SET statements = statements + ? WHERE key = ?", [(n, key) for key, n in counts]
    )


def cast_of(db: sqlite3.Connection, article: int) -> list[Person]:
    """The people who appear in an article, as it has them."""
    rows = db.execute(
        "SELECT name, forms, gender, is_person FROM appearance WHERE article = ? ORDER BY key", (article,)
    )
    return [
        Person(name, tuple(json.loads(forms)), gender, bool(is_person))
        for name, forms, gender, is_person in rows
    ]


def articles_naming(db: sqlite3.Connection, names: Collection[str]) -> list[int]:
    """The articles that give one of these (casefolded) full names to someone."""
    rows = db.execute(
        "SELECT DISTINCT person FROM alias WHERE folded IN (SELECT value FROM json_each(?))",
        (json.dumps(list(names)),),
    ).fetchall()
    found: set[int] = set()
    for (person,) in rows:
        for article, name in db.execute("SELECT article, name FROM appearance WHERE person = ?", (person,)):
            if name.casefold() in names:
                found.add(article)
    return sorted(found)


def names_given(db: sqlite3.Connection, person: int) -> list[str]:
    """The full names that articles give to a person, most common first."""
    rows = db.execute(
        "SELECT name FROM appearance WHERE person = ? GROUP BY name ORDER BY count(*) DESC, name", (person,)
    )
    return [row[0] for row in rows]


def _forms(cast: Person) -> list[str]:
    return sorted({cast.name, *cast.forms})


def add_roles(db: sqlite3.Connection, roles: Iterable[tuple[int, int, str, int, int, str]]) -> None:
    """Note roles: (article, person, the person's name there, start, end, words)."""
    db.executemany(
        "INSERT INTO role(article, person, named, start, end, words) VALUES (?, ?, ?, ?, ?, ?)", roles
    )


def role_lines(db: sqlite3.Connection, person: int) -> list[RoleLine]:
    """Roles of a person as the articles state them, most often stated first, with the dates of those
    articles."""
    rows = db.execute(
        "SELECT role.words, count(DISTINCT article.key), min(article.published), max(article.published)"
        " FROM role JOIN article ON article.key = role.article WHERE role.person = ?"
        " GROUP BY role.words ORDER BY 2 DESC, 4 DESC, 1",
        (person,),
    )
    return [RoleLine(words, articles, day(first), day(last)) for words, articles, first, last in rows]


def aliases(db: sqlite3.Connection, person: int) -> list[str]:
    """Every form in which articles write a person, most common first."""
    rows = db.execute("SELECT words FROM alias WHERE person = ? ORDER BY articles DESC, words", (person,))
    return [row[0] for row in rows]


def name_of(db: sqlite3.Connection, key: int) -> str | None:
    """The name of a person."""
    row = db.execute("SELECT name FROM person WHERE key = ?", (key,)).fetchone()
    return None if row is None else row[0]


def everyone(db: sqlite3.Connection) -> list[Count]:
    """Everyone with their numbers of statements, most quoted first."""
    rows = db.execute("SELECT name, statements FROM person ORDER BY statements DESC, name")
    return [Count(*row) for row in rows]


def speakers(db: sqlite3.Connection, limit: int) -> list[Count]:
    """The people with most statements."""
    rows = db.execute(
        "SELECT name, statements FROM person WHERE statements > 0 ORDER BY statements DESC, name LIMIT ?",
        (limit,),
    )
    return [Count(name, statements) for name, statements in rows]


def listings(db: sqlite3.Connection) -> list[Listing]:
    """Everyone, most quoted first."""
    forms: dict[int, list[str]] = {}
    for person, words in db.execute("SELECT person, words FROM alias ORDER BY person, articles DESC, words"):
        forms.setdefault(person, []).append(words)
    roles: dict[int, list[Stated]] = {}
    for person, words, newest, articles in db.execute(
        "SELECT role.person, role.words, max(article.published), count(*) FROM role JOIN article"
        " ON article.key = role.article GROUP BY role.person, role.words ORDER BY 3 DESC"
    ):
        roles.setdefault(person, []).append(Stated(words, day(newest), articles))
    rows = db.execute(
        "SELECT key, name, statements, gender, is_person FROM person ORDER BY statements DESC, name"
    )
    return [
        Listing(name, tuple(forms.get(key, ())), tuple(roles.get(key, ())), statements, gender, bool(is_person))
        for key, name, statements, gender, is_person in rows
    ]
