"""What holds for a reading of any text, and that long texts are read to their end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.models import Quote
from index.quotes import read

_PIECES = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "‚",
    "``",
    "''",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "\t",
    "\u00a0",
]
_WORDS = [
    " Mara Ostrel ",
    " said ",
    "he ",
    "the president ",
    "according to ",
    "VELK: ",
    "that ",
    ", who ",
    ". ",
    ", ",
]
NEWS = st.lists(st.sampled_from([*_PIECES, *_WORDS]), max_size=60).map("".join)


def _check(text: str, quotes: tuple[Quote, ...]) -> None:
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert not {"\n", "\r"} & set(text[quote.start : quote.end])
        assert (quote.speaker_start is None) == (quote.speaker_end is None)
        if quote.speaker_start is not None and quote.speaker_end is not None:
            assert 0 <= quote.speaker_start < quote.speaker_end <= len(text)
        assert quote.cue is None or quote.cue in text


@settings(max_examples=150, deadline=None)
@given(text=NEWS | st.text(max_size=200), title=st.text(max_size=40) | NEWS)
def test_any_text_under_any_title_is_read_with_offsets_inside_it(text: str, title: str) -> None:
    _check(text, read(text, title).quotes)


@settings(max_examples=75, deadline=None)
@given(NEWS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


def test_a_line_of_300_kilobytes_is_read_to_its_last_statement() -> None:
    sentence = "The ferry left the pier and crossed the bay. "
    text = sentence * (300_000 // len(sentence)) + "“We have arrived,” said Mara Ostrel."
    quote = read(text).quotes[-1]
    assert (text[quote.start : quote.end], quote.speaker) == ("“We have arrived,”", "Mara Ostrel")


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "«", "„", '" ', "“a” "])
def test_ten_thousand_quotation_marks_are_read(mark: str) -> None:
    text = mark * 10_000
    _check(text, read(text).quotes)


def test_five_thousand_quotations_are_each_given_to_their_speaker() -> None:
    text = "\n".join(f"“The pier {number} is safe,” Mara Ostrel said." for number in range(5_000))
    assert [quote.speaker for quote in read(text).quotes] == ["Mara Ostrel"] * 5_000
