"""Things, places and storms whose names look like people's."""

from __future__ import annotations

import pytest

from index.names import Cast
from index.quotes import read


def _people(text: str) -> set[str]:
    return {one.name for one in Cast.of(text).people if one.is_person}


@pytest.mark.parametrize(
    "text",
    [
        "It is told by the First Amendment that bakers may speak. The First Amendment is old.",
        "They buy bread in the General Store. A store is near.",
        "Ships sail past King County. It is far.",
        "They play in Major League Baseball. It is baseball.",
        "They reform the Electoral Count Act now.",
        "They sail with Princess Cruises. Two cruises are late.",
        "Then Hurricane Ana came.",
        "They live in Hunter Valley now.",
        "It was her Diamond Jubilee then.",
        "They play in the Tamm Brod Band.",
        "The song is on the Harbour Hot 100 now. The Harbour Hot 100 said so.",
    ],
)
def test_a_thing_whose_name_begins_like_an_office_or_a_name_is_no_person(text: str) -> None:
    assert _people(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Then King Tamm came. King Tamm is old.", "Tamm"),
        ("General Park said no.", "Park"),
        ("Mr. Baker sold bread. A baker said no.", "Baker"),
        ("Tal Martin King Jr. wrote it.", "Tal Martin King Jr"),
        ("President Day said no. It was day.", "Day"),
    ],
)
def test_an_office_before_a_surname_makes_a_person(text: str, name: str) -> None:
    assert name in _people(text)


@pytest.mark.parametrize("name", ["North Kelm School District", "Division of Fisheries"])
def test_a_district_or_a_division_is_part_of_a_body_s_name(name: str) -> None:
    assert read(f"The {name} said it was late.").quotes[0].speaker == name


def test_an_adverb_that_opens_a_sentence_is_nobody() -> None:
    assert _people("Separately said. Tentatively called.\nCurrently said.") == set()


def test_a_single_name_with_an_article_that_speaks_is_a_body() -> None:
    text = "Ana Moor met the ships. The Citadel said it was late. Moor left. “We stay,” she said."
    assert _people(text) == {"Ana Moor"}
    assert read(text).quotes[-1].speaker == "Ana Moor"


def test_a_republic_keeps_whose_it_is() -> None:
    assert read("The Czech Republic said it was late.").quotes[0].speaker == "Czech Republic"
