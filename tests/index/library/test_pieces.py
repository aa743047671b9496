"""The pure parts: addresses, chunks, near-identical bodies, prepared drafts."""

from __future__ import annotations

import pickle
import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import ArticleRefused
from index.library import prepare, twins
from index.library.addresses import canonical
from index.library.chunks import MOST, chunks
from index.models import Draft
from tests.index.library.writing import HARBOUR, a_draft

PLAIN = "lantern.example/news/1"


@pytest.mark.parametrize(
    "url",
    [
        "https://lantern.example/news/1",
        "http://www.lantern.example/news/1/",
        "HTTPS://LANTERN.EXAMPLE:443/news/1#comments",
        "https://lantern.example/news/1?utm_source=a&utm_medium=b&fbclid=c",
        "https://m.lantern.example/news/1",
        "https://amp.lantern.example/news/1?amp=1",
        "https://lantern.example/amp/news/1",
        "https://lantern.example/news/1/amp",
        "https://lantern.example/news/1/index.html",
    ],
)
def test_forms_of_one_address_are_one(url: str) -> None:
    assert canonical(url) == PLAIN


@pytest.mark.parametrize(
    "url",
    [
        "https://lantern.example/news/1?page=2",
        "https://lantern.example/news/12",
        "https://sport.lantern.example/news/1",
    ],
)
def test_other_pages_are_others(url: str) -> None:
    assert canonical(url) not in {None, PLAIN}


@pytest.mark.parametrize(
    "url", [None, "", "ftp://a.example/x", "http://[", "javascript:x", "http://a:99999/", "x" * 9999]
)
def test_what_is_no_web_address_has_no_form(url: str | None) -> None:
    assert canonical(url) is None


@given(st.text())
def test_canonical_never_raises(text: str) -> None:
    canonical(text)
    canonical("https://" + text)


@given(st.text(alphabet=st.sampled_from("ab .!?\n\"“”'é\u2028"), max_size=400))
def test_chunks_hold_every_sentence_once_in_order(text: str) -> None:
    found = chunks(text)
    assert all(one.start < one.end for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    covered = {place for one in found for place in range(one.start, one.end)}
    assert all(character.isspace() for place, character in enumerate(text) if place not in covered)


def test_a_chunk_has_no_more_words_than_it_may() -> None:
    text = "\n".join("One two three four five six seven eight nine ten." for _ in range(200))
    found = chunks(text)
    assert max(len(text[one.start : one.end].split()) for one in found) <= MOST
    assert len(found) < 15


def test_nearly_the_same_body_is_alike_and_shares_a_band() -> None:
    generator = random.Random(1)
    words = [f"w{generator.randrange(900)}" for _ in range(600)]
    changed = [*words[:590], "cut", "here"]
    left, right = " ".join(words), " ".join(changed)
    assert twins.alike(left, right)
    assert set(twins.bands(left)) & set(twins.bands(right))


def test_another_body_is_not_alike() -> None:
    generator = random.Random(2)
    left, right = (" ".join(f"w{generator.randrange(900)}" for _ in range(600)) for _ in range(2))
    assert not twins.alike(left, right)
    assert not set(twins.bands(left)) & set(twins.bands(right))


def test_a_caption_has_no_bands() -> None:
    assert twins.bands("A short caption.") == ()


def test_what_is_prepared_crosses_processes() -> None:
    prepared = prepare(a_draft(1))
    assert pickle.loads(pickle.dumps(prepared)) == prepared  # noqa: S301 -- our own bytes
    assert prepared.words > 0
    assert [HARBOUR[:10]] == [prepared.draft.text[one.start : one.start + 10] for one in prepared.chunks]


@pytest.mark.parametrize("draft", [Draft(text=""), Draft(text=" \n\t"), Draft(text="x", title="\udc80")])
def test_what_cannot_be_an_article_is_refused(draft: Draft) -> None:
    with pytest.raises(ArticleRefused):
        prepare(draft)
