from __future__ import annotations

import pytest

from index.errors import Conflict, NotFound
from index.library import Library
from index.models import Draft
from tests.index.library.writing import BRIDGE, HARBOUR, a_draft, statements


async def _add(library: Library, key: str, text: str) -> None:
    await library.articles.add(Draft(text=text, id=key, title=f"On {key}"), by="cli")


async def test_a_person_in_two_articles_is_one(library: Library) -> None:
    await library.articles.add_many([a_draft(1, HARBOUR), a_draft(2, BRIDGE)], by="cli")
    assert (await library.people.names()).count("Ilva Torrens") == 1


async def test_two_people_with_one_surname_stay_two(library: Library) -> None:
    await _add(library, "x", '"No," said Ilva Torrens.')
    await _add(library, "y", '"Yes," said Matteo Torrens.')
    assert set(await library.people.names()) == {"Ilva Torrens", "Matteo Torrens"}


async def test_another_spelling_is_the_same_person(library: Library) -> None:
    await _add(library, "x", '"No," said Dorota Zelvinsky.')
    await _add(library, "y", '"Yes," said Dorota Zelvinskyy.')
    assert len(await library.people.names()) == 1


async def test_a_corrected_speaker_is_found_under_the_new_name_and_outlives_new_versions(
    library: Library,
) -> None:
    await library.articles.add(a_draft(1), by="cli")
    quote = (await statements(library, "Bram Oskel"))[0]
    await library.people.correct(quote.id, "Vera Lind", by="7")
    assert [one.id for one in await statements(library, "Vera Lind")] == [quote.id]
    changed = a_draft(1).text.replace("Port Sarn", "A first line.\n\nPort Sarn")
    await library.articles.edit("a1", by="7", text=changed)
    assert [one.id for one in await statements(library, "Vera Lind")] == [quote.id]
    await library.people.correct(quote.id, None, by="7")
    assert next(one for one in await statements(library) if one.id == quote.id).speaker is None
    assert await library.upkeep.check() == []


async def test_merged_people_are_found_under_one_name_and_stay_so_for_new_articles(library: Library) -> None:
    await _add(library, "x", '"No," said Ilva Torrens.')
    await _add(library, "y", '"Yes," said Matteo Korr.')
    await library.people.merge("Ilva Torrens", "Matteo Korr", by="7")
    assert await library.people.names() == ("Ilva Torrens",)
    await _add(library, "z", '"Perhaps," said Matteo Korr.')
    assert len(await statements(library, "Ilva Torrens")) == 3
    assert await library.people.forms("Ilva Torrens") == ("Matteo Korr", "Ilva Torrens")
    await library.people.split("Ilva Torrens", "Matteo Korr", by="7")
    assert set(await library.people.names()) == {"Ilva Torrens", "Matteo Korr"}
    assert len(await statements(library, "Matteo Korr")) == 2
    assert await library.upkeep.check() == []


async def test_a_new_name_is_kept_for_new_articles(library: Library) -> None:
    await _add(library, "x", '"No," said Ilva Torrens.')
    await library.people.rename("Ilva Torrens", "Ilva Torrens-Varga", by="7")
    await _add(library, "y", '"Yes," said Ilva Torrens.')
    assert await library.people.names() == ("Ilva Torrens-Varga",)
    assert len(await statements(library, "Ilva Torrens-Varga")) == 2


async def test_decisions_on_people_who_are_not_there_are_refused(library: Library) -> None:
    await _add(library, "x", '"No," said Ilva Torrens.')
    with pytest.raises(NotFound):
        await library.people.merge("Ilva Torrens", "Nobody", by="7")
    with pytest.raises(Conflict):
        await library.people.split("Ilva Torrens", "Ilva Torrens", by="7")
    with pytest.raises(NotFound):
        await library.people.correct(999, "Vera Lind", by="7")
    assert (await library.audit.list()).total == 1


async def test_names_are_suggested_as_they_are_typed(library: Library) -> None:
    await library.articles.add_many([a_draft(1, HARBOUR), a_draft(2, BRIDGE)], by="cli")
    await library.ask("What did Torrens say?")
    assert library.suggest("torr")[0] == "Ilva Torrens"
    assert library.suggest("torens")[0] == "Ilva Torrens"
    assert library.suggest("")[0] in await library.people.names()
