"""The roles that an article states, as slices of its text."""

from __future__ import annotations

import pytest

from index.names import Cast


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Veltland's President Ana Moor spoke.", "Veltland's President"),
        ("Former Veltish Prime Minister Ana Moor spoke.", "Former Veltish Prime Minister"),
        ("Ana Moor, the mayor of Kelm, spoke.", "the mayor of Kelm"),
        ("The mayor of Kelm, Ana Moor, spoke.", "The mayor of Kelm"),
        ("Ana Moor, 54, a farmer from Kelm, spoke.", "a farmer from Kelm"),
        ("Ana Moor (the mayor) spoke.", "the mayor"),
        ("Ana Moor is the mayor of Kelm.", "the mayor of Kelm"),
        ("Ana Moor, who is the mayor of Kelm, spoke.", "the mayor of Kelm"),
        ("Ana Moor was sworn in as the mayor of Kelm.", "the mayor of Kelm"),
        ("Ana Moor, who heads the port agency, spoke.", "heads the port agency"),
        ("Tal Brod and his wife, Ana Moor, spoke.", "his wife"),
        ("The team met striker Ana Moor.", "striker"),
    ],
)
def test_a_role_before_or_after_a_name_is_stated_of_it(text: str, role: str) -> None:
    assert (role, "Ana Moor") in {(text[one.start : one.end], one.name) for one in Cast.of(text).roles}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Moor, the crowd said, was late.",
        "Mrs. Ana Moor spoke.",
        "Ana Moor, according to the mayor, was late.",
        "Ana Moor met the mayor.",
        "In Kelm, Ana Moor spoke.",
    ],
)
def test_words_beside_a_name_that_say_nothing_of_its_bearer_are_no_role(text: str) -> None:
    assert not [one for one in Cast.of(text).roles if one.name == "Ana Moor"]
