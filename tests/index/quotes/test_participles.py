"""Who says what a participle without a comma reports: "wrote to Moor asking for", "a film of Moor saying"."""

from __future__ import annotations

import pytest

from index.quotes import read


def _speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text).quotes]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Moor spoke in Kelm calling for peace.",
        "Ana Moor wrote to Bo Tesk asking for an answer.",
        "Ana Moor wrote to Bo Tesk this week asking for an answer.",
        "Ana Moor wrote an open letter to Bo Tesk blaming the council for it.",
        "Ana Moor sent a series of messages Friday afternoon acknowledging the loss.",
        "Ana Moor signed an order in late April urging towns to save water.",
        "Bo Tesk published a film of Ana Moor saying that it was late.",
        "The plan changed due to Director Ana Moor saying that it was late.",
        "It came late, with Ana Moor on Monday saying that Kelm was ready.",
        "In a statement Thursday announcing the deal, Ana Moor said it was good.",
    ],
)
def test_where_when_and_to_whom_is_not_who_speaks(text: str) -> None:
    assert set(_speakers(text)) == {"Ana Moor"}


def test_a_letter_without_a_sender_is_nobody_s() -> None:
    assert "Justice Department" not in _speakers(
        "However, his letter to the Justice Department asking for it was lost."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Days after it fell, Ana Moor came to Kelm and said “we mend it”.",
        "While some bakers wondered if they could wait, Ana Moor said it was late.",
        "Although the mayor was asked about it, Ana Moor wrote to Kelm, expressing worries.",
    ],
)
def test_the_clause_before_the_comma_has_a_subject_of_its_own(text: str) -> None:
    assert _speakers(text)[-1] == "Ana Moor"
