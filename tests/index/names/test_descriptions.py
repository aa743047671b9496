from __future__ import annotations

import pytest

from tests.index.names.speaking import resolved, speaker

SUMMIT = (
    "Azerbaijan's President Rustam Veliyev met Norwegian Prime Minister Dorina Pell in Kelm. Iranian Foreign "
    "Minister Reza Moravi came later, with Tamas Brod, 54, a farmer from Tessin.\n\n"
)


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("the Azeri leader", "Rustam Veliyev"),
        ("the Azerbaijani president", "Rustam Veliyev"),
        ("the president", "Rustam Veliyev"),
        ("the Norwegian premier", "Dorina Pell"),
        ("the prime minister", "Dorina Pell"),
        ("the Iranian foreign minister", "Reza Moravi"),
        ("Iran's foreign minister", "Reza Moravi"),
        ("Iran’s top diplomat", "Reza Moravi"),
        ("the 54-year-old", "Tamas Brod"),
        ("the 54-year-old farmer", "Tamas Brod"),
        ("the farmer", "Tamas Brod"),
    ],
)
def test_a_description_means_whose_office_nation_and_age_fit(description: str, name: str) -> None:
    found = resolved(f"{SUMMIT}“We agree,” {description} said.", description)
    assert (found.name, found.certainty) == (name, "description")


@pytest.mark.parametrize(
    "description",
    [
        "the Swedish president",
        "the former president",
        "the vice president",
        "Iran's ambassador to the United Nations",
        "the 61-year-old",
        "a president",
        "the presidents",
        "minister",
        "the majority of Norwegians",
        "an official",
        "the officials",
    ],
)
def test_a_description_that_nobody_fits_names_nobody(description: str) -> None:
    assert speaker(f"{SUMMIT}Many came.\n\n“We agree,” {description} said.", description) is None


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        ("Mayor Ana Moor of Kelm spoke.\n\n“Yes,” the Kelm mayor said.", "the Kelm mayor", "Ana Moor"),
        ("Ana Moor, the mayor of Kelm, spoke.\n\n“Yes,” the Tessin mayor said.", "the Tessin mayor", None),
        (
            "Ana Moor, who heads the port agency, spoke.\n\n“Yes,” the agency head said.",
            "the agency head",
            "Ana Moor",
        ),
        ("Ana Moor was elected mayor of Kelm.\n\n“Yes,” the mayor said.", "the mayor", "Ana Moor"),
        ("Gov. Ana Moor met Gov. Tal Brod.\n\n“Yes,” the governor said.", "the governor", None),
        (
            "Tal Brod left. Dorina Pell succeeded him.\n\n“Yes,” his successor said.",
            "his successor",
            "Dorina Pell",
        ),
        ("Tal Brod and his wife, Ilse Brod, farm.\n\n“Yes,” his wife said.", "his wife", "Ilse Brod"),
        ("Tal Brod and his sister Ilse Brod farm.\n\n“Yes,” his sister said.", "his sister", "Ilse Brod"),
        ("Tal Brod, a Kelm lawyer, and his wife farm.\n\n“Yes,” his wife said.", "his wife", None),
    ],
)
def test_offices_have_places_and_families_have_owners(text: str, description: str, name: str | None) -> None:
    assert speaker(text, description) == name


def test_news_calls_the_one_it_speaks_of_by_words_it_did_not_explain() -> None:
    assert speaker(
        "Ana Moor won again. Moor ran well.\n\n“Yes,” the two-time champion said.", "the two-time champion"
    ) == ("Ana Moor")
    both = "Ana Moor beat Dora Pell. Moor ran well.\n\n“Yes,” the two-time champion said."
    assert speaker(both, "the two-time champion") is None


@pytest.mark.parametrize(
    ("text", "body", "name"),
    [
        ("The Ministry of War spoke. Later the ministry said no.", "the ministry", "Ministry of War"),
        (
            "The Kelm Authority met the Trade Board. “No,” the authority said.",
            "the authority",
            "Kelm Authority",
        ),
        ("Many came to Kelm. “No,” the company said.", "the company", None),
        ("The Ministry of Trade met." + "\n\nOK." * 9 + "\n\n“No,” the ministry said.", "the ministry", None),
        ("The Ministry of Work met the Ministry of War. “No,” the ministry said.", "the ministry", None),
    ],
)
def test_a_body_is_the_one_named_not_far_back(text: str, body: str, name: str | None) -> None:
    assert speaker(text, body) == name


def test_the_company_is_the_one_that_spoke_last() -> None:
    text = "Norvane Foods Inc. said it would stay. “We like it here,” the company said."
    assert speaker(text, "the company", previous="Norvane Foods Inc") == "Norvane Foods Inc"
    assert speaker(text, "the company", previous=None) is None


@pytest.mark.parametrize("description", ["the opposition leader", "the leader of the opposition"])
def test_who_leads_the_opposition_is_not_the_president(description: str) -> None:
    text = f"President Ana Kelter said it would help. “We shall see,” {description} said."
    assert resolved(text, description).name != "Ana Kelter"
