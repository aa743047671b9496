"""Verbs of reporting in a sense of theirs that reports nothing, and forms that are nouns or adjectives."""

from __future__ import annotations

import pytest

from index.quotes import read


@pytest.mark.parametrize(
    "text",
    [
        "Ana Moor added two new piers to the harbour.",
        "With the pier that was lost still unsafe, Ana Moor added two more by the harbour.",
        "Ana Moor agreed to a five-year deal that pays her well.",
        "Ana Moor agreed to the deal.",
        "The Long Night refers to a time of need.",
        "Harbour advocates have worked in Kelm for years.",
        "Ana Moor was held over the same alleged theft.",
    ],
)
def test_what_is_done_or_meant_is_not_said(text: str) -> None:
    assert read(text).quotes == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ana Moor added that two piers were new.", "that two piers were new"),
        ("Ana Moor agreed to mend the pier.", "to mend the pier"),
        ("Ana Moor referred to the pier as “a ruin”.", "the pier as “a ruin”"),
        ("Harbour advocates say the pier is old.", "the pier is old"),
        ("Ana Moor alleged that the pier was sold.", "that the pier was sold"),
        ("Many bakers died in the storm, Ana Moor said.", "Many bakers died in the storm"),
        ("Ana Moor reasoned, “it is old”.", "“it is old”"),
        ("Ana May said the pier was old.", "the pier was old"),
    ],
)
def test_the_same_verbs_report(text: str, said: str) -> None:
    assert [text[one.start : one.end] for one in read(text).quotes] == [said]
