"""The gate of the quote engine: figures on public articles, each held by a pin that may only go up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CORPORA = ("polnear", "gumnews")
# Where the scorer prints each figure: view, part, kind, figure (a triple is precision, recall, F1).
_WHERE: Mapping[str, tuple[str, ...]] = {
    "quoted segments found": ("quoted", "detect", "all", "overlap"),
    "quoted, right person": ("quoted", "speaker", "all", "e2e"),
    "pronouns and descriptions resolved": ("quoted", "speaker", "all", "resolved"),
    "full name right": ("quoted", "speaker", "all", "fullname"),
    "all spans": ("span", "detect", "all", "overlap"),
    "indirect spans": ("span", "detect", "indirect", "overlap"),
}


@dataclass(frozen=True, slots=True)
class Pin:
    """The least that `figure` on `corpus` may be, in per cent, and the goal (None: no goal)."""

    corpus: str
    figure: str
    least: float
    goal: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured for a pin, in per cent; None where the scorer gave no such figure."""

    pin: Pin
    measured: float | None

    @property
    def held(self) -> bool:
        return self.measured is not None and self.measured >= self.pin.least


PINS = (
    Pin("polnear", "quoted segments found", 97.1, 97.0),
    Pin("polnear", "quoted, right person", 90.2, 82.0),
    Pin("polnear", "pronouns and descriptions resolved", 91.0, 78.0),
    Pin("polnear", "full name right", 90.4, 85.0),
    Pin("polnear", "all spans", 80.0, 70.0),
    Pin("polnear", "indirect spans", 70.7, 62.0),
    Pin("gumnews", "quoted segments found", 87.0),
    Pin("gumnews", "quoted, right person", 67.0, 75.0),
)


def folder() -> Path:
    """Where the articles and their scorer are looked for: QUOTEDESK_EVAL, else beside the checkout."""
    return Path(os.environ.get("QUOTEDESK_EVAL", ROOT.parent / "shared" / "eval")) / "quotes"


def figures(corpus: str, articles: Path, scratch: Path) -> dict[str, float]:
    """Read every article of `corpus` and score the statements; predictions are written into `scratch`.

    Raises CalledProcessError where the scorer fails.
    """
    from index.quotes import read

    gold = articles / f"{corpus}.dev.jsonl"
    predicted = scratch / f"{corpus}.jsonl"
    with gold.open(encoding="utf-8") as lines, predicted.open("w", encoding="utf-8") as out:
        for line in lines:
            article = json.loads(line)
            quotes = [asdict(quote) for quote in read(article["text"]).quotes]
            out.write(json.dumps({"id": article["id"], "quotes": quotes}) + "\n")
    command = [
        sys.executable,
        str(articles / "score.py"),
        str(gold),
        str(predicted),
        "--cues",
        "speech",
        "--json",
    ]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own file
    return parse(printed)


def parse(printed: str) -> dict[str, float]:
    """The figures, in per cent, out of the scorer's JSON, one object a view. Absent ones are left out."""
    views: dict[str, Any] = {view["view"]: view for view in map(json.loads, printed.splitlines())}
    found: dict[str, float] = {}
    for name, path in _WHERE.items():
        value: Any = views
        for step in path:
            value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, list):
            value = value[2]
        if value is not None:
            found[name] = 100 * value
    return found


def outcomes(measured: Mapping[str, Mapping[str, float]]) -> list[Outcome]:
    """Each pin with what was measured, figures by corpus."""
    return [Outcome(pin, measured.get(pin.corpus, {}).get(pin.figure)) for pin in PINS]


def table(rows: list[Outcome]) -> str:
    """The outcomes as text, a line each."""
    lines = [f"{'corpus':8} {'figure':36} {'measured':>8} {'pinned':>7} {'goal':>6}"]
    for row in rows:
        seen = "-" if row.measured is None else f"{row.measured:.1f}"
        goal = "-" if row.pin.goal is None else f"{row.pin.goal:.1f}"
        missed = "" if row.held else "  BELOW THE PIN"
        lines.append(f"{row.pin.corpus:8} {row.pin.figure:36} {seen:>8} {row.pin.least:7.1f} {goal:>6}{missed}")
    return "\n".join(lines)
