from __future__ import annotations

import pytest

from index.questions.wording import says_something, words


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
