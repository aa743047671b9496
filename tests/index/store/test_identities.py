from __future__ import annotations

import pytest

from index.models import Gender, Person
from index.store.identities import Known, blocks, fuller, match


def known(key: int, name: str, *forms: str, gender: Gender = "unknown", is_person: bool = True) -> Known:
    return Known(key, name, (name, *forms), gender, is_person, 0)


def person(name: str, *forms: str, gender: Gender = "unknown", is_person: bool = True) -> Person:
    return Person(name, (name, *forms), gender, is_person)


EVERYONE = (
    known(1, "Ilva Torrens", "Torrens", gender="female"),
    known(2, "Matteo Torrens"),
    known(3, "Dorota Zelvinsky", "Zelvinsky"),
    known(4, "Varga"),
    known(5, "Norrhaven Energy", "Norrhaven", is_person=False),
)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ilva Torrens", 1),
        ("I. Torrens", 1),
        ("Ilva Torréns", 1),
        ("Dorota Zelvinskyy", 3),
        ("Zelvinsky", 3),
        ("Pelle Varga", 4),
        ("Dorotea Zelvinsky", None),
        ("Marta Torrens", None),
        ("Torrens", None),
        ("Vargas", None),
    ],
)
def test_a_name_is_joined_only_where_one_person_can_be_meant(name: str, key: int | None) -> None:
    found = match(person(name), EVERYONE)
    assert (found and found.key) == key


def test_an_organisation_is_no_person_of_the_same_name() -> None:
    assert match(person("Norrhaven"), EVERYONE) is None
    found = match(person("Norrhaven Energy", is_person=False), EVERYONE)
    assert found is not None
    assert found.key == 5


def test_he_and_she_are_two() -> None:
    assert match(person("I. Torrens", gender="male"), EVERYONE[:1]) is None


def test_spellings_share_a_block() -> None:
    assert blocks("Dorota Zelvinsky") & blocks("Zelvinskyy") & blocks("D. ZELVINSKÝ")


def test_the_fuller_name_is_shown() -> None:
    assert fuller("Raventh", "Ilva Raventh") == "Ilva Raventh"
    assert fuller("Ilva Raventh", "I. Raventh") == "Ilva Raventh"
