"""The gate of finding articles: RealTime QA's figures on a fixed part of the set may only go up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.qa import PINS, folder, measure, read, table

pytestmark = [
    pytest.mark.gate,
    pytest.mark.skipif(
        not (folder() / "evalrun.py").exists(), reason=f"QUALITY GATE NOT RUN: no questions at {folder()}"
    ),
]


async def test_articles_and_sentences_are_found_as_before_or_better(tmp_path: Path) -> None:
    measured = await measure(read(folder(), whole=False), tmp_path / "library.sqlite", folder())
    assert measured.keys() == PINS.keys()
    assert all(measured[name] >= least for name, least in PINS.items()), table(measured, PINS)
