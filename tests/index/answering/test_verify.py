from __future__ import annotations

import pytest

from index.answering.wording import liken, worded
from index.library import Library
from index.models import Difference, Draft


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
