"""Marks as they are found: every style, nested, unclosed, spaced, undecoded. Everybody is invented."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.quotes import read
from index.quotes.marks import segments

PAIRS = [
    ("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("« ", " »"), ("«\u00a0", "\u00a0»"), ("»", "«"),
    ("„", "“"), ("„", "”"), ("‚", "‘"), ("‹", "›"), ("``", "''"), ("''", "''"), ("&quot;", "&quot;"),
    ("&ldquo;", "&rdquo;"), ("&laquo;", "&raquo;"), ("&#8220;", "&#8221;"),
]  # fmt: skip


def _inner(text: str) -> list[str]:
    return [text[segment.inner_start : segment.inner_end].strip() for segment in segments(text)]


def _read(text: str) -> list[tuple[str, str | None]]:
    return [(text[quote.start : quote.end], quote.speaker) for quote in read(text).quotes]


@pytest.mark.parametrize(("opening", "closing"), PAIRS)
@pytest.mark.parametrize(
    "frame",
    ["Ana Moor said: {}", "{} said Ana Moor.", "{} Ana Moor said on Monday.", "Ana Moor told the council, {}"],
)
def test_words_in_any_marks_are_direct_speech(opening: str, closing: str, frame: str) -> None:
    said = f"{opening}We stay here for good,{closing}"
    text = frame.format(said)
    (quote,) = read(text).quotes
    assert (text[quote.start : quote.end], quote.kind, quote.speaker) == (said, "direct", "Ana Moor")


@pytest.mark.parametrize(
    "said",
    [
        "“He told me ‘never again’ and left,”",
        "“He told me “never again” and left,”",
        "‘He told me “never again” and left,’",
        "\"He told me 'never again' and left,\"",
        "«He told me “never again” and left,»",
        "„He told me ‚never again‘ and left,“",
        "“I don’t know what the others’ plans are,”",
        "‘I don’t know what we’ll do,’",
    ],
)
def test_marks_and_apostrophes_inside_belong_to_the_words(said: str) -> None:
    assert _read(f"{said} Ana Moor said.") == [(said, "Ana Moor")]


@pytest.mark.parametrize("mark", ["“", '"', "«", "„", "``"])
def test_words_whose_mark_is_never_closed_end_with_their_line(mark: str) -> None:
    text = f"Ana Moor said: {mark}We stay here.\nThe council met on Monday.\n"
    assert _read(text) == [(f"{mark}We stay here.", "Ana Moor")]


def test_each_paragraph_of_a_long_speech_opens_its_own_mark() -> None:
    text = "“We stay here.\n\n“It is home.\n\n“We will not go,” Ana Moor said.\n"
    assert [speaker for _, speaker in _read(text)] == ["Ana Moor"] * 3


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('The 27" screen and the 6\'2" mayor', []),
        ("rock ’n’ roll in the ’90s and the boys’ room", []),
        ("“one” and “two”", ["one", "two"]),
        ("“one “two” three”", ["one “two” three"]),
        ("a lone ” closes nothing", []),
        ("“”", []),
        ('href="pier" and "words"', ["words"]),
    ],
)
def test_only_the_outermost_pairs_are_segments(text: str, inner: list[str]) -> None:
    assert _inner(text) == inner


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", ["Zoë Müller", "Ángel Ñáñez", "Šárka Dvořák"])
def test_names_with_accents_are_one_name_in_either_form(form: Literal["NFC", "NFD"], name: str) -> None:
    written = unicodedata.normalize(form, name)
    text = f"“We stay,” said {written}.\n“We work,” {written.split()[1]} said.\n"
    assert [speaker for _, speaker in _read(text)] == [written, written]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "  "])
def test_any_kind_of_space_stands_between_words(space: str) -> None:
    text = "“We stay here,” Ana Moor said on Monday.".replace(" ", space)
    (quote,) = read(text).quotes
    assert text[quote.start : quote.end] == f"“We{space}stay{space}here,”"
    assert quote.speaker is not None
    assert quote.speaker.split() == ["Ana", "Moor"]


_MARKS = ["“", "”", '"', "''", "``", "‘", "’", "'", "«", "»", "„", "‹", "›", "&quot;", "—", ": ", ", ", ". "]
_WORDS = ["Ana Moor", " said ", "he ", "according to ", " by ", "claim that ", "MOOR: ", "who ", "(", "5"]
_NEWS = st.sampled_from([*_MARKS, *_WORDS, "\n", "\u00a0", "\u0301"])


@settings(max_examples=200, deadline=None)
@given(st.lists(_NEWS | st.characters(), max_size=60).map("".join))
def test_offsets_slice_back_and_kinds_agree_with_the_marks(text: str) -> None:
    marked = segments(text)
    assert all(one.end <= two.start for one, two in pairwise(marked))
    for quote in read(text).quotes:
        words = text[quote.start : quote.end]
        assert words == words.strip()
        assert words
        assert not set(words) & set("\n\r")
        inside = [one for one in marked if one.start < quote.end and one.end > quote.start]
        if quote.kind == "mixed":
            assert inside
        if quote.cue is not None:
            assert quote.cue in text
