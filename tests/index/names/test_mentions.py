from __future__ import annotations

import pytest

from tests.index.names.speaking import speaker


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the mayor of Kelm, Ana Moor", "Ana Moor"),
        ("Ministry of Fisheries spokesman Ana Moor", "Ana Moor"),
        ("the head of the Refugee Council Ana Moor", "Ana Moor"),
        ("the chief of staff Ana Moor", "Ana Moor"),
        ("Veltland's Foreign Minister Ana Moor", "Ana Moor"),
        ("CBS's “Face the Harbour,” Speaker Ana Moor", "Ana Moor"),
        ("Norvane Foods (NVF)’s CEO Ana Moor", "Ana Moor"),
        ("the aide of Ana Moor", None),
        ("Ana Moor's lawyer", None),
        ("Ana Moor and Tal Brod", None),
        ("critics, including Ana Moor", None),
        ("relatives of Senator Ana Moor", None),
        ("his statement", None),
    ],
)
def test_the_name_is_who_speaks_only_where_the_mention_is_about_it(mention: str, name: str | None) -> None:
    assert speaker(f"On Monday, {mention} said no.", mention, nth=0) == name


def test_his_account_speaks_for_him() -> None:
    assert speaker("Tal Brod wrote a letter. His letter said no.", "His letter") == "Tal Brod"
