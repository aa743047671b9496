from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.sentences import paragraphs, sentences


def _cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. We stayed.", ["It rained.", "We stayed."]),
        ("Mr. Moor met Dr. Tesk. They ate.", ["Mr. Moor met Dr. Tesk.", "They ate."]),
        ("The U.N. Council met. It voted.", ["The U.N. Council met.", "It voted."]),
        ("He lives in the U.S. The weather is fine.", ["He lives in the U.S.", "The weather is fine."]),
        ("J. K. Moor left at 5 p.m. on Monday.", ["J. K. Moor left at 5 p.m. on Monday."]),
        ("“We stay.” He left.", ["“We stay.”", "He left."]),
        ("“Where is it?” Moor asked. Nobody knew.", ["“Where is it?” Moor asked.", "Nobody knew."]),
        ("It cost $3.5 million. That is a lot.", ["It cost $3.5 million.", "That is a lot."]),
        ("One line\nanother line", ["One line", "another line"]),
        ("They cited Moor v. Tesk. The court agreed.", ["They cited Moor v. Tesk.", "The court agreed."]),
        ("He was George V. The king left.", ["He was George V.", "The king left."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
    ],
)
def test_text_is_cut_into_whole_sentences(text: str, expected: list[str]) -> None:
    assert _cut(text) == expected


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    text = "One. Two. Three."
    assert [text[span.start : span.end] for span in sentences(text, 5, 9)] == ["Two."]


def test_paragraphs_are_the_lines_that_are_not_blank() -> None:
    text = "  One \n\n\tTwo\r\nThree"
    assert [text[span.start : span.end] for span in paragraphs(text)] == ["One", "Two", "Three"]


@given(st.text(alphabet="ab .!?\n“”\"'’ MrU.S", max_size=200))
def test_sentences_lose_nothing_but_white_space(text: str) -> None:
    assert "".join("".join(_cut(text)).split()) == "".join(text.split())
