from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from index.library import Library
from index.models import Draft


async def test_every_number_of_a_profile_is_a_count(library: Library) -> None:
    found = await library.person("Dela Brant")
    assert found.articles == 3
    assert found.statements == sum(one.count for one in found.acts) == sum(one.count for one in found.timeline)
    assert sum(one.count for one in found.outlets) == found.statements
    assert (found.first, found.last) == (date(2026, 1, 12), date(2026, 2, 20))
    assert "night ferry" in {one.label for one in found.topics}
    assert found.latest[0].article == "school"
    assert "promised" in {one.act for one in found.best}


async def test_a_profile_shows_whom_they_answered(library: Library) -> None:
    found = await library.person("Tomas Wick")
    assert ("ferry", "Dela Brant") in [(one.article, other.speaker) for one, other in found.answered]


async def test_two_people_are_compared_on_a_topic_in_time_order(library: Library) -> None:
    found = await library.compare("Brant", "Wick", "the night ferry")
    assert (found.left, found.right) == ("Dela Brant", "Tomas Wick")
    assert [one.article for one in found.lefts] == sorted((one.article for one in found.lefts), reverse=True)
    assert {one.speaker for one in found.lefts} == {"Dela Brant"}
    assert {one.speaker for one in found.rights} == {"Tomas Wick"}
    assert "school" not in {one.article for one in found.lefts}


async def test_one_person_is_compared_then_and_now(library: Library) -> None:
    found = await library.compare("Dela Brant", "Dela Brant", "night ferry")
    assert found.lefts
    assert found.rights
    assert max(one.published for one in found.lefts if one.published) <= min(
        one.published for one in found.rights if one.published
    )


async def test_a_question_that_compares_two_people_shows_them_in_turn(library: Library) -> None:
    for question in (
        "Compare Brant and Wick on the night ferry",
        "What did Wick and Brant say about the ferry?",
    ):
        answer = await library.ask(question, limit=4)
        assert answer.answered
        turns = [one.speaker for one in answer.passages]
        assert set(turns) == {"Dela Brant", "Tomas Wick"}
        assert all(one != other for one, other in pairwise(turns[:3]))


async def test_who_said_nothing_on_what_is_compared_is_named(library: Library) -> None:
    answer = await library.ask("Compare Brant and Wick on the school roof")
    assert answer.answered
    assert {one.speaker for one in answer.passages} == {"Dela Brant"}
    assert "Tomas Wick" in answer.missing


@pytest.mark.parametrize(
    "question", ["What did Brant say about the ferry then and now?", "Brant then and now on the ferry"]
)
async def test_then_and_now_begins_with_the_oldest_and_the_newest(library: Library, question: str) -> None:
    answer = await library.ask(question)
    assert answer.understood.kind == "compare"
    assert [one.article for one in answer.passages][:2] == ["ferry", "answer"]


async def test_the_examples_are_answered(library: Library) -> None:
    questions = await library.examples()
    assert len(questions) == 3
    for question in questions:
        assert (await library.ask(question)).answered, question


async def test_examples_ask_of_topics_that_stand_alone_and_not_of_outlets(library: Library) -> None:
    speech = 'Hamo Oskel denied that the pier is shut. "The pier costs nothing," Oskel said.'
    await library.articles.add(Draft(text=speech, id="own", title="The pier", source="Hamo Oskel"), by="cli")
    questions = await library.examples(9)
    assert questions
    assert not any("Oskel" in one for one in questions)
    assert all(" " in one.partition(" say about ")[2] for one in questions if " say about " in one)
