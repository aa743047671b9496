"""What the library knows of people after articles have gone: their names, forms, blocks and counts."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from index.models import Gender
from index.names.identity import blocks, shown


@dataclass(frozen=True, slots=True)
class Gone:
    """Someone whom an article had, under the full name and with all forms that it gave."""

    person: int
    name: str
    forms: frozenset[str]


def withdraw(db: sqlite3.Connection, article: int) -> list[Gone]:
    """Take out who appears in an article, with their roles; returns what is to `forget`."""
    rows = db.execute("SELECT person, name, forms FROM appearance WHERE article = ?", (article,)).fetchall()
    db.execute("DELETE FROM appearance WHERE article = ?", (article,))
    db.execute("DELETE FROM role WHERE article = ?", (article,))
    return [Gone(person, name, frozenset({name, *json.loads(forms)})) for person, name, forms in rows]


def forget(db: sqlite3.Connection, gone: Iterable[Gone], pinned: Collection[str]) -> None:
    """Bring names and forms of people up to date who are gone from articles; no more work for the famous.

    Who loses a form, a name or the appearance that told the gender is settled anew.
    """
    by_person: dict[int, list[Gone]] = {}
    for one in gone:
        by_person.setdefault(one.person, []).append(one)
    for person, lost in sorted(by_person.items()):
        forms = Counter(form for one in lost for form in one.forms)
        db.executemany(
            "UPDATE alias SET articles = articles - ? WHERE person = ? AND words = ?",
            [(number, person, form) for form, number in forms.items()],
        )
        if _stands(db, person, {one.name for one in lost}):
            rename(db, (person,), pinned)
        else:
            settle(db, (person,), pinned)


def _stands(db: sqlite3.Connection, person: int, names: Collection[str]) -> bool:
    """Whether other articles tell all of a person that the lost ones told. Each look ends at the first find."""
    if db.execute("SELECT 1 FROM alias WHERE person = ? AND articles <= 0", (person,)).fetchone():
        return False
    here = "FROM appearance WHERE person = ?"
    for name in names:
        if not db.execute(f"SELECT 1 {here} AND name = ? LIMIT 1", (person, name)).fetchone():
            return False
    gender = db.execute(
        f"SELECT gender {here} AND gender <> 'unknown' ORDER BY key LIMIT 1",
        (person,),
    ).fetchone()
    human = db.execute(f"SELECT 1 {here} AND is_person LIMIT 1", (person,)).fetchone()
    now = db.execute("SELECT gender, is_person FROM person WHERE key = ?", (person,)).fetchone()
    return bool(now == (gender[0] if gender else "unknown", int(human is not None)))


def settle(db: sqlite3.Connection, keys: Collection[int], pinned: Collection[str]) -> None:
    """Derive names, forms, blocks and counts of people anew from where they appear; who appears nowhere goes.

    A name that an admin chose (`pinned`) stays. Reads every appearance of these people.
    """
    for key in sorted(keys):
        rows = db.execute(
            "SELECT name, forms, gender, is_person, count(*) FROM appearance WHERE person = ?"
            " GROUP BY name, forms, gender, is_person ORDER BY min(key)",
            (key,),
        ).fetchall()
        for table in ("alias", "block"):
            db.execute(f"DELETE FROM {table} WHERE person = ?", (key,))  # noqa: S608 -- names of the schema
        if not rows:
            db.execute("DELETE FROM person WHERE key = ?", (key,))
            continue
        _settle_one(db, key, rows, pinned)


def _settle_one(
    db: sqlite3.Connection, key: int, rows: list[tuple[str, str, Gender, int, int]], pinned: Collection[str]
) -> None:
    counts: dict[str, int] = {}
    for name, forms, _, _, number in rows:
        for form in {name, *json.loads(forms)}:
            counts[form] = counts.get(form, 0) + number
    gender = next((row[2] for row in rows if row[2] != "unknown"), "unknown")
    statements = db.execute("SELECT count(*) FROM quote WHERE person = ?", (key,)).fetchone()[0]
    db.execute(
        "UPDATE person SET gender = ?, is_person = ?, statements = ? WHERE key = ?",
        (gender, max(row[3] for row in rows), statements, key),
    )
    db.executemany(
        "INSERT INTO alias(person, words, folded, articles) VALUES (?, ?, ?, ?)",
        [(key, form, form.casefold(), number) for form, number in counts.items()],
    )
    rename(db, (key,), pinned)
    name = db.execute("SELECT name FROM person WHERE key = ?", (key,)).fetchone()[0]
    db.executemany(
        "INSERT OR IGNORE INTO block(block, person) VALUES (?, ?)",
        [(block, key) for block in sorted({block for form in (name, *counts) for block in blocks(form)})],
    )


def rename(db: sqlite3.Connection, keys: Iterable[int], pinned: Collection[str]) -> None:
    """Let each of these people go by the name that most articles give them, if nobody else does.

    A name that an admin chose (`pinned`) stays.
    """
    rows = db.execute(
        "SELECT person.key, name, json_group_object(words, articles)"
        " FROM person JOIN alias ON alias.person = person.key"
        " WHERE person.key IN (SELECT value FROM json_each(?)) GROUP BY person.key",
        (json.dumps(sorted(keys)),),
    ).fetchall()
    for key, name, forms in rows:
        best = shown(json.loads(forms))
        if best != name and name not in pinned:
            db.execute(
                "UPDATE person SET name = ? WHERE key = ?"
                " AND NOT EXISTS (SELECT 1 FROM person AS other WHERE other.name = ?)",
                (best, key, best),
            )
