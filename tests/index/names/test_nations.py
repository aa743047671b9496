from __future__ import annotations

import pytest

from index.names.nations import nations
from index.names.spelling import stem


@pytest.mark.parametrize(
    ("word", "country"),
    [("Iranian", "iran"), ("Azeri", "azerbaijan"), ("Tehran", "iran"), ("Kremlin", "russia"),
     ("Norwegians", "norway"), ("U.S.", "united states")],
)  # fmt: skip
def test_peoples_capitals_and_short_names_stand_for_their_country(word: str, country: str) -> None:
    assert country in nations().of(word)


def test_other_words_stand_for_no_country() -> None:
    assert not nations().of("Veltland")
    assert not nations().is_place("Iranian")
    assert nations().is_people("Iranian")


def test_every_country_is_its_own() -> None:
    table = nations()
    for name, countries in table.countries.items():
        assert countries <= table.of(name) or table.is_people(name)


@pytest.mark.parametrize("word", ["Veltland", "Veltish", "Veltlander", "Veltlanders"])
def test_a_people_of_no_table_shares_the_stem_of_its_land(word: str) -> None:
    assert stem(word) == "velt"
