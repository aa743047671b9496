"""The load run in small: every question answered once, in time, from its own server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.load.burst import burst
from tests.load.figures import Figures, mixed, percentile


@pytest.mark.soak
@pytest.mark.asyncio
async def test_thirty_questions_at_once_in_three_servers_during_an_import(tmp_path: Path) -> None:
    figures = await burst(tmp_path, servers=3, questions=30, imported=20)
    assert figures.faults == []
    assert len(figures.answered) == 30
    assert figures.imported == 20
    assert figures.memory < 200 * 1024 * 1024


def test_words_of_another_server_are_noticed() -> None:
    assert list(mixed("amberwick", "“The harbour of Amberwick is open.”")) == []
    assert "no words of this server" in next(mixed("amberwick", "nothing"))
    assert "words of cobaltmere" in next(mixed("amberwick", "Amberwick and Cobaltmere"))


def test_percentiles_are_of_the_ranked_values() -> None:
    assert percentile([3.0, 1.0, 2.0, 4.0], 0.5) == 3.0
    assert percentile([], 0.95) == 0.0


def test_the_table_says_what_was_not_measured() -> None:
    assert "not measured" in Figures().table()
