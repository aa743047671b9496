from __future__ import annotations

import pytest

from index.answering.verifying import READ, Place, nearest
from index.answering.wording import common, liken, most_shared, worded
from index.library import Library
from index.models import Difference, Draft, Span


@pytest.mark.parametrize(
    "words",
    [
        "We will keep the night ferry running through the winter",
        "WE WILL KEEP — the night-ferry running [sic] through the winter!",
        "“We will keep … through the winter”",
        "running through the winter. Nobody on the island will be cut off.",
    ],
)
async def test_words_are_exact_whatever_their_marks(library: Library, words: str) -> None:
    found = await library.verify(words, "Dela Brant")
    assert found.verdict == "exact"
    assert found.evidence[0].article == "ferry"
    assert found.evidence[0].speaker == "Dela Brant"


async def test_words_of_another_are_someone_elses(library: Library) -> None:
    found = await library.verify("The night ferry loses 400 crowns on every crossing", "Dela Brant")
    assert found.verdict == "someone-else"
    assert found.evidence[0].speaker == "Tomas Wick"


async def test_a_paraphrase_is_only_reported(library: Library) -> None:
    found = await library.verify("the ferry company would be bankrupt by spring", "Tomas Wick")
    assert found.verdict == "only-reported"
    assert "bankrupt" in found.evidence[0].text


async def test_a_dropped_not_and_a_changed_number_show(library: Library) -> None:
    found = await library.verify("The night ferry does lose 900 crowns on every crossing", "Dela Brant")
    assert found.verdict == "other-words"
    shown = {(one.kind, one.words) for one in found.differences}
    assert {("extra", "not"), ("missing", "900"), ("extra", "400")} <= shown


async def test_the_reporters_words_around_a_quoted_scrap_are_no_ones_own(library: Library) -> None:
    text = 'Nella Voss said the crane was "a rusty heap" and would be sold for scrap in May.'
    await library.articles.add(Draft(text=text, id="crane"), by="cli")
    assert (await library.verify("a rusty heap", "Nella Voss")).verdict == "exact"
    assert (await library.verify("would be sold for scrap in May", "Nella Voss")).verdict == "only-reported"


async def test_the_end_of_a_long_speech_is_exact_too(library: Library) -> None:
    speech = " ".join(f"Berth number {number} is for the herring boats." for number in range(1, 60))
    text = f'Nella Voss said: "{speech} And the last berth is for the pilot."'
    await library.articles.add(Draft(text=text, id="berths"), by="cli")
    assert (await library.verify("the last berth is for the pilot", "Nella Voss")).verdict == "exact"


async def test_what_nobody_said_is_not_found(library: Library) -> None:
    found = await library.verify("The library must open on Sundays and sell marmalade", "Dela Brant")
    assert found.verdict == "not-found"
    assert found.coverage.articles == 3


@pytest.mark.parametrize("words", ["", "…", "?!", "[sic]"])
async def test_no_words_are_not_found(library: Library, words: str) -> None:
    assert (await library.verify(words)).verdict == "not-found"


def test_differences_name_a_swapped_name() -> None:
    assert liken(worded("Brant will pay"), worded("Wick will pay")).differences == (
        Difference("missing", "Brant"),
        Difference("extra", "Wick"),
        Difference("same", "will pay"),
    )


@pytest.mark.parametrize(
    ("asked", "held", "extra"),
    [
        ("I was honest throughout", "I was honest in office", "in office"),
        ("I was honest as mayor", "I was honest in all my years of office", "in all my years of office"),
    ],
)
def test_a_difference_at_an_end_is_shown_whole(asked: str, held: str, extra: str) -> None:
    found = liken(worded(asked), worded(held)).differences
    assert extra in [one.words for one in found if one.kind == "extra"]


def test_what_a_text_says_far_beyond_the_words_is_not_compared() -> None:
    held = "We will mend the pier at last " + "and so on " * 9
    found = liken(worded("We will mend the pier soon"), worded(held)).differences
    assert sum(len(one.words.split()) for one in found if one.kind == "extra") == 1


def test_the_quick_look_never_counts_less_than_the_words_shared() -> None:
    text = "The night ferry runs. The ferry’s bell, “the NIGHT bell”, rings on the pier at night."
    spans = [Span(start, end) for start in range(0, len(text), 7) for end in range(start + 5, len(text) + 1, 9)]
    asked = worded("the night bell rings the Ferry's")
    shares = most_shared(asked, text, spans)
    for span, share in zip(spans, shares.tolist(), strict=True):
        cut = text[span.start : span.end]
        whole = span.start == 0 or not text[span.start - 1 : span.start + 1].isalnum()
        if whole and (span.end == len(text) or not text[span.end - 1 : span.end + 1].isalnum()):
            assert share >= common(asked, worded(cut)) - 1e-9


def test_few_places_are_read_however_many_say_nearly_the_same() -> None:
    line = "The ferry loses crowns."
    text = "\n".join([line] * 3000)
    places = [
        Place(1, Span(start, start + len(line)), None, line) for start in range(0, len(text), len(line) + 1)
    ]
    assert len(nearest(worded("the ferry loses money"), places, {1: text})) == READ
    assert nearest(worded("nobody takes trams"), places, {1: text}) == []
