"""Time the whole way from a question to its answer: `python -m tests.bench.asking [--articles N]`.

`--library FILE` asks a library that is there. Half of the questions ask what someone said about something,
half what an article tells. One core; the questions are made of the library's own articles, each asked once
after a warm-up of others. The same question's terms are scored by rank_bm25 over the same passages, to have
a measure of the machine.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from index.answering.query import make_query, small_terms
from index.library import Library
from index.models import Draft
from index.search.oracle import Oracle
from index.text.tokens import terms
from tests.bench.newsroom import Newsroom

_AT_ONCE = 200
_ORACLE = 20  # questions for rank_bm25, which looks at every passage
_WORDS = 4  # of a sentence that make a topic


@dataclass(frozen=True, slots=True)
class Asking:
    """Milliseconds of processor time a question: to the answer, and with rank_bm25 to the passages alone."""

    articles: int
    passages: int
    p50: float
    p95: float
    rank_bm25: float

    def __str__(self) -> str:
        return (
            f"{self.articles:,} articles, {self.passages:,} passages: question to answer, processor time,"
            f" p50 {self.p50:.1f} ms, p95 {self.p95:.1f} ms (goal at 10,000: 30);"
            f" rank_bm25, passages alone, {self.rank_bm25:.1f} ms: {self.rank_bm25 / self.p50:.1f} of an answer"
        )


async def build(path: Path, count: int) -> None:
    """Make a library of `count` invented articles."""
    lines = Newsroom().lines(count)
    async with Library.open(path) as library:
        while batch := [_draft(line) for line in islice(lines, _AT_ONCE)]:
            await library.articles.add_many(batch, by="cli")


def _draft(line: str) -> Draft:
    article = json.loads(line)
    return Draft(**{key: article[key] for key in ("id", "url", "title", "source", "text")})


def questions(path: Path, count: int, seed: int = 3) -> list[str]:
    """Questions about the articles of a library."""
    chance = random.Random(seed)
    db = sqlite3.connect(path)
    articles = db.execute("SELECT key, title FROM article WHERE removed IS NULL").fetchall()
    statements = db.execute(
        "SELECT person.name, substr(article.text, quote.start + 1, quote.end - quote.start) FROM quote"
        " JOIN person ON person.key = quote.person JOIN article ON article.key = quote.article"
        " WHERE quote.key % 7 = 0 LIMIT 20000"
    ).fetchall()
    db.close()
    made = [
        f"What did {name} say about {_topic(chance, said)}?"
        for name, said in chance.sample(statements, count // 2)
    ]
    made += [
        f"What is known about {_topic(chance, title)}?"
        for _, title in chance.sample(articles, count - len(made))
    ]
    chance.shuffle(made)
    return made


def _topic(chance: random.Random, text: str) -> str:
    words = [word for word in text.split() if not set(terms(word)) <= small_terms()]
    return " ".join(chance.sample(words, min(_WORDS, len(words))))


async def measure(path: Path, asked: list[str]) -> Asking:
    """Ask them all, one after the other."""
    times = []
    async with Library.open(path) as library:
        for question in asked[: len(asked) // 5]:
            await library.ask(question)
        gc.freeze()  # as the bot does once its libraries are open
        for question in asked[len(asked) // 5 :]:
            begun = time.process_time()
            await library.ask(question)
            times.append((time.process_time() - begun) * 1000)
        articles = (await library.upkeep.stats()).articles
    passages = list(_passages(path))
    return Asking(
        articles,
        len(passages),
        float(np.percentile(times, 50)),
        float(np.percentile(times, 95)),
        _by_rank_bm25(passages, asked[:_ORACLE]),
    )


def _passages(path: Path) -> Iterator[list[str]]:
    db = sqlite3.connect(path)
    rows = db.execute(
        "SELECT passage.start, passage.end, text FROM passage JOIN article ON article.key = article"
    )
    for start, end, text in rows:
        yield terms(text[start:end])
    db.close()


def _by_rank_bm25(passages: list[list[str]], asked: list[str]) -> float:
    oracle, times = Oracle(passages), []
    for question in asked:
        query = list(make_query(question).terms)
        begun = time.process_time()
        np.argpartition(oracle.get_scores(query), -10)
        times.append((time.process_time() - begun) * 1000)
    return float(np.percentile(times, 50))


def main() -> None:
    """Read the options and print the line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.asking", description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--library", type=Path, help="a library file, instead of invented articles")
    parser.add_argument("--questions", type=int, default=200)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        path = options.library or Path(folder) / "library.sqlite"
        if options.library is None:
            asyncio.run(build(path, options.articles))
        print(asyncio.run(measure(path, questions(path, options.questions))))  # noqa: T201 -- what it is for


if __name__ == "__main__":
    main()
