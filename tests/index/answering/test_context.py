from __future__ import annotations

import pytest

from index.errors import NotFound
from index.library import Library


async def test_the_neighbours_of_a_passage_are_slices_of_its_article(library: Library) -> None:
    text = (await library.articles.get("ferry")).text
    start = text.index('"Nobody')
    end = text.index("\n\n")
    found = await library.context("ferry", start, end)
    assert found.text[found.passage.start : found.passage.end] == text[start:end]
    assert found.text[found.before.start : found.before.end].endswith("Brant promised.")
    assert found.text[found.after.start : found.after.end].startswith("Councillor Tomas Wick disagreed.")


async def test_the_whole_article_has_no_neighbours(library: Library) -> None:
    text = (await library.articles.get("school")).text
    found = await library.context("school", 0, len(text))
    assert found.before.start == found.before.end
    assert found.after.start == found.after.end


@pytest.mark.parametrize(("article", "start", "end"), [("none", 0, 5), ("ferry", 5, 5), ("ferry", 0, 99_999)])
async def test_no_such_slice_is_said(library: Library, article: str, start: int, end: int) -> None:
    with pytest.raises(NotFound):
        await library.context(article, start, end)
