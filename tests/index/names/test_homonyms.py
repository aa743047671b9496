"""People whose surname is the name of a country, a capital or a people."""

from __future__ import annotations

import pytest

from index.quotes import read


def _speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text).quotes]


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Tom Poland", "Poland"),
        ("Mary Jordan", "Jordan"),
        ("Tom London", "London"),
        ("Mary Israel", "Ms. Israel"),
    ],
)
def test_a_surname_that_is_a_place_means_whom_the_article_introduced(name: str, surname: str) -> None:
    text = f"{name}, a baker from Kelm, came home. {surname} said the pier was open. “We stay,” {surname} said."
    assert _speakers(text) == [name, name]


@pytest.mark.parametrize(
    "country",
    ["She was born in Poland.", "Polish ships came.", "They were to visit Poland.", "In Poland it rained."],
)
def test_where_the_article_speaks_of_the_country_too_nobody_is_named(country: str) -> None:
    assert _speakers(f"Tom Poland, a baker, came home. {country} Poland said the pier was open.") == [None]


def test_a_country_speaks_where_nobody_bears_its_name() -> None:
    assert _speakers("Tom Moor, a baker, came home. Poland said the pier was open.") == ["Poland"]


def test_a_country_speaks_before_anybody_of_its_name_is_introduced() -> None:
    assert _speakers("Poland said the pier was open. Tom Poland came home.") == ["Poland"]


def test_a_surname_that_is_a_people_is_one_after_a_first_name() -> None:
    assert _speakers("Tom English came home. English said the pier was open.") == ["Tom English"]
