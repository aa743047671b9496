"""How long an add takes beside readers, and what an import does to readers."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path

import aiosqlite
import numpy as np

from index.search import Entry, SearchIndex
from tests.bench.corpus import Corpus
from tests.bench.engines import TOP, Ours, open_library

# An article of 1,000 words.
_ARTICLE_WORDS = 1000
_ADDS = 200
_IMPORTED = 2000


def beside_readers(corpus: Corpus) -> str:
    """Add articles one by one, then import many, while questions are asked all the time; a line of figures."""
    with tempfile.TemporaryDirectory() as folder:
        engine = Ours(corpus, Path(folder))
        engine.build()
        engine.close()
        return asyncio.run(_measure(corpus, Path(folder) / "ours.sqlite"))


async def _measure(corpus: Corpus, path: Path) -> str:
    body, article = SearchIndex("body"), max(1, _ARTICLE_WORDS // corpus.words)
    later = Corpus(2 * corpus.size, corpus.words, seed=corpus.seed + 1)
    passages = enumerate(later.passages(), corpus.size + 1)
    writer, reader = await open_library(path), await open_library(path)
    queries = corpus.queries(100, 4)
    try:
        quiet: list[float] = []
        async with _asking(body, reader, queries, quiet):
            await asyncio.sleep(2)
        adds: list[float] = []
        async with _asking(body, reader, queries, []):
            for _ in range(min(_ADDS, corpus.size // article)):
                adds.append(await _add(body, writer, _entries(passages, article)))
                await asyncio.sleep(0.01)
        busy: list[float] = []
        async with _asking(body, reader, queries, busy):
            for _ in range(5):
                await _add(body, writer, _entries(passages, min(_IMPORTED, corpus.size // 5)))
    finally:
        await reader.close()
        await writer.close()
    calm, pressed = _at(quiet, 95), _at(busy, 95)
    return (
        f"adding an article beside readers: p50 {_at(adds, 50):.1f} ms, p95 {_at(adds, 95):.1f} ms;"
        f" readers' p95 {calm:.2f} ms, during an import {pressed:.2f} ms ({pressed / calm:.1f}x)"
    )


def _entries(passages: enumerate[list[str]], count: int) -> list[Entry]:
    return [Entry(key, " ".join(words)) for key, words in islice(passages, count)]


async def _add(body: SearchIndex, db: aiosqlite.Connection, entries: list[Entry]) -> float:
    started = time.perf_counter()
    await db.execute("BEGIN IMMEDIATE")
    await body.add(db, entries)
    await db.execute("COMMIT")
    return (time.perf_counter() - started) * 1000


@asynccontextmanager
async def _asking(
    body: SearchIndex, db: aiosqlite.Connection, queries: list[list[str]], times: list[float]
) -> AsyncIterator[None]:
    """Ask one question after another until the block ends."""

    async def ask() -> None:
        while True:
            for query in queries:
                started = time.perf_counter()
                await body.search(db, query, limit=TOP)
                times.append((time.perf_counter() - started) * 1000)
                await asyncio.sleep(0.005)

    task = asyncio.create_task(ask())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _at(times: list[float], percentile: int) -> float:
    return float(np.percentile(times, percentile)) if times else 0.0
