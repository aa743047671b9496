"""Captions, credits and headlines stand beside one another without a stop: each name is one."""

from __future__ import annotations

import pytest

from index.quotes import read


def _last(text: str) -> str | None:
    return read(text).quotes[-1].speaker


SAID = "Moor came to Kelm. They met Laura Moor. “We stay,” Moor said."


@pytest.mark.parametrize(
    "caption",
    [
        "Photos: Mayor Laura Moor Moor opens the pier.",
        "Photos: Mayor Laura Moor Laura Moor opens the pier.",
        "Photos: Mayor Laura Moor Laura opens the pier.",
        "Photos: Mayor Laura Laura Moor opens the pier.",
        "Photos: Mayor Laura Moor Photos and words.",
        "Hide Caption Laura Moor opens the pier.",
        "Tal Brod/Kelm Images Laura Moor opens the pier.",
        "Tal Brod/NNA Moor opens the pier.",
        "Tal Brod/Kelmstock The Moor opens the pier.",
        "JUST WATCHED Laura Moor opens the pier.",
        "Ad Feedback Moor opens the pier.",
        "NNA Moor opens the pier.",
        "Prince Laura Moor The Queen opens the pier.",
        "An Evening With Laura Moor opens the pier.",
        "It is called Hold Laura Moor by those who hold it.",
    ],
)
def test_the_name_in_a_caption_is_the_one_of_the_text(caption: str) -> None:
    assert _last(f"{SAID}\n\n{caption}\n\n“We go,” Moor said.") == "Laura Moor"


@pytest.mark.parametrize("other", ["Tal Moor", "Dora Moor"])
def test_two_of_a_family_in_one_caption_are_two(other: str) -> None:
    names = {
        person.name for person in read(f"Photos: Laura Moor {other} opens the pier. Laura Moor left.").people
    }
    assert names == {"Laura Moor", other}


@pytest.mark.parametrize("letters", ["NVF Moor", "NVF"])
def test_letters_at_the_exchange_are_no_part_of_a_company(letters: str) -> None:
    assert _last(f"Norvane {letters} fell. Norvane said the pier was open.") == "Norvane"


def test_the_body_of_a_region_is_not_the_one_with_the_same_letters() -> None:
    assert _last("Orvik met the NVF. The Orvik NVF said the pier was open.") == "Orvik NVF"


def test_two_names_that_stand_alone_elsewhere_are_two() -> None:
    text = (
        f"{SAID} Laura Moor met Norvane. Norvane said no. Laura Moor Norvane offer rejected. “Well,” Moor said."
    )
    assert _last(text) == "Laura Moor"


@pytest.mark.parametrize(
    "name", ["Juan Garza Peral", "Mary Ann Moor", "Ford Madox Ford", "Tarek Al Fahd Al Saud", "Laura Moor II"]
)
def test_a_name_of_one_person_stays_one(name: str) -> None:
    assert _last(f"They met {name} in Kelm. “We stay,” {name} said.") == name


def test_the_pictures_agency_speaks_under_its_whole_name() -> None:
    assert _last("Kelm Images said the pier was open.") == "Kelm Images"
