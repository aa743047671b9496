"""Who said what in an invented archive: the right person, and the right quote among the first three."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library
from tests.quality.corpus import archive, questions
from tests.quality.corpus.measuring import Figures, fill, measure

ARTICLES = 200
EVERY = 3  # one question in so many; `python -m tests.quality.qa` asks all


@pytest.fixture
async def figures(tmp_path: Path) -> Figures:
    written = archive(ARTICLES)
    await fill(tmp_path / "library.sqlite", written.drafts)
    async with Library.open(tmp_path / "library.sqlite") as library:
        return await measure(library, questions(written)[::EVERY])


async def test_the_person_is_always_right_and_the_quote_among_the_first_three(figures: Figures) -> None:
    seen = "\n".join(figures.wrong)
    assert figures.right_person("about", "act", "did") == 1.0, seen
    assert figures.right_person("who") >= 0.95, seen
    assert figures.right_quote("about") >= 0.93, seen
    assert figures.right_quote("act") >= 0.88, seen
    assert figures.right_quote("who", "did") >= 0.98, seen
    assert figures.right_quote("none") >= 0.9, seen


def test_the_archive_is_the_same_every_time_and_its_gold_are_slices() -> None:
    written = archive(40)
    assert written == archive(40)
    texts = {draft.id: draft.text for draft in written.drafts}
    assert all(texts[one.article][one.start : one.end] == one.words for one in written.said)
    assert questions(written) == questions(written)
