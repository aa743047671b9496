from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.text.finding import Finder
from index.text.tokens import terms, token_spans

WORDS = [
    "dying", "Dying", "skies", "happiness", "O'Brien", "o’brien", "don't", "U.S.", "US", "us", "1,000", "3.5",
    "e-mail", "_quay_", "Moor's", "moors", "naïve", "ab'c", "x", "y's", "愛知", "\u0130x", "(boats),", "a.b",
    "LIES", "vying",
]  # fmt: skip


@given(
    st.lists(st.lists(st.sampled_from(WORDS), max_size=8), max_size=3),
    st.lists(st.sampled_from(WORDS), max_size=3),
    st.sampled_from([" ", "\n", "\t ", "\u00a0"]),
)
def test_what_is_found_is_what_taking_the_text_apart_tells(
    texts: list[list[str]], wanted: list[str], gap: str
) -> None:
    asked = set(terms(" ".join(wanted)))
    finder = Finder(asked)
    for text in map(gap.join, texts):
        assert finder.find(text) == [(start, term) for term, start, _ in token_spans(text) if term in asked]


@given(
    st.text(alphabet="aAbBie .,'’-_\n\tUSyngd13\u0301愛", max_size=60),
    st.text(alphabet="abiedsuy13. ", max_size=9),
)
def test_odd_texts_are_read_alike(text: str, wanted: str) -> None:
    asked = set(terms(wanted))
    found = [(start, term) for term, start, _ in token_spans(text) if term in asked]
    assert Finder(asked).find(text) == found


def test_a_run_is_found_only_where_it_stands_alone() -> None:
    assert Finder(["boat"]).find("boat boats, rowboat boat") == [(0, "boat"), (5, "boat"), (20, "boat")]
