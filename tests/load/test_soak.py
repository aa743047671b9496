"""The soak for a minute: nothing refused, nothing doubled, nothing grows, the loop is free."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.load.soak import soak


@pytest.mark.soak
@pytest.mark.asyncio
async def test_a_minute_of_questions_imports_and_feeds_in_four_servers(tmp_path: Path) -> None:
    done = await soak(tmp_path, minutes=1)
    assert done.figures.faults == []
    assert [sentence for sentence in done.report() if sentence.startswith("fault")] == []
    assert len(done.figures.answered) > 100
    assert done.figures.imported > 0
    assert done.figures.fetched > 0
