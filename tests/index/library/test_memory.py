from __future__ import annotations

import asyncio

import pytest

from index.library import Library, memory
from tests.index.library.writing import BRIDGE, HARBOUR, a_draft


async def test_a_question_asked_at_once_after_an_article_knows_its_people(library: Library) -> None:
    for number in range(1, 6):
        await library.articles.add(
            a_draft(number, f'"So be it," said Person{chr(96 + number)} Vask.'), by="cli"
        )
        answer = await library.ask(f"What did Person{chr(96 + number)} Vask say?")
        assert answer.understood.speakers == (f"Person{chr(96 + number)} Vask",)


async def test_many_questions_at_once_share_one_renewal(library: Library) -> None:
    await library.articles.add(a_draft(1, HARBOUR), by="cli")
    snapshots = await asyncio.gather(*(library._room.memory.current() for _ in range(20)))
    assert len({id(one) for one in snapshots}) == 1


async def test_in_a_large_library_questions_do_not_wait_for_names(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_QUICK", -1.0)
    monkeypatch.setattr(memory, "_REST", 1_000_000)
    await library.articles.add(a_draft(1, HARBOUR), by="cli")
    before = await library._room.memory.current()
    await library.articles.add(a_draft(2, BRIDGE), by="cli")
    assert await library._room.memory.current() is before
    assert library.suggest("varg") == []


async def test_in_a_large_library_names_become_new_without_a_question(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_QUICK", -1.0)
    await library.articles.add(a_draft(1, HARBOUR), by="cli")
    await library.refresh()
    await library.articles.add(a_draft(2, BRIDGE), by="cli")
    suggested: list[str] = []
    for _ in range(1000):
        suggested = suggested or library.suggest("varg")
        await asyncio.sleep(0 if suggested else 0.01)
    assert suggested == ["Pelle Varga"]


async def test_outlets_are_listed_by_their_articles(library: Library) -> None:
    await library.articles.add_many(
        [a_draft(1), a_draft(2, BRIDGE), a_draft(3, "A gazette's own words.", source="Lune Gazette")], by="cli"
    )
    await library.ask("What now?")
    assert library.sources() == ["The Sarn Lantern", "Lune Gazette"]
