"""Whose clause it is when phrases and clauses about others stand between a speaker and the verb."""

from __future__ import annotations

import pytest

from index.quotes import read


def _speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text).quotes]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ana Moor, who, like Bo Tesk, has never seen Cal Brod, added that the pier was safe.",
        "Sen. Ana Moor of Kelm, the only senator who’s met Bo Tesk, told reporters that the pier was safe.",
        "Ana Moor, whose 18-year-old daughter, Bea, died in the storm, criticized the council.",
        "Ana Moor, in a letter released Friday with a note by Bo Tesk, acknowledged that the pier was old.",
        "Ana Moor, which makes Silka milk, Oika yogurt, cheese and more, said in a post that sales fell.",
        "Dr. Ana Moor, the executive director of WHO’s Harbour Programme, has said that the number is higher.",
        "Ana Moor – who sailed with her twin, Bea, now a baker – recalls a storm that sank the boat.",
        "The plan was doomed when Sen. Ana Moor, a moderate, dismissed the bill.",
        "It is no news when somebody such as the mayor’s doctor, Dr. Ana Moor, says that the pier is old.",
        "The council is to blame, which Bo Tesk says was late, Kelm state Sen. Ana Moor, D-Kelm, said Sunday.",
        "“It is a reminder,” Ana Moor, a writer of books and teacher at the Kelm college told reporters.",
    ],
)
def test_a_name_inside_a_clause_about_the_speaker_is_not_who_speaks(text: str) -> None:
    assert "Ana Moor" in _speakers(text)
    assert not {"Bea", "Cal Brod", "Oika", "Harbour Programme"} & set(_speakers(text))


def test_a_description_is_not_replaced_by_a_name_that_explains_it() -> None:
    text = (
        "A source close to the Harbour Fund, a group closely tied to Mayor Bo Tesk, a Kelmer, said it was late."
    )
    assert _speakers(text) == [None]


@pytest.mark.parametrize(
    "subject",
    [
        "Gov. Ana Moor, a Liberal, and Kelm Mayor Bo Tesk, a Conservative,",
        "In stories published Sunday, the Kelm Times and the Harbour Post",
        "Sens. Ana Moor of Kelm and Bo Tesk of Tessin both",
        "Kelm Foods, Tessin Oil, and Harbour Bank, three of the largest,",
        "When ships come late, Ana Moor and Bo Tesk",
    ],
)
def test_one_of_several_speakers_is_not_named_for_all(subject: str) -> None:
    assert _speakers(f"{subject} said the pier would close.") == [None]


def test_a_clause_before_and_does_not_make_two_speakers() -> None:
    text = "Norland has closed most piers, and the country’s minister, Ana Moor, said that it would last."
    assert _speakers(text) == ["Ana Moor"]


def test_who_speaks_behind_the_verb_may_have_a_participle() -> None:
    text = "“It is unknown,” said an aide focused on harbours. “We wait.”"
    assert len(read(text).quotes) == 2


def test_said_she_objected_is_no_inversion() -> None:
    text = "Ana Moor, who voted to close the pier, said she objected to the plan."
    assert [text[one.start : one.end] for one in read(text).quotes] == ["she objected to the plan"]


def test_who_behind_a_list_is_the_last_of_it() -> None:
    assert _speakers("They met bakers like Cal Brod, Bo Tesk and Ana Moor, who joked: “We are late.”") == [
        "Ana Moor"
    ]


def test_and_inside_a_body_s_name_makes_no_second_speaker() -> None:
    text = "Writing in a blog post, Ana Moor of The Globe and Mail dubbed the quarrel “a war”."
    assert _speakers(text) == ["Ana Moor"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norvane Foods, LLC (NFUS) is recalling that it was late.", "Norvane Foods"),
        ("Norvane Foods, Inc. said the pier was old.", "Norvane Foods"),
        ("They met while their colleague Sen. Ana Moor, D-Calif., questioned the plan.", "Ana Moor"),
        ("Sen. Ana Moor, D-Calif., stressing her own roots, left.", "Ana Moor"),
    ],
)
def test_a_party_or_the_form_of_a_company_is_not_who_speaks(text: str, name: str) -> None:
    assert _speakers(text) == [name]
