from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast

import pytest

from index.answering.namesakes import settled
from index.answering.sources import Limits, Sources
from index.library import Library
from index.models import Coverage, Draft, Filters, Understanding
from tests.index.answering.conftest import add

VISIT = (
    "The prime minister of Korria, Aldo Fenn, met Veltish President Irena Harvold in Lindby on Friday.\n\n"
    '"Korria will open its market to Veltish fish," Fenn promised at the town hall. Harvold praised the visit '
    "as historic.\n\n"
    "Nina Fenn, a marine biologist, said that the cod stocks were collapsing.\n\n"
    "Asked about the gas pipeline, Aldo Fenn said that talks would go on in March."
)
TRAM = (
    'Marek Dunne spoke in Lindby. "The tram is late," Dunne said. "The tram is dear," Dunne said. '
    '"Nobody takes the tram," Dunne said. "We will mend the tram," Dunne promised.\n\n'
    'His cousin Rolf Dunne keeps bees. "The tram frightens my bees," Rolf Dunne said.'
)


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    async with Library.open(tmp_path / "library.sqlite") as opened:
        await add(opened, ("visit", "A visit to Lindby", VISIT), ("tram", "Voices on the tram", TRAM))
        yield opened


async def test_who_is_quoted_by_far_the_most_is_meant_and_the_others_are_named(library: Library) -> None:
    answer = await library.ask("what did dunne say about the tram")
    assert answer.answered
    assert {passage.speaker for passage in answer.passages} == {"Marek Dunne"}
    assert answer.understood.speakers == ("Marek Dunne",)
    assert answer.understood.namesakes == (("Marek Dunne", "Rolf Dunne"),)


async def test_the_only_one_of_a_name_who_speaks_of_the_topic_is_meant(library: Library) -> None:
    answer = await library.ask("what did fenn say about cod")
    assert answer.answered
    assert {passage.speaker for passage in answer.passages} == {"Nina Fenn"}


async def test_where_nobody_of_a_name_stands_out_there_is_no_answer_but_a_choice(library: Library) -> None:
    answer = await library.ask("what did fenn say")
    assert not answer.answered
    assert {name for group in answer.understood.namesakes for name in group} == {"Aldo Fenn", "Nina Fenn"}


async def test_where_who_is_meant_said_nothing_of_it_a_namesake_who_did_is_offered(library: Library) -> None:
    answer = await library.ask("what did dunne say about bees")
    assert not answer.answered
    assert answer.understood.namesakes == (("Marek Dunne", "Rolf Dunne"),)


async def test_nobody_else_is_offered_where_no_namesake_said_anything_of_it(library: Library) -> None:
    for question in ("what did dunne say about the moon", "what did dunne say in May 1999"):
        answer = await library.ask(question)
        assert not answer.answered
        assert answer.understood.speakers == ("Marek Dunne",)
        assert answer.understood.namesakes == ()


async def test_a_speaker_that_is_chosen_needs_no_settling(library: Library) -> None:
    answer = await library.ask("what did fenn say", speaker="Aldo Fenn")
    assert answer.answered
    assert {passage.speaker for passage in answer.passages} == {"Aldo Fenn"}


async def test_what_others_say_beside_a_statement_is_not_its_topic(library: Library) -> None:
    answer = await library.ask("has harvold said anything about fish")
    assert not answer.answered
    assert (await library.ask("what did aldo fenn say about fish")).answered


async def test_an_act_asked_for_with_a_topic_needs_the_topic_beside_it(library: Library) -> None:
    assert not (await library.ask("who promised anything about cod")).answered
    assert not (await library.ask("who promised something about the pipeline")).answered
    assert (await library.ask("who promised to open a market")).answered


async def test_a_name_with_a_word_more_is_no_other_person(tmp_path: Path) -> None:
    text = (
        '"The pier is old," said Dela Brant. "The pier is dear," Brant said.\n\n'
        '"The pier will be mended," said Dela Maria Brant.'
    )
    async with Library.open(tmp_path / "one.sqlite") as library:
        await library.articles.add(Draft(text=text, id="pier", title="The pier", source="Post"), by="cli")
        answer = await library.ask("what did brant say about the pier")
    assert answer.answered
    assert {(passage.speaker or "").split()[-1] for passage in answer.passages} == {"Brant"}


async def test_of_the_holders_of_an_office_one_who_is_spoken_of_does_not_speak(tmp_path: Path) -> None:
    now = "Korria's Prime Minister Aldo Fenn spoke in Lindby. " + '"Ivo Moor was a friend," Fenn said. ' * 3
    then = (
        "Korria's Prime Minister Ivo Moor spoke in Lindby. " + '"Ivo Moor is tired," Moor said of himself. ' * 3
    )
    async with Library.open(tmp_path / "library.sqlite") as library:
        await add(library, ("now", "Fenn on Moor", now), ("then", "Moor on Moor", then))
        answer = await library.ask("what did the prime minister of Korria say about Moor")
    assert answer.answered
    assert {passage.speaker for passage in answer.passages} == {"Aldo Fenn"}


class Counts:
    """How often each of those who share a name is quoted."""

    def __init__(self, **counts: int) -> None:
        self._counts = counts

    async def count(self, limits: Limits) -> int:
        return self._counts[(limits.speaker or "").replace(" ", "_")]


@pytest.mark.parametrize(
    ("counts", "meant"),
    [
        ({"Southline": 5, "Southline_Rail": 4, "Old_Southline": 3}, ("Southline",)),
        ({"Southline": 3, "Southline_Rail": 4}, ("Southline", "Southline Rail")),
        ({"Nina_Fenn": 5, "Aldo_Fenn": 4}, ("Nina Fenn", "Aldo Fenn")),
    ],
)
async def test_who_bears_a_name_alone_is_meant_before_those_called_after_it(
    counts: dict[str, int], meant: tuple[str, ...]
) -> None:
    group = tuple(name.replace("_", " ") for name in counts)
    asked = Understanding(kind="said", topic="", speakers=group, namesakes=(group,))
    found, _ = await settled(cast("Sources", Counts(**counts)), asked, Filters(), Coverage(0, None, None))
    assert found.speakers == meant


async def test_a_body_may_speak_of_itself() -> None:
    group = ("Southline", "Southline Rail")
    asked = Understanding(kind="said", topic="Southline fares", speakers=group, namesakes=(group,))
    counts = cast("Sources", Counts(Southline=5, Southline_Rail=1))
    found, _ = await settled(counts, asked, Filters(), Coverage(0, None, None))
    assert found.speakers == ("Southline",)
