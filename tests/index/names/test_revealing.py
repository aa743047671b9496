from __future__ import annotations

import pytest

from tests.index.names.speaking import speaker


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Suharyo, the president of Indonesia, spoke on Monday.\n\n“We agree,” he said.", "he", "Suharyo"),
        ("The Indonesian president, Sutarno, spoke.\n\n“We agree,” he said.", "he", "Sutarno"),
        ("Neco, 24, scored twice.\n\n“We agree,” he said.", "he", "Neco"),
        ("Tamas Brod and his wife, Ilse, run a mill.\n\n“We agree,” his wife said.", "his wife", "Ilse"),
    ],
)
def test_whoever_has_one_name_and_an_office_an_age_or_a_family_is_a_person(
    text: str, mention: str, name: str
) -> None:
    assert speaker(text, mention) == name


@pytest.mark.parametrize(
    "text",
    [
        "Norvane, the leader in wool, grew.\n\n“We agree,” he said.",
        "Kelm, a town of millers, is old.\n\n“We agree,” he said.",
        "At Tessin, the mayor said nothing.\n\n“We agree,” he said.",
    ],
)
def test_companies_and_towns_are_no_he(text: str) -> None:
    assert speaker(text, "he") is None


def test_the_headline_gives_the_full_name_of_who_is_called_by_surname_only() -> None:
    text = "The pass will open, Halvik said on Monday.\n\n“It took long,” he said."
    assert speaker(text, "Halvik") == "Halvik"
    assert speaker(text, "Halvik", title="Anton Halvik says pass will open") == "Anton Halvik"
    assert speaker(text, "he", title="Anton Halvik says pass will open") == "Anton Halvik"
    assert speaker(f"Anton Halvik Says Pass Will Open\n\n{text}", "Halvik") == "Anton Halvik"


def test_a_headline_with_two_of_one_surname_names_neither() -> None:
    text = "The pass will open, Halvik said on Monday."
    assert speaker(text, "Halvik", title="Anton Halvik and Maria Halvik at odds over pass") == "Halvik"
