from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from index.errors import Conflict, NotFound
from index.library import Library
from index.models import Draft
from tests.index.library.conftest import FrozenClock
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


async def test_the_name_that_most_articles_give_is_shown_and_the_other_still_finds_the_person(
    library: Library, clock: FrozenClock
) -> None:
    await _add(library, "x", '"No," said Dorota Zelvinsky.')
    follow = await library.follows.add("5", "zelvinsky", kind="person")
    await _add(library, "y", '"Yes," said Dorota Zelvinskyy.')
    await _add(library, "z", '"Perhaps," said Dorota Zelvinskyy.')
    assert await library.people.names() == ("Dorota Zelvinskyy",)
    assert len(await statements(library, "Dorota Zelvinsky")) == 3
    clock.now = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    assert [(one.follow, one.total) for one in await library.follows.due()] == [(follow, 2)]
    await library.articles.remove("y", by="7")
    await library.articles.remove("z", by="7")
    assert await library.people.names() == ("Dorota Zelvinsky",)
    assert await library.upkeep.check() == []


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


async def test_merged_people_are_found_by_search_wherever_one_of_them_spoke(
    library: Library,
) -> None:
    await _add(library, "x", '"The mill stays shut," said Ilva Torrens. "The mill opens," said Matteo Korr.')
    await _add(library, "y", '"The mill is old," said Matteo Korr.')
    await library.people.merge("Ilva Torrens", "Matteo Korr", by="7")
    answer = await library.ask("What did Ilva Torrens say about the mill?")
    assert {passage.article for passage in answer.passages} == {"x", "y"}
    assert {passage.speaker for passage in answer.passages} == {"Ilva Torrens"}
    assert await library.upkeep.check() == []


async def test_a_merge_takes_along_whoever_else_articles_give_the_merged_name(library: Library) -> None:
    await _add(library, "x", '"No," said Jana Korr. "Yes," said Jonas Korr.')
    await _add(library, "y", '"Perhaps," said J. Korr.')
    await library.people.merge("Jana Korr", "J. Korr", by="7")
    await _add(library, "z", '"Never," said J. Korr.')
    assert len(await statements(library, "Jana Korr")) == 3
    assert set(await library.people.names()) == {"Jana Korr", "Jonas Korr"}
    assert await library.upkeep.check() == []


async def test_a_split_of_the_name_itself_leaves_the_rest_together(library: Library) -> None:
    for key, name in (("x", "Ilva Torrens"), ("y", "Matteo Korr"), ("z", "Pelle Varga")):
        await _add(library, key, f'"No," said {name}.')
    await library.people.merge("Ilva Torrens", "Matteo Korr", by="7")
    await library.people.merge("Ilva Torrens", "Pelle Varga", by="7")
    await library.people.split("Ilva Torrens", "Ilva Torrens", by="7")
    await _add(library, "w", '"Never," said Pelle Varga.')
    assert len(await statements(library, "Ilva Torrens")) == 1
    (rest,) = set(await library.people.names()) - {"Ilva Torrens"}
    assert len(await statements(library, rest)) == 3
    assert await library.upkeep.check() == []


async def test_a_renamed_person_is_found_by_search(library: Library) -> None:
    await _add(library, "x", '"The mill stays shut," said Ilva Torrens.')
    await library.people.rename("Ilva Torrens", "Ilva Varga", by="7")
    answer = await library.ask("What did Ilva Varga say about the mill?")
    assert [passage.speaker for passage in answer.passages] == ["Ilva Varga"]
    with pytest.raises(Conflict):
        await library.people.rename("Ilva Varga", "Ilva Varga", by="7")
    assert await library.upkeep.check() == []


async def test_a_title_and_a_surname_mean_the_person_named_in_full_elsewhere(library: Library) -> None:
    await _add(library, "x", 'President Ilva Torrens spoke. "No," Torrens said.')
    await _add(library, "y", '"Yes," President Torrens said.')
    await _add(library, "z", '"Perhaps," said Torrens.')
    assert await library.people.names() == ("Ilva Torrens",)
    assert len(await statements(library, "Ilva Torrens")) == 3


@pytest.mark.parametrize("order", [("x", "y", "z"), ("z", "y", "x"), ("y", "x", "z"), ("z", "x", "y")])
async def test_a_surname_alone_is_nobodys_once_two_people_bear_it_in_whatever_order_they_come(
    library: Library, order: tuple[str, ...]
) -> None:
    texts = {
        "x": 'Matteo Torrens, a painter, came. "No," Torrens said.',
        "y": '"Yes," President Torrens said. "Perhaps," Torrens said later.',
        "z": 'President Ilva Torrens spoke. "Never," Torrens said.',
    }
    for key in order:
        await _add(library, key, texts[key])
    assert set(await library.people.names()) == {"Ilva Torrens", "Matteo Torrens", "Torrens"}
    for name, number in (("Matteo Torrens", 1), ("Ilva Torrens", 1), ("Torrens", 2)):
        assert len(await statements(library, name)) == number
    assert await library.upkeep.check() == []


async def test_roles_have_the_dates_of_the_articles_that_state_them(library: Library) -> None:
    for day, office in ((1, "Mayor"), (5, "Governor"), (9, "Governor")):
        text = f'{office} Ilva Torrens spoke in Sarn. "No {day}," Torrens said.'
        await library.articles.add(a_draft(day, text), by="cli")
    profile = await library.person("Ilva Torrens")
    found = {role.words: (role.articles, role.first, role.last) for role in profile.roles}
    assert found == {
        "Mayor": (1, date(2026, 2, 1), date(2026, 2, 1)),
        "Governor": (2, date(2026, 2, 5), date(2026, 2, 9)),
    }
