"""Somebody without a name is who "he" and "she" mean next."""

from __future__ import annotations

import pytest

from index.quotes import read


def _last(text: str) -> str | None:
    return read(text).quotes[-1].speaker


@pytest.mark.parametrize("stranger", ["One woman", "Another baker", "A source in the council"])
def test_she_is_the_stranger_who_spoke_last(stranger: str) -> None:
    text = f"Ana Moor said it was cold.\n{stranger} told us the lights were out.\n“It was dark,” she said."
    assert _last(text) is None


def test_she_is_nobody_of_another_gender() -> None:
    text = "Ana Moor said it was cold.\nOne man told us the lights were out.\n“It was dark,” she said."
    assert _last(text) == "Ana Moor"


def test_she_is_who_is_named_beside_a_stranger() -> None:
    text = "Ana Moor went out. A keeper said it was dark. “We have lamps,” she said."
    assert _last(text) == "Ana Moor"


def test_she_answers_the_stranger_who_asked() -> None:
    text = "Ana Moor said it was cold.\nOne reporter said the lights were out.\n“It was dark,” she said."
    assert _last(text) == "Ana Moor"


def test_she_is_no_longer_the_stranger_when_another_has_spoken() -> None:
    text = "One woman said the lights were out.\n“We have lamps,” Ana Moor said.\n“It was dark,” she said."
    assert _last(text) == "Ana Moor"


@pytest.mark.parametrize("stranger", ["Ana Moor’s sister", "Moor’s spokeswoman", "Her mother"])
def test_she_is_whose_words_for_kin_or_office_tell_a_woman(stranger: str) -> None:
    text = f"Ana Moor was held.\n{stranger} told us the lights were out.\n“It was dark,” she said."
    assert _last(text) is None


def test_she_is_not_the_world_s_richest_woman_without_a_name() -> None:
    text = "Ana Moor was held.\nThe world’s richest woman told us of it.\n“It was dark,” she said."
    assert _last(text) == "Ana Moor"
