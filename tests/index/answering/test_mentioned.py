from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from index.library import Library
from tests.index.answering.conftest import add

STORM = (
    "A storm killed three people on the coast, the police said. "
    "The harbour office said that nine boats sank.\n\n"
    'Mayor Dela Brant went to the beach. "Stay at home," the mayor said.'
)
CRIME = (
    "Crime fell by a tenth, police commissioner Jonas Hale said.\n\nThe harbour office said the pier was safe."
)


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    async with Library.open(tmp_path / "library.sqlite") as opened:
        await add(opened, ("storm", "Storm on the coast", STORM), ("crime", "Crime falls", CRIME))
        yield opened


async def test_a_body_without_a_name_is_asked_as_the_articles_write_it(library: Library) -> None:
    answer = await library.ask("what did the police say")
    assert answer.answered
    assert [passage.mention for passage in answer.passages] == ["the police"]
    assert answer.understood.unknown == ()
    boats = await library.ask("what did the harbour office say about boats")
    assert boats.answered
    assert "nine boats" in boats.passages[0].text


async def test_an_office_as_the_articles_write_it_leads_to_its_holder(library: Library) -> None:
    answer = await library.ask("what did the mayor say about the storm")
    assert answer.understood.speakers == ("Dela Brant",)
    assert {passage.speaker for passage in answer.passages} == {"Dela Brant"}


@pytest.mark.parametrize(
    "question",
    ["what did the fire brigade say", "what did the police say about pensions", "what did officials say"],
)
async def test_whom_no_article_calls_so_is_an_honest_no(library: Library, question: str) -> None:
    assert not (await library.ask(question)).answered
