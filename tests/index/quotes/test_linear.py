"""No text, however hostile, makes the engine slow, raise or point outside the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.quotes import read
from index.quotes.running import of_lines
from index.quotes.words import lines
from index.text.sentences import sentences

PIECES = st.sampled_from(
    ["“", "”", '"', "''", "‘", "’", "«", "»", "„", "Ana Moor", " said ", "that ", "he ", ", ", ". ", "\n", ": ",
     " according to ", "told ", "reporters ", "we will go", " — ", "(", ")", "e\u0301", "\u00a0", "&quot;", "?", '5"']
)  # fmt: skip


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
def test_four_times_the_text_takes_about_four_times_as_long(piece: str) -> None:
    short, long = (_seconds(piece * (size // len(piece))) for size in (20_000, 80_000))
    assert long < 16 * max(short, 0.02)  # quadratic would be 16 times, and the floor absorbs noise


def _seconds(text: str) -> float:
    start = time.perf_counter()
    of_lines(list(lines(text)))
    sentences(text)
    return time.perf_counter() - start


def test_a_line_of_a_million_characters_is_read() -> None:
    assert read("a" * 1_000_000).quotes == ()
