"""Words beside the speaker's that are none of the mention, and statements inside statements."""

from __future__ import annotations

import pytest

from index.quotes import read


def _mentions(text: str) -> list[tuple[str | None, str]]:
    return [
        (quote.speaker, text[quote.speaker_start : quote.speaker_end])
        for quote in read(text).quotes
        if quote.speaker_start is not None
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Moor appeared by video at the congress and said the pier was ready.",
        "Ana Moor arrived by train and said the pier was ready.",
        "Ana Moor ended by saying the pier was ready.",
        "“We are ready,” said Ana Moor speaking by phone from Kelm.",
        "“We are ready,” Ana Moor, speaking in Kelm, told reporters.",
        "Speaking in Kelm, Ana Moor said the pier was ready.",
        "At 9:30 a.m. Ana Moor said the pier was ready.",
    ],
)
def test_how_and_where_somebody_speaks_is_no_part_of_the_mention(text: str) -> None:
    assert ("Ana Moor", "Ana Moor") in _mentions(text)


def test_whilst_begins_a_clause_of_its_own() -> None:
    text = "Ana Moor defended the pier whilst promising new ships."
    assert [text[quote.start : quote.end] for quote in read(text).quotes] == ["the pier", "new ships"]


@pytest.mark.parametrize(
    "said",
    [
        "the commission had asked for more money",
        "the council had promised to rebuild the pier",
        "officials had warned that the pier would fall",
    ],
)
def test_what_somebody_says_of_others_who_are_not_named_is_one_statement(said: str) -> None:
    assert _mentions(f"Ana Moor said {said}.") == [("Ana Moor", "Ana Moor")]


def test_a_statement_of_a_named_one_inside_another_stays() -> None:
    text = "Ana Moor said that Bo Tesk had warned that the pier would fall."
    assert [speaker for speaker, _ in _mentions(text)] == ["Ana Moor", "Bo Tesk"]


def test_a_quotation_of_nobody_inside_a_statement_stays() -> None:
    text = "Ana Moor said that officials had called the pier “a ruin from end to end”."
    assert len(read(text).quotes) == 2


@pytest.mark.parametrize("body", ["Ministry of Trade", "Committee of South Kelm", "Institute for Trade"])
def test_a_body_behind_a_time_is_mentioned_whole(body: str) -> None:
    assert _mentions(f"On Monday the {body} said the pier was open.") == [(body, f"the {body}")]


def test_whoever_declares_herself_something_is_the_subject() -> None:
    text = "Ana Moor filed papers with the Kelm Board declaring herself a candidate."
    assert _mentions(text) == [("Ana Moor", "Ana Moor")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Peter Tesk described Ana Moor as a fool after she attacked the port and blamed the mill.",
            "Ana Moor",
        ),
        ("Peter Tesk criticized Ana Moor after she attacked the port, and blamed the mill.", "Peter Tesk"),
    ],
)
def test_a_second_verb_belongs_to_the_clause_it_stands_in(text: str, speaker: str) -> None:
    quotes = [quote for quote in read(text).quotes if quote.cue == "blamed"]
    assert [quote.speaker for quote in quotes] == [speaker]


def test_the_subject_stands_behind_an_opening_phrase() -> None:
    text = "With farmers worried about the rain, Ana Moor has a new motto: “We stay.”"
    assert [quote.speaker for quote in read(text).quotes] == ["Ana Moor"]


@pytest.mark.parametrize("many", ["those", "these", "some", "many"])
def test_a_plural_before_a_word_in_s_makes_it_a_noun(many: str) -> None:
    assert read(f"They met in Kelm in {many} states that Ana Moor knew.").quotes == ()
