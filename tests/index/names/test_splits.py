"""Where the name begins behind offices, bodies, places and capital letters."""

from __future__ import annotations

import pytest

from index.quotes import read


def _speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text).quotes]


@pytest.mark.parametrize(
    "title",
    [
        "Kelm Department of Harbours Director",
        "Department of Trade and Fisheries Secretary",
        "Veltish Ministry of Grain Spokesperson",
        "University of Orvik President",
        "Ministry of Boats Director of Harbour Protection",
        "Bank of Orvik Governor Dr.",
        "Tessin County Recorder",
        "Orvik Town Clerk",
        "Kelm Harbour District Ranger",
        "Veltish Republican",
        "NNA",
        "Gulls GM",
        "JUST SEEN",
        "Sens.",
        "Reps.",
        "Kelm-based",
        "Twelve-year-old",
        "Veltish-backed Republican",
        "Orvik Medical Examiner",
        "Selectman",
        "Distiller",
        "Kelmer",
    ],
)
def test_what_stands_before_a_name_is_none_of_it(title: str) -> None:
    text = f"The examiner and the clerk came. At noon {title} Laura Tamm said the pier was open."
    assert _speakers(text) == ["Laura Tamm"]


@pytest.mark.parametrize("title", ["Kelm Department of Harbours Director", "Ministry of Trade Spokesperson"])
def test_behind_an_office_in_a_body_stands_a_name_though_nobody_knows_the_first_name(title: str) -> None:
    assert _speakers(f"{title} Tavo Kelsin said the pier was open.") == ["Tavo Kelsin"]


@pytest.mark.parametrize(
    "name",
    [
        "Office of the Veltish High Commissioner for Human Rights",
        "Department of Justice Civil Rights Division",
        "Kelm-Orvik Bank",
        "USS Laura Tamm",
        "Orvik Laura Hospital",
    ],
)
def test_the_name_of_a_body_or_a_ship_is_not_cut(name: str) -> None:
    assert _speakers(f"The {name} said the pier was open.") == [name]


@pytest.mark.parametrize("name", ["Park Laura Hee", "Nkosi Laura Tamm", "Seo-jun Kim", "Maria Laura Tamm"])
def test_a_first_name_that_no_table_has_stays(name: str) -> None:
    assert _speakers(f"At noon {name} said the pier was open.") == [name]


@pytest.mark.parametrize("letters", ["PM", "CEO", "VP"])
def test_letters_for_an_office_are_no_first_name(letters: str) -> None:
    assert _speakers(f"They met Ana Moor. {letters} Moor said the pier was open.") == ["Ana Moor"]


@pytest.mark.parametrize("place", ["Kelm", "Orvik City"])
def test_a_dateline_is_no_part_of_a_name(place: str) -> None:
    assert _speakers(f"{place} (NNA) Ana Moor has said that the pier is open.") == ["Ana Moor"]


@pytest.mark.parametrize("letters", ["NVF", "ORVK"])
def test_the_letters_of_a_company_at_the_exchange_belong_to_its_officer(letters: str) -> None:
    assert _speakers(f"Norvane Foods ({letters}) CEO Ana Moor said the pier was open.") == ["Ana Moor"]
    assert _speakers(f"Norvane Foods ({letters}) on Monday said the pier was open.") == ["Norvane Foods"]
