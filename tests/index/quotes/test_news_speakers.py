"""Whom news names: offices told once, companies called by numbers, desks of a broadcaster."""

from __future__ import annotations

import pytest

from index.quotes import read


def _speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text).quotes]


@pytest.mark.parametrize("how", ["appointed Ana Moor as", "named Ana Moor as", "had elected Ana Moor as"])
def test_somebody_appointed_to_an_office_holds_it(how: str) -> None:
    text = f"The council {how} the town’s mayor.\n\nBo Tesk left.\n\n“We stay,” the mayor said."
    assert _speakers(text)[-1] == "Ana Moor"


def test_the_leader_of_a_party_is_no_leader_of_another_thing() -> None:
    text = "The far-right leader Ana Moor won.\n\nBo Tesk spoke.\n\nThen the Labour leader said it was wrong."
    assert "Ana Moor" not in _speakers(text)


def test_whoever_is_introduced_much_later_is_not_meant_while_somebody_speaks() -> None:
    text = (
        "Bo Tesk said the pier was open.\n\n“We stay,” the new mayor said.\n\n"
        "Rain fell.\n\nThe boats left.\n\nThe mayor of Orvik, Ana Moor, agreed."
    )
    assert "Ana Moor" not in _speakers(text)


def test_the_leader_of_the_country_is_not_whoever_leads_another_one_far_away() -> None:
    text = (
        "President Ana Moor met the king.\n\nThe boats left.\n\nRain fell.\n\nIn Veltland it rained."
        " The country’s leader vowed to rebuild the pier."
    )
    assert _speakers(text) == [None]


def test_a_company_that_is_called_by_a_number_keeps_it() -> None:
    text = "They bought the ferry company One Harbour. One Harbour said the pier was open."
    assert _speakers(text) == ["One Harbour"]


def test_he_is_no_desk_of_a_broadcaster() -> None:
    assert _speakers("A baker met NNA Business in Kelm. He said the pier was open.") == [None]


def test_a_plural_behind_a_dateline_is_nobody() -> None:
    assert _speakers("(NNA) Bidders said the pier was open.") == [None]


@pytest.mark.parametrize("noun", ["Preliminary reports indicate", "Early reports say", "Recent claims suggest"])
def test_a_noun_before_its_verb_is_no_verb(noun: str) -> None:
    assert _speakers(f"{noun} the pier fell.") == [None]


def test_the_conservancy_of_a_place_is_named_with_it() -> None:
    assert _speakers("On Monday the Conservancy of Kelm said the pier was open.") == ["Conservancy of Kelm"]


def test_she_is_no_name_of_deeds() -> None:
    assert _speakers("A baker runs Fair Pay Negotiations in Kelm. She said the pier was open.") == [None]


@pytest.mark.parametrize("title", ["", "Republican ", "Gov. ", "Senator "])
def test_letters_with_stops_are_a_first_name(title: str) -> None:
    assert _speakers(f"{title}J.D. Moor said the pier was open. Moor said it was full.") == ["J.D. Moor"] * 2


def test_a_headline_gives_the_letters_of_a_name() -> None:
    text = "They came late. Moor said the pier was open."
    assert [quote.speaker for quote in read(text, "Republican J.D. Moor visits Kelm").quotes] == ["J.D. Moor"]


@pytest.mark.parametrize("before", ["He came from the U.S.", "It was in D.C.", "He left at 5 P.M."])
def test_letters_that_end_a_sentence_are_no_first_name(before: str) -> None:
    assert _speakers(f"{before} Moor said the pier was open.") == ["Moor"]


def test_an_administrator_is_no_part_of_a_name() -> None:
    assert _speakers("County Administrator Ylva Tamm said the pier was open.") == ["Ylva Tamm"]


def test_the_plural_of_a_body_is_no_name_of_somebody() -> None:
    text = "Ana Moor spoke. The chair of the Fair Harbour Society Foundations said the pier was open."
    assert "Foundations" not in _speakers(text)
