"""The quality gate of the quote engine under pytest: figures on public articles that may only go up.

The articles are not part of the project; the gate is skipped, and says so, where they are absent.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality import naming
from tests.quality.gate import CORPORA, figures, folder, outcomes, table

pytestmark = [
    pytest.mark.gate,
    pytest.mark.skipif(
        not (folder() / "score.py").exists(),
        reason=f"QUALITY GATE NOT RUN: no evaluation articles at {folder()}",
    ),
]


@pytest.mark.parametrize("name", CORPORA)
def test_the_figures_only_go_up(name: str, tmp_path: Path) -> None:
    rows = [row for row in outcomes({name: figures(name, folder(), tmp_path)}) if row.pin.corpus == name]
    assert rows
    assert all(row.held for row in rows), table(rows)


@pytest.mark.parametrize("name", CORPORA)
def test_named_speakers_are_as_often_right_and_as_many_as_before(name: str) -> None:
    rows = naming.measure(name, folder())
    assert naming.held(name, rows), naming.table(name, rows)
