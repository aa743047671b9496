from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.inert import inert, printable, quoted, restore, revealed, unquoted, visible
from tests.bot.samples import NASTY, words

anything = st.text() | words | st.text(alphabet=st.characters(), max_size=50)
# What Discord reads as an escape: a backslash before anything but a letter, a digit or a space.
_ESCAPE = re.compile(r"\\[^0-9A-Za-z\s]")


def live(shown: str) -> str:
    """What is left for Discord to act on; what was escaped stands as a plain letter."""
    return _ESCAPE.sub("x", shown)


@given(anything)
def test_inert_text_restores_to_the_very_characters(text: str) -> None:
    assert restore(inert(text)) == text


@given(anything)
def test_a_block_quote_restores_to_the_very_characters(text: str) -> None:
    assert unquoted(quoted(text)) == text


@given(anything)
def test_visible_text_is_revealed_exactly(text: str) -> None:
    assert revealed(visible(text)) == text


@given(anything)
def test_nothing_that_discord_acts_on_survives(text: str) -> None:
    left = live(inert(text))
    assert not re.search(r"[*_~`|\[\]<>@]", left)
    assert not re.search(r":\S", left)
    assert not re.match(r"\s*(?:[-#+]|\d+[.)])", left)


@given(anything)
def test_every_line_of_a_quote_stays_in_the_quote_and_begins_no_list(text: str) -> None:
    for line in quoted(text).split("\n"):
        assert line.startswith("> ")
        assert not re.match(r"\s*(?:[-#+]|\d+[.)])", live(line[2:]))


@given(anything)
def test_no_hidden_or_reordering_character_survives(text: str) -> None:
    for shown in (inert(text), printable(text)):
        assert not re.search(
            "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", shown
        )
        shown.encode()


@pytest.mark.parametrize("family", ["👨\u200d👩\u200d👧", "می\u200cخواهم"])
def test_joiners_that_spell_emoji_and_persian_stay(family: str) -> None:
    assert visible(family) == family


def test_a_joiner_between_plain_letters_is_shown() -> None:
    assert visible("every\u200done") == "every‹U+200D›one"


def test_a_masked_link_stays_words() -> None:
    assert inert("[here](https://evil.example)") == r"\[here\](https\://evil.example)"


def test_the_list_of_nasty_words_holds_what_it_promises() -> None:
    assert any("\u202e" in one for one in NASTY)
