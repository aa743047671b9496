from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from index.library import Library
from tests.index.answering.conftest import add

MOOR = (
    "President Ana Moor accused Tomas Wick of wasting the harbour's money on Monday. "
    '"The bridge of Orrin will open in May," Moor said.\n\n'
    "Dela Brant accused Moor of lying about the bridge. Councillor Tomas Wick slammed Moor over the port.\n\n"
    'Wick called the harbour "a bottomless pit".\n\n'
    "Jonas Hale warned that Moor would sink the harbour."
)


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    async with Library.open(tmp_path / "library.sqlite") as opened:
        await add(opened, ("moor", "Ana Moor and the bridge", MOOR))
        yield opened


@pytest.mark.parametrize(
    "question",
    ["who criticised Moor?", "who accused moor", "what criticism did Moor face?", "what was Moor accused of?"],
)
async def test_who_accuses_somebody_is_somebody_else_and_does_accuse(library: Library, question: str) -> None:
    found = await library.ask(question)
    assert found.answered
    assert {one.speaker for one in found.passages} == {"Dela Brant", "Tomas Wick"}


async def test_who_is_against_something_may_also_warn_of_it(library: Library) -> None:
    found = await library.ask("who is against Moor?")
    assert "Jonas Hale" in {one.speaker for one in found.passages}


async def test_what_somebody_may_have_said_is_answered_by_most_of_its_words(library: Library) -> None:
    assert (await library.ask("did Moor say the bridge will open in May?")).answered
    assert (await library.ask("did Moor say the bridge of Orrin will be opened?")).answered
    assert not (await library.ask("did Tomas Wick say the bridge will open in May?")).answered


async def test_words_in_quotation_marks_are_looked_for_in_their_order(library: Library) -> None:
    assert (await library.ask('who said "the bridge of Orrin will open in May"')).answered
    assert (await library.ask('who said "the bridge of Orrin may open in May"')).answered
    assert not (await library.ask('who said "in May, Orrin: open bridge"')).answered


async def test_what_words_were_said_of_must_be_near_them(library: Library) -> None:
    found = await library.ask("who called the harbour a bottomless pit?")
    assert (found.answered, found.passages[0].speaker) == (True, "Tomas Wick")
    assert not (await library.ask("who called the railway a bottomless pit?")).answered
    assert not (await library.ask('did Wick call the railway "a bottomless pit"?')).answered


async def test_who_denies_a_thing_may_do_so_in_other_words(library: Library) -> None:
    text = (
        "Southline denied that water had reached the strait.\n\nThe harbour office said that a leak was likely."
    )
    await add(library, ("leak", "Southline denies a leak in the basin", text))
    found = await library.ask("who denied a leak?")
    assert (found.answered, found.passages[0].mention) == (True, "Southline")


async def test_whether_somebody_did_accuse_is_answered_by_their_words(library: Library) -> None:
    assert (await library.ask("did Moor accuse Wick of wasting money?")).answered
    assert not (await library.ask("did Moor accuse Brant of lying about the bridge?")).answered
