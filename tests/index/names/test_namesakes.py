from __future__ import annotations

import pytest

from tests.index.names.speaking import resolved, speaker


@pytest.mark.parametrize(
    "text",
    [
        "Anton Velk and Boris Velk run the mill.\n\n“We agree,” Velk said.",
        "Anton Velk runs the mill. His brother Boris Velk sells the flour.\n\n“We agree,” Velk said.",
        (
            "Anton Velk runs the mill.\n\n“It is old,” Velk said.\n\nHis son Boris Velk, 20, helps.\n\n"
            "“It is loud,” Boris Velk said.\n\n“It is loud,” Velk said."
        ),
    ],
)
def test_a_surname_of_two_who_may_both_be_meant_names_nobody(text: str) -> None:
    assert resolved(text, "Velk").certainty == "unclear"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anton Velk runs the mill. “It is old,” Anton Velk said. Velk added that it stinks.", "Anton Velk"),
        ("Anton Velk left. Velk was tired.\n\nBoris Velk stayed. “Good,” Velk said.", "Boris Velk"),
        ("Velk runs the mill, and Anton Velk is proud. Boris Velk left.", "Anton Velk"),
    ],
)
def test_a_surname_is_whoever_was_introduced_just_before(text: str, name: str) -> None:
    assert speaker(text, "Velk", nth=0 if text.startswith("Velk") else -1) == name


def test_a_surname_that_meant_one_person_all_along_goes_on_meaning_them() -> None:
    story = "Anton Velk runs the mill.\n\n" + "Velk grinds rye. Velk sells it.\n\n" * 3
    assert (
        speaker(story + "His son Boris Velk helps.\n\nMany came.\n\n“Good,” Velk said.", "Velk") == "Anton Velk"
    )


@pytest.mark.parametrize(("mention", "name"), [("Mrs. Velk", "Dora Velk"), ("Mr. Velk", "Anton Velk")])
def test_a_courtesy_title_tells_namesakes_apart(mention: str, name: str) -> None:
    text = f"Anton Velk and Dora Velk run the mill.\n\n“We agree,” {mention} said."
    assert speaker(text, mention) == name


def test_an_office_tells_namesakes_apart() -> None:
    text = "Mayor Anton Velk met Senator Boris Velk.\n\n“We agree,” Senator Velk said."
    assert speaker(text, "Senator Velk") == "Boris Velk"


def test_a_title_that_fits_nobody_named_in_full_is_a_person_of_its_own() -> None:
    text = "Dora Velk spoke first. Mr. Velk and the mayor came later.\n\n“We agree,” Mr. Velk said."
    assert speaker(text, "Mr. Velk") == "Velk"
    assert speaker(text + " Mrs. Velk left.", "Mrs. Velk") == "Dora Velk"
