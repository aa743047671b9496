"""No text, however hostile, makes the engine slow, raise or point outside the text."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.quotes import read
from index.quotes.running import of_lines
from index.quotes.words import lines
from index.text.sentences import sentences

_MARKS = ["“", "”", '"', "''", "‘", "’", "«", "»", "„", "&quot;", "(", ")", ": ", ", ", ". ", "?", " — ", '5"']
_WORDS = ["Ana Moor", " said ", "that ", "he ", " according to ", "told ", "reporters ", "we will go", "\n"]
PIECES = st.sampled_from([*_MARKS, *_WORDS, "e\u0301", "\u00a0"])


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200))
def test_offsets_slice_back_and_no_quote_crosses_a_line(text: str) -> None:
    for quote in read(text).quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert "\n" not in text[quote.start : quote.end]
        if quote.speaker_start is not None:
            assert quote.speaker_end is not None
            assert text[quote.speaker_start : quote.speaker_end].strip()
        assert (quote.certainty == "unclear") == (quote.speaker is None)


@pytest.mark.parametrize(
    "piece", ['“a” said ‘b " ', ".", " 'a", "he said that ", " “a", ' "a', "a, ", "1,", "(", "Ana said a - b "]
)
def test_long_hostile_lines_end_and_stay_inside_the_text(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert all(found.words.end <= len(text) for found in of_lines(list(lines(text))))
    assert all(span.end <= len(text) for span in sentences(text))


_GROWING = [
    '“a” said ‘b " ', " 'a", "he said that ", " “a", '"', "“a” ", "a, ", "(", "“a”\n", "Ana Moor: b?\n",
    "said:\n", "claim that ", "accused by Ana of ", "Moor’s ", "— Ana Moor\n", "\u0301",
    "quoted a as saying ",
    "Moor said “a”, and Tesk denied it. ",
    "Ana Moor: We stay.\nBo Tesk: No.\n", "Moor said Tesk had said that ",
]  # fmt: skip


def _work(text: str) -> int:
    """How many functions are called to find the statements of a text."""
    return _calls(lambda: of_lines(list(lines(text))))


def _calls(work: Callable[[], object]) -> int:
    """How many functions a piece of work calls."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", _GROWING)
def test_a_text_of_four_times_the_length_is_four_times_the_work(piece: str) -> None:
    short = piece * (3_000 // len(piece))
    _work(short)  # what is remembered from the first time is no work of the second
    assert _work(short * 4) < 4.8 * _work(short) + 500


@pytest.mark.parametrize(
    "piece",
    [
        "Ana Moor, the mayor of Kelm, said no. “We stay,” she added.\n",
        "The Ministry of Dyes, Grain and Fish said no. ",
        "Ana Moor: We stay.\nBo Tesk: No.\n",
        "“We stay,” the mayor said. ",
        "“",
        '"',
    ],
)
def test_names_and_statements_together_grow_with_the_text(piece: str) -> None:
    short = piece * (3_000 // len(piece))
    _calls(lambda: read(short))
    assert _calls(lambda: read(short * 4)) < 5 * _calls(lambda: read(short)) + 500


def test_a_line_of_a_million_characters_is_read() -> None:
    assert read("a" * 1_000_000).quotes == ()
