from __future__ import annotations

import pytest

from index.names.phrases import phrase
from index.names.titles import is_people_in_general, is_role, singular


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        ("the Iranian president", ("president",)),
        ("the former Veltish prime minister", ("prime minister",)),
        ("secretary of state", ("secretary of state",)),
        ("the mayor of Kelm and a poet", ("mayor", "poet")),
        ("the senator from Kelm", ("senator",)),
        ("two officials", ("official",)),
    ],
)
def test_the_heads_of_a_description_are_its_nouns(words: str, heads: tuple[str, ...]) -> None:
    assert phrase(words).heads == heads


def test_a_description_is_taken_apart() -> None:
    found = phrase("the former Iranian vice president of Kelm Steel, 54")
    assert (found.former, found.definite, found.plural, found.age) == (True, True, False, 54)
    assert found.countries == {"iran"}
    assert found.proper == {"kelm", "steel"}


@pytest.mark.parametrize("words", ["the mayor", "his aide", "Veltland's mayor", "the town’s mayor"])
def test_an_article_or_an_owner_makes_a_description_definite(words: str) -> None:
    assert phrase(words).definite


@pytest.mark.parametrize("words", ["a mayor", "mayor", "some officials", "one mayor", "another mayor"])
def test_other_descriptions_are_of_anyone(words: str) -> None:
    assert not phrase(words).definite


@pytest.mark.parametrize(
    ("plural", "single"),
    [("officials", "official"), ("witnesses", "witness"), ("women", "woman"),
     ("policies", "policy"), ("coaches", "coach"), ("bus", "bus")],
)  # fmt: skip
def test_plurals_are_made_single(plural: str, single: str) -> None:
    assert singular(plural) == single


def test_plain_plurals_for_people_are_told_from_names() -> None:
    assert all(map(is_people_in_general, ("residents", "police", "lawmakers", "women")))
    assert not any(map(is_people_in_general, ("moors", "waters", "halvik", "president")))
    assert is_role("spokeswoman")
    assert not is_role("harbour")
