"""What kind of statement it is: by its verb and by its words. Everybody is invented."""

from __future__ import annotations

import pytest

from index.models.quotes import Act
from index.quotes import read

WORDINGS: dict[Act, list[str]] = {
    "said": [
        "Ana Moor said the pier was old.",
        "“The pier is old,” Ana Moor noted.",
        "According to Ana Moor, the pier is old.",
        "Ana Moor described the pier as “old”.",
        "Ana Moor said it will take two months to mend the pier.",
        "Ana Moor said she will not comment.",
    ],
    "promised": [
        "Ana Moor promised to mend the pier.",
        "Ana Moor vowed that the pier would be mended.",
        "“We will mend the pier,” Ana Moor said.",
        "Ana Moor said that she will form a working group.",
        "Ana Moor said she will “form a working group”.",
        "Ana Moor said: “We are committed to peace.”",
        "Ana Moor’s pledge to mend the pier pleased many.",
    ],
    "warned": [
        "Ana Moor warned that the pier may fall.",
        "Ana Moor warned against walking on the pier.",
        "“There will be consequences,” Ana Moor said.",
        "Ana Moor threatened to close the pier.",
        "Ana Moor warned that it will fall.",
    ],
    "demanded": [
        "Ana Moor demanded that the pier be closed.",
        "Ana Moor called for the pier to be closed.",
        "Ana Moor urged drivers to wait.",
        "“The pier must be closed,” Ana Moor said.",
        "Ana Moor called on the council to act.",
    ],
    "denied": [
        "Ana Moor denied the report.",
        "Ana Moor denied that she had sold the pier.",
        "Ana Moor rejected the claim.",
        "“That is not true,” Ana Moor said.",
        "Ana Moor dismissed the story as “nonsense”.",
    ],
    "accused": [
        "Ana Moor accused Bo Tesk of selling the pier.",
        "Ana Moor blamed the council for the loss.",
        "Ana Moor condemned the sale.",
        "Bo Tesk was accused by Ana Moor of selling the pier.",
    ],
    "praised": [
        "Ana Moor praised the crews.",
        "Ana Moor thanked the crews for their work.",
        "Ana Moor hailed the crews as “heroes”.",
        "Ana Moor paid tribute to the crews.",
    ],
    "announced": [
        "Ana Moor announced that the pier would close.",
        "Ana Moor announced a new pier.",
    ],
    "predicted": [
        "Ana Moor predicted that the pier would fall.",
        "Ana Moor forecast a wet year.",
        "“This meeting will be a turning point,” Ana Moor said.",
        "“We expect a wet year,” Ana Moor said.",
    ],
    "asked": [
        "Ana Moor asked whether the pier was safe.",
        "“Is the pier safe?” Ana Moor asked.",
        "“Is the pier safe?” Ana Moor said.",
        "Ana Moor wondered why the pier had closed.",
    ],
}


@pytest.mark.parametrize(("act", "text"), [(act, text) for act, texts in WORDINGS.items() for text in texts])
def test_the_act_is_told_by_the_verb_or_the_words(act: Act, text: str) -> None:
    quotes = [quote for quote in read(text).quotes if quote.speaker == "Ana Moor"]
    assert [quote.act for quote in quotes] == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“We will never know,” Ana Moor said.", "said"),
        ("Ana Moor did not promise anything.", None),
        ("Ana Moor refused to say when the pier would open.", None),
        ("Ana Moor declined to comment.", None),
        ("Ana Moor added that the pier was old.", "said"),
    ],
)
def test_what_is_not_promised_or_said_is_no_such_statement(text: str, act: Act | None) -> None:
    assert [quote.act for quote in read(text).quotes] == ([] if act is None else [act])


@pytest.mark.parametrize(
    "words",
    [
        "I asked for an honest answer and I will not complain",
        "I will not lie to you",
        "I will never forget her",
        "We will not comment on it",
        "I will say this: the pier is old",
    ],
)
def test_what_somebody_will_only_feel_or_say_is_no_promise(words: str) -> None:
    assert [quote.act for quote in read(f"“{words},” Ana Moor said.").quotes] == ["said"]


def test_a_commitment_beside_a_complaint_is_a_promise() -> None:
    text = "“I will not complain, and I will rebuild the pier,” Ana Moor said."
    assert [quote.act for quote in read(text).quotes] == ["promised"]
