from __future__ import annotations

from datetime import date

import pytest

from index.answering.acts import likeness
from index.answering.sources import Statement
from index.library import Library
from index.models import Draft, Filters, Passage


async def _all(library: Library, filters: Filters, topic: str, limit: int) -> list[Passage]:
    found, cursor = list[Passage](), None
    while True:
        page = await library.quotes(filters, topic=topic, cursor=cursor, limit=limit)
        assert len(page.items) <= limit
        found += page.items
        if page.cursor is None:
            return found
        cursor = page.cursor


@pytest.mark.parametrize("topic", ["", "night ferry"])
async def test_pages_of_any_size_make_one_list(library: Library, topic: str) -> None:
    whole = await _all(library, Filters(), topic, 50)
    assert len(whole) > 3
    assert await _all(library, Filters(), topic, 1) == whole
    assert await _all(library, Filters(), topic, 2) == whole


async def test_statements_come_newest_first_within_the_filters(library: Library) -> None:
    found = await _all(library, Filters(speaker="Dela Brant", until=date(2026, 2, 10)), "", 3)
    assert {one.speaker for one in found} == {"Dela Brant"}
    assert found[0].article == "answer"
    assert "school" not in {one.article for one in found}


async def test_a_topic_brings_its_statements_first(library: Library) -> None:
    found = await library.quotes(Filters(speaker="Dela Brant"), topic="roof")
    assert [one.article for one in found.items] == ["school"]


async def test_an_act_is_an_exact_filter(library: Library) -> None:
    found = await library.quotes(Filters(act="warned"), topic="ferry")
    assert [one.speaker for one in found.items] == ["Tomas Wick"]


async def test_a_new_article_does_not_shift_the_next_page(library: Library) -> None:
    whole = await _all(library, Filters(), "", 50)
    first = await library.quotes(Filters(), limit=2)
    await library.articles.add(
        Draft(text='"The tide is early," said Nella Voss.', id="tide", published=date(2026, 3, 1)), by="cli"
    )
    second = await library.quotes(Filters(), cursor=first.cursor, limit=50)
    assert [*first.items, *second.items] == whole


async def test_a_cursor_that_is_none_begins_anew(library: Library) -> None:
    assert await library.quotes(Filters(), cursor="nonsense") == await library.quotes(Filters())


async def test_two_parts_of_one_sentence_are_one_passage_on_one_page(library: Library) -> None:
    text = '"The pier," said Nella Voss, "is sound." "The crane," Voss added, "is not."'
    await library.articles.add(Draft(text=text, id="pier", published=date(2026, 3, 1)), by="cli")
    found = await _all(library, Filters(speaker="Nella Voss"), "", 1)
    assert len({(one.start, one.end) for one in found}) == len(found)
    assert found == await _all(library, Filters(speaker="Nella Voss"), "", 50)


def test_a_will_to_say_or_to_feel_is_no_promise() -> None:
    statement = Statement(
        1, 1, 0, 20, "direct", "Dela Brant", None, None, "said", "named", date(2026, 1, 1), "The Post"
    )
    assert likeness(statement, "I will not complain about it", ["promised"]) == 0.0
    assert likeness(statement, "I will mend the pier", ["promised"]) > 0
