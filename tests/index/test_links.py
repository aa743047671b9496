from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.links import text_fragment

URL = "https://orrin.example/news/ferry"
TEXT = (
    "The ferry stays, she said. It is dear.\n\n"
    "The harbour is full. The ferry stays, he said. Nobody is cut-off, A&B wrote."
)


def _link(words: str, text: str = TEXT, url: str = URL, limit: int = 512) -> str | None:
    start = text.index(words)
    return text_fragment(url, text, start, start + len(words), limit=limit)


def test_words_that_stand_once_are_named_alone() -> None:
    assert _link("It is dear.") == f"{URL}#:~:text=It%20is%20dear."


def test_dash_comma_and_ampersand_are_encoded() -> None:
    link = _link("Nobody is cut-off, A&B wrote.")
    assert link == f"{URL}#:~:text=Nobody%20is%20cut%2Doff%2C%20A%26B%20wrote."


def test_half_a_word_grows_to_the_whole() -> None:
    assert _link("arbour is fu") == f"{URL}#:~:text=harbour%20is%20full"


def test_words_that_stand_twice_get_words_before_or_after() -> None:
    second = TEXT.rindex("The ferry stays")
    link = text_fragment(URL, TEXT, second, second + len("The ferry stays"))
    assert link == f"{URL}#:~:text=harbour%20is%20full.-,The%20ferry%20stays"
    first = text_fragment(URL, TEXT, 0, len("The ferry stays"))
    assert first is not None
    assert first.startswith(f"{URL}#:~:text=The%20ferry%20stays,-")


def test_a_long_passage_is_named_by_its_ends() -> None:
    text = "Start of it all here now. " + "word " * 60 + "and so it ends at last."
    link = text_fragment(URL, text, 0, len(text))
    assert link is not None
    start, _, end = link.partition("text=")[2].partition(",")
    assert text.startswith(unquote(start))
    assert text.endswith(unquote(end))


def test_a_page_with_its_own_fragment_keeps_it() -> None:
    assert _link("It is dear.", url=URL + "#top") == f"{URL}#top:~:text=It%20is%20dear."


def test_a_link_beyond_the_limit_is_the_plain_one() -> None:
    assert _link("It is dear.", limit=40) == URL
    assert _link("It is dear.", url=URL + "#top", limit=40) == URL + "#top"


def test_without_an_address_there_is_no_link() -> None:
    assert text_fragment(None, TEXT, 0, 5) is None


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-3, 0), (9, 2), (999, 1200)])
def test_an_empty_slice_gets_the_plain_link(start: int, end: int) -> None:
    assert text_fragment(URL, TEXT, start, end) == URL


@given(st.text(alphabet="ab .,-&\n“”é", max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_slice_gets_a_link_within_the_limit(text: str, start: int, end: int) -> None:
    link = text_fragment(URL, text, start, end)
    assert link is not None
    assert len(link) <= 512
    assert link.startswith(URL)
