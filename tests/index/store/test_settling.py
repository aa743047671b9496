"""People after articles have gone: exactly what reading all their appearances anew would say."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import schema
from index.models import Gender, Person
from index.names.identity import Known
from index.store import people, settling
from index.store.people import Appearance

NOBODY: frozenset[str] = frozenset()
CAST = st.builds(
    lambda name, forms, gender, human: Person(name, (name, *forms), gender, human),
    st.sampled_from(["Tesk", "Mira Tesk", "Mira Anna Tesk"]),
    st.lists(st.sampled_from(["Tesk", "the mayor", "Mira"]), max_size=2, unique=True),
    st.sampled_from(["unknown", "female", "male"]),
    st.booleans(),
)


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(library()) as connection:
        yield connection


def library() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema.script())
    return connection


def appear(db: sqlite3.Connection, casts: list[Person]) -> None:
    """One person, in one article after the other."""
    people.put(db, [Known(1, casts[0].name, (), "unknown", is_person=False, statements=0)])
    people.add_appearances(db, [Appearance(number, 1, cast) for number, cast in enumerate(casts)])
    settling.settle(db, (1,), NOBODY)


def state(db: sqlite3.Connection) -> tuple[object, ...]:
    return tuple(
        db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608 -- names of the schema
        for table in ("person", "alias", "block")
    )


@given(st.lists(CAST, min_size=2, max_size=6), st.data())
def test_forgetting_an_article_leaves_what_settling_anew_leaves(
    casts: list[Person], data: st.DataObject
) -> None:
    lost = data.draw(st.sets(st.integers(0, len(casts) - 1), min_size=1))
    with closing(library()) as db:
        appear(db, casts)
        gone = [one for number in sorted(lost) for one in settling.withdraw(db, number)]
        settling.forget(db, gone, NOBODY)
        quick = state(db)
        settling.settle(db, (1,), NOBODY)
        assert quick == state(db)


def test_who_is_in_many_articles_is_not_read_through_when_one_goes(db: sqlite3.Connection) -> None:
    gender: Gender = "female"
    appear(db, [Person("Mira Tesk", ("Mira Tesk", "Tesk"), gender, is_person=True)] * 3000)
    gone = settling.withdraw(db, 7)
    read = 0

    def step() -> int:
        nonlocal read
        read += 1
        return 0

    db.set_progress_handler(step, 100)
    settling.forget(db, gone, NOBODY)
    assert read < 20
    assert db.execute("SELECT articles FROM alias WHERE words = 'Tesk'").fetchone() == (2999,)
