from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.tokens import LONGEST, terms, token_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran's dam, Élan’s dams", ["iran", "dam", "elan", "dam"]),
        ("O'Brien met O’Brien", ["obrien", "met", "obrien"]),
        ("The U.S.-led talks; US talks; told us", ["the", "u.s.", "led", "talk", "u.s.", "talk", "told", "us"]),
        ("the E.U. and the EU", ["the", "eu", "and", "the", "eu"]),
        ("1,250,000 and 3.5%", ["1250000", "and", "3.5"]),
        ("COVID-19", ["covid", "19"]),
        ("na\u0131ve nai\u0308ve coo\u00adperate", ["na\u0131ve", "naiv", "cooper"]),
        ("STRASSE straße", ["strass", "strass"]),
        ("東京都", ["東京", "京都"]),
        ("日", ["日"]),
        ("_ @ # 😀", []),
    ],
)
def test_a_text_becomes_its_terms(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_a_question_finds_the_form_the_article_has() -> None:
    assert terms("Promised dams") == terms("promise, dam's")


def test_a_span_cuts_out_the_word_as_written() -> None:
    text = "Élan’s U.S. visit, 東京都"
    assert [text[start:end] for _, start, end in token_spans(text)] == [
        "Élan’s",
        "U.S.",
        "visit",
        "東京",
        "京都",
    ]


def test_a_very_long_word_is_cut_alike_on_both_sides() -> None:
    assert terms("x" * 100) == terms("x" * 200)
    assert all(len(term) <= LONGEST for term in terms("x" * 1_000_000))


@given(st.text(max_size=300))
def test_any_text_has_the_terms_of_its_spans_in_order(text: str) -> None:
    spans = token_spans(text)
    assert terms(text) == [term for term, _, _ in spans]
    assert all(term for term in terms(text))
    assert all(0 <= start < end <= len(text) for _, start, end in spans)
