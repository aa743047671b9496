"""The quality gate of sentence ranking: figures on TREC-QA that may only go up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.quality.answer_sentences import measure

ROOT = Path(__file__).parents[2]
EVAL = Path(os.environ.get("QUOTEDESK_EVAL", ROOT.parent / "shared" / "eval")) / "qa"

pytestmark = [
    pytest.mark.gate,
    pytest.mark.skipif(
        not (EVAL / "trecqa.questions.jsonl").exists(), reason=f"QUALITY GATE NOT RUN: no questions at {EVAL}"
    ),
]


def test_answer_sentences_stand_where_they_stood_or_higher() -> None:
    found = measure(EVAL, "test")
    assert found.questions == 68
    assert found.average_precision >= 0.81
    assert found.reciprocal_rank >= 0.86
