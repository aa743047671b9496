"""Bodies whose names have "and", "of", "for" or commas inside are named whole."""

from __future__ import annotations

import pytest

from index.quotes import read

BODIES = [
    "Grain and Dye Administration",
    "Ministry of Dyes and Fisheries",
    "Ministry of Grain, Dyes and Fisheries",
    "Department for Grain, Deep Mining, and Coastal Repair",
    "Centers for Fever Control and Care",
    "Orrin & Pella Vask Foundation",
    "Pella and Orrin Vask Foundation",
    "Organization for Fairness and Trust in Norland",
    "Society for the Protection of Gulls and Seals",
    "National Coastal and Tidal Administration",
    "Tamm and Belk Railway Company",
    "Securities and Barter Commission",
    "National Union of Rail, Harbour and Tram Workers",
]


@pytest.mark.parametrize("body", BODIES)
def test_the_whole_name_of_a_body_speaks(body: str) -> None:
    before = read(f"The {body} said the pier was open.").quotes
    after = read(f'"The pier is open," the {body} said in a statement.').quotes
    assert [quote.speaker for quote in (*before, *after)] == [body, body]


@pytest.mark.parametrize(
    "several",
    [
        "Ana Moor and the Ministry of Trade",
        "The Pentagon and State Department",
        "The mayor and Kelm Council",
        "The Ministry of Trade and Ana Moor",
        "The White House and Kelm Fishing Council",
        "The Senate and Tessin Bar Association",
    ],
)
def test_two_who_speak_are_not_one_body(several: str) -> None:
    assert {quote.speaker for quote in read(f"{several} said the pier was open.").quotes} == {None}


def test_the_union_of_a_place_and_another_body_are_two() -> None:
    text = "They met the Ferry Union of Kelm and Tessaly. The union said the pier was open."
    assert [quote.speaker for quote in read(text).quotes] == ["Ferry Union of Kelm"]


def test_people_listed_after_a_body_are_no_part_of_its_name() -> None:
    text = "At the Ministry of Trade, Ana Moor and Tal Brod met. Moor said the pier was open."
    assert [quote.speaker for quote in read(text).quotes] == ["Ana Moor"]


def test_a_body_with_an_and_may_have_letters_with_stops_before_it() -> None:
    people = read("It rained. The U.S. Grain and Dyes Administration said so on Monday.").people
    assert "Grain and Dyes Administration" in {person.name for person in people}
