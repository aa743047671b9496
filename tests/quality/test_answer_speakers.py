"""The gate of "what did X say about Y" on the quotes of public articles; it may only go up."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library
from tests.quality.corpus.measuring import fill, measure
from tests.quality.gate import folder
from tests.quality.qa_speakers import quoted

pytestmark = [
    pytest.mark.gate,
    pytest.mark.skipif(
        not (folder() / "polnear.dev.jsonl").exists(), reason=f"QUALITY GATE NOT RUN: no articles at {folder()}"
    ),
]


async def test_who_said_what_stands_where_it_stood_or_higher(tmp_path: Path) -> None:
    read = quoted(folder())
    await fill(tmp_path / "library.sqlite", read.drafts)
    async with Library.open(tmp_path / "library.sqlite") as library:
        found = await measure(library, read.questions)
    seen = "\n".join(found.wrong)
    assert found.right_person("about") >= 0.995, seen
    assert found.right_quote("about") >= 0.95, seen
    assert found.right_quote("none") >= 0.99, seen
    assert found.right_quote("half") >= 0.9, seen
