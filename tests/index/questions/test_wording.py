from __future__ import annotations

import pytest

from index.questions.wording import plain, says_something, words


def test_who_won_is_asked_of_winning_and_of_nothing_that_will_not_be() -> None:
    assert says_something("Who won?")
    assert not says_something("Why won't it?")
    assert words("Brant won't say who won") == ["brant", "wont", "say", "who", "won"]


@pytest.mark.parametrize(
    "verb", ["aren't", "can't", "didn't", "don't", "isn't", "shouldn't", "won't", "wouldn't"]
)
def test_what_is_denied_of_a_verb_carries_no_subject(verb: str) -> None:
    assert not says_something(f"why {verb} they")
    assert not says_something(f"why {verb.replace(chr(39), '')} they")


@pytest.mark.parametrize(
    "typed",
    [
        "\U0001f937 what did Brant say? \U0001f52b",
        "- what did Brant say?",
        "> what did Brant say?",
        "```what did Brant say?```",
    ],
)
def test_signs_around_a_question_are_no_part_of_it(typed: str) -> None:
    assert plain(typed) == "what did Brant say?"


@pytest.mark.parametrize(
    "typed", ["$5 a litre", "\u0939\u093f\u0928\u094d\u0926\u0940", '"The pier will stand"', "-40 degrees"]
)
def test_what_belongs_to_a_word_stays(typed: str) -> None:
    assert plain(typed).endswith(typed.removeprefix("-"))
