"""How often a named speaker is the right one, by the evidence the name rests on, and what share is named.

The rows are a curve: read from the top, each says how precise the names would be, and how many statements would
have one, if only the kinds of evidence down to it were trusted.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.models.quotes import Quote
from index.names.spelling import bare, fold
from index.quotes import read

# The least that precision and share answered over all evidence may be, in per cent; they may only go up.
PINS: Mapping[str, tuple[float, float]] = {"polnear": (96.3, 95.9), "gumnews": (83.8, 90.2)}
GOAL = (95.0, 80.0)
_EDGES = " \t\u00a0\n,.;:\"“”„«»‘’'`—–-"
_OVERLAP = 0.8
NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement that was found, its speaker known: what the name rests on, and whether it is right."""

    evidence: str
    right: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of evidence, and the figures in per cent of this kind and all above it."""

    evidence: str
    statements: int
    right: float
    answered: float
    precision: float


def evidence(quote: Quote) -> str:
    """What the name of a statement's speaker rests on."""
    if quote.speaker is None:
        return NOBODY
    return quote.certainty if quote.cue is not None else f"{quote.certainty}, goes on without a verb"


def judge(article: Mapping[str, Any], quotes: Iterable[Quote]) -> Iterator[Judged]:
    """Each direct or mixed statement whose speaker's name is known, with what was found for it."""
    text = article["text"]
    found = [(_trimmed(text, quote.start, quote.end), quote) for quote in quotes]
    for gold in article["quotes"]:
        name = gold.get("canonical")
        if not name or gold["kind"] == "indirect":
            continue
        wanted = _trimmed(text, gold["start"], gold["end"])
        same = [quote for span, quote in found if _overlap(span, wanted) >= _OVERLAP]
        if same:
            yield Judged(evidence(same[0]), same[0].speaker is not None and is_same(same[0].speaker, name))


def is_same(left: str, right: str) -> bool:
    """Whether two names can be one person's: one has all words of the other, or surname and initial agree."""
    ours, theirs = ([fold(bare(word)) for word in name.split()] for name in (left, right))
    if set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return True
    return ours[-1] == theirs[-1] and ours[0][:1] == theirs[0][:1]


def curve(judged: Iterable[Judged]) -> list[Row]:
    """The kinds of evidence, the surest first."""
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for one in judged:
        by_kind[one.evidence].append(one.right)
    total = sum(map(len, by_kind.values()))
    by_kind.pop(NOBODY, None)
    rows, named, right = [], 0, 0
    for kind, outcomes in sorted(
        by_kind.items(), key=lambda item: (-sum(item[1]) / len(item[1]), -len(item[1]))
    ):
        named += len(outcomes)
        right += sum(outcomes)
        rows.append(
            Row(
                kind,
                len(outcomes),
                _share(sum(outcomes), len(outcomes)),
                _share(named, total),
                _share(right, named),
            )
        )
    return rows


def measure(corpus: str, articles: Path) -> list[Row]:
    """The curve over every article of `corpus`."""
    judged: list[Judged] = []
    with (articles / f"{corpus}.dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            judged.extend(judge(article, read(article["text"]).quotes))
    return curve(judged)


def held(corpus: str, rows: Sequence[Row]) -> bool:
    """Whether precision and share answered over all evidence are no lower than their pins."""
    precision, answered = PINS[corpus]
    return bool(rows) and rows[-1].precision >= precision and rows[-1].answered >= answered


def table(corpus: str, rows: Sequence[Row]) -> str:
    """The curve as text, a line each, and the pins."""
    precision, answered = PINS[corpus]
    missed = "" if held(corpus, rows) else "  BELOW THE PIN"
    lines = [
        f"{corpus:8} {'the name rests on':40} {'statements':>10} {'right':>6} {'answered':>9} {'precision':>10}"
    ]
    lines += [
        f"{'':8} {row.evidence:40} {row.statements:10} {row.right:6.1f}"
        f" {row.answered:9.1f} {row.precision:10.1f}"
        for row in rows
    ]
    lines.append(f"{'':8} {'pinned':40} {'':10} {'':6} {answered:9.1f} {precision:10.1f}{missed}")
    lines.append(f"{'':8} {'goal':40} {'':10} {'':6} {GOAL[1]:9.1f} {GOAL[0]:10.1f}")
    return "\n".join(lines)


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _overlap(left: tuple[int, int], right: tuple[int, int]) -> float:
    both = min(left[1], right[1]) - max(left[0], right[0])
    return both / (max(left[1], right[1]) - min(left[0], right[0])) if both > 0 else 0.0
