"""The gate's own logic, on an invented article and a scorer that gives every figure the same value."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.quality.__main__ import main
from tests.quality.gate import CORPORA, PINS, Outcome, Pin, figures, outcomes, parse, table

SCORER = """import json, sys
triple = [0, 0, {value}]
assert json.loads(open(sys.argv[2]).read())["quotes"][0]["speaker"] == "Mara Ostrel"
for view in ("span", "quoted"):
    detect = {{"all": {{"overlap": triple}}, "indirect": {{"overlap": triple}}}}
    speaker = {{"all": {{"e2e": triple, "resolved": {value}, "fullname": {value}}}}}
    print(json.dumps({{"view": view, "detect": detect, "speaker": speaker}}))
"""


def _articles(tmp_path: Path, value: float) -> Path:
    place = tmp_path / "quotes"
    place.mkdir()
    (place / "score.py").write_text(SCORER.format(value=value), encoding="utf-8")
    for corpus in CORPORA:
        gold = {"start": 1, "end": 17, "kind": "direct", "canonical": "Mara Ostrel"}
        article = json.dumps({"id": "one", "text": "“The pier is safe,” said Mara Ostrel.", "quotes": [gold]})
        (place / f"{corpus}.dev.jsonl").write_text(article + "\n", encoding="utf-8")
    return place


@pytest.mark.parametrize(("value", "code"), [(1.0, 0), (0.1, 1)])
def test_the_exit_code_tells_whether_every_pin_holds(
    value: float,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _articles(tmp_path, value)
    monkeypatch.setenv("QUOTEDESK_EVAL", str(tmp_path))
    assert main() == code
    printed = capsys.readouterr().out
    assert printed.count("BELOW THE PIN") == (len(PINS) if code else 0)


def test_a_gate_without_articles_says_that_it_did_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUOTEDESK_EVAL", str(tmp_path / "nowhere"))
    assert main() == 0
    assert "QUALITY GATE NOT RUN" in capsys.readouterr().err


def test_figures_are_in_per_cent(tmp_path: Path) -> None:
    measured = figures("polnear", _articles(tmp_path, 0.25), tmp_path)
    assert set(measured.values()) == {25.0}
    assert {pin.figure for pin in PINS} <= set(measured)


def test_a_figure_at_its_pin_holds_and_one_below_does_not() -> None:
    pin = Pin("polnear", "all spans", 70.0)
    assert Outcome(pin, 70.0).held
    assert not Outcome(pin, 69.9).held


def test_a_figure_the_scorer_does_not_give_is_a_missed_pin() -> None:
    nothing = outcomes({corpus: parse('{"view": "span", "detect": {}, "speaker": {}}') for corpus in CORPORA})
    assert not any(row.held for row in nothing)
    assert table(nothing).count("BELOW THE PIN") == len(PINS)
