"""The honest no in small libraries and in larger ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.qa_sizes import measure


@pytest.mark.parametrize("size", [1, 5, 30])
async def test_what_is_told_is_answered_and_what_was_left_out_is_refused(size: int, tmp_path: Path) -> None:
    found = await measure(size, tmp_path / "library.sqlite")
    assert found.refused == found.absent, found
    assert found.answered >= 0.9 * found.told, found
