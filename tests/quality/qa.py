"""`python -m tests.quality.qa`: find articles and sentences for RealTime QA questions, against pins.

The whole set has 4,858 articles and takes minutes to store; by default a fixed part is asked: every eighth
question with an answer and every eighth without, the articles that hold the answers, those that a web search
offered for the same questions, and further ones. `--all` asks everything (`--library FILE` keeps the store).
Articles and questions are no part of the project.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import lzma
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from index.library import Library
from index.models import Draft

ROOT = Path(__file__).parents[2]
_EVERY = 8
_FURTHER = 12  # one in so many of the other articles
_AT_ONCE = 100
_SHOWN = 10
_KEPT = 0.9  # of the questions with an answer, when the refused ones are counted


@dataclass(frozen=True, slots=True)
class Part:
    """Articles, and questions about them; those without gold articles have no answer."""

    drafts: tuple[Draft, ...]
    questions: tuple[Mapping[str, Any], ...]


# The least that each figure may be on the fixed part, in per cent: one question below what was measured, for
# there are but 22 with an answer.
PINS: Mapping[str, float] = {
    "articles at 1": 45.4,
    "articles at 4": 81.8,
    "articles at 10": 95.4,
    "answerable or not, AUC": 95.0,
    "articles at 1 with date": 54.5,
    "articles at 4 with date": 90.9,
    "articles at 10 with date": 95.4,
    "sentences at 1 with date": 37.5,
    "sentences at 4 with date": 56.2,
    "sentences at 10 with date": 62.5,
    "refused at nine in ten kept": 86.0,
}


def folder() -> Path:
    """Where the set is looked for: QUOTEDESK_EVAL, else beside the checkout."""
    return Path(os.environ.get("QUOTEDESK_EVAL", ROOT.parent / "shared" / "eval")) / "qa"


def read(place: Path, *, whole: bool) -> Part:
    """The whole set, or the fixed part of it."""
    lines = (place / "rtqa22.questions.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line) for line in lines]
    if not whole:
        sorts = [[one for one in asked if bool(one["articles"]) is has] for has in (True, False)]
        asked = [one for sort in sorts for one in sort[::_EVERY]]
    wanted = {key for one in asked for key in (*one["articles"], *one.get("gcs", ()))}
    with lzma.open(place / "rtqa22.articles.jsonl.xz", "rt", encoding="utf-8") as articles:
        drafts = [
            _draft(article)
            for number, article in enumerate(map(json.loads, articles))
            if whole or article["id"] in wanted or number % _FURTHER == 0
        ]
    return Part(tuple(drafts), tuple(asked))


def _draft(article: Mapping[str, Any]) -> Draft:
    published = article.get("published")
    return Draft(
        text=article["text"],
        id=article["id"],
        title=article.get("title") or "",
        source=article.get("source") or "",
        url=article.get("url"),
        published=date.fromisoformat(published[:10]) if published else None,
    )


async def measure(part: Part, path: Path, place: Path) -> dict[str, float]:
    """Store the articles at `path` where there is nothing yet, ask, and score with the set's own scorer."""
    new = not path.exists()  # noqa: ASYNC240 -- a command, nobody waits
    async with Library.open(path) as library:
        if new:
            for start in range(0, len(part.drafts), _AT_ONCE):
                await library.articles.add_many(part.drafts[start : start + _AT_ONCE], by="cli")
        undated = [await _asked(library, one, dated=False) for one in part.questions]
        dated = [await _asked(library, one, dated=True) for one in part.questions if one["articles"]]
    return dict(_figures(place, undated, dated))


async def _asked(library: Library, one: Mapping[str, Any], *, dated: bool) -> dict[str, Any]:
    as_of = date.fromisoformat(one["asked"]) if dated else None
    answer = await library.ask(one["question"], as_of=as_of, limit=_SHOWN)
    return {
        "id": one["id"],
        "articles": list(answer.articles),
        "sentences": [[passage.article, passage.text] for passage in answer.passages],
        "score": answer.score,
        "none": not one["articles"],
    }


def _figures(
    place: Path, undated: Sequence[dict[str, Any]], dated: Sequence[dict[str, Any]]
) -> Iterator[tuple[str, float]]:
    for name, run in (("", undated), (" with date", dated)):
        scored = _scored(place, run)
        for k in (1, 4, 10):
            yield f"articles at {k}{name}", 100 * scored["art"][f"H@{k}"]
        if name:
            for k in (1, 4, 10):
                yield f"sentences at {k}{name}", 100 * scored["sent"][f"H@{k}"]
        else:
            yield "answerable or not, AUC", 100 * scored["auc"]
    scores = sorted(one["score"] for one in undated if not one["none"])
    least = scores[int((1 - _KEPT) * len(scores))]
    refused = [one["score"] < least for one in undated if one["none"]]
    yield "refused at nine in ten kept", 100 * sum(refused) / len(refused)


def _scored(place: Path, run: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What the scorer says of the questions that were asked."""
    with tempfile.TemporaryDirectory() as scratch:
        asked, answered = Path(scratch) / "questions.jsonl", Path(scratch) / "run.jsonl"
        ids = {one["id"] for one in run}
        lines = (place / "rtqa22.questions.jsonl").read_text(encoding="utf-8").splitlines()
        asked.write_text("\n".join(line for line in lines if json.loads(line)["id"] in ids), encoding="utf-8")
        answered.write_text("\n".join(map(json.dumps, run)), encoding="utf-8")
        command = [sys.executable, str(place / "evalrun.py"), str(asked), str(answered)]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 -- the set's own scorer
    found: dict[str, Any] = json.loads(printed.splitlines()[-1])
    return found


def table(measured: Mapping[str, float], pins: Mapping[str, float]) -> str:
    """The figures beside their pins, a line each."""
    return "\n".join(
        f"{name:32} {value:6.1f}" + (f"  pinned {pins[name]:.1f}" if name in pins else "")
        for name, value in measured.items()
    )


def main() -> int:
    """The exit code: 0 where every pin holds or there is nothing to ask (said loudly), else 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.qa", description=__doc__)
    parser.add_argument("--all", action="store_true", help="all articles and questions; no pins")
    parser.add_argument("--library", type=Path, help="where the articles are stored, or are already")
    options = parser.parse_args()
    place = folder()
    if not (place / "evalrun.py").exists():
        sys.stderr.write(f"QUALITY GATE NOT RUN: no questions at {place}\n")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        path = options.library or Path(scratch) / "library.sqlite"
        measured = asyncio.run(measure(read(place, whole=options.all), path, place))
    pins = {} if options.all else PINS
    sys.stdout.write(table(measured, pins) + "\n")
    return 0 if all(measured[name] >= least for name, least in pins.items()) else 1


if __name__ == "__main__":
    sys.exit(main())
