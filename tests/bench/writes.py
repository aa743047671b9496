"""How long an add takes beside readers, and what an import does to readers."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing.synchronize import Event
from pathlib import Path

import aiosqlite

from index.search import Entry, SearchIndex
from tests.bench.corpus import Corpus
from tests.bench.engines import TOP, entries, open_library
from tests.bench.timing import Timing, percentiles

# An article of 1,000 words.
_ARTICLE_WORDS = 1000
_ADDS = 200
_TRANSACTIONS = 10
_IMPORTED = 1000
# Between two questions, and between two adds.
_PAUSE = 0.01


@dataclass(frozen=True, slots=True)
class Writes:
    """Adds beside readers; and readers alone, beside an import in their process, and beside one in another."""

    adds: Timing
    quiet: Timing
    inside: Timing
    beside: Timing


def writes(corpus: Corpus, path: Path) -> Writes:
    """Write to an index of `corpus` while questions are asked all the time."""
    return asyncio.run(_measure(corpus, path))


async def _measure(corpus: Corpus, path: Path) -> Writes:
    body, article = SearchIndex("body"), max(1, _ARTICLE_WORDS // corpus.words)
    later = enumerate(_later(corpus).passages(), corpus.size + 1)
    writer, reader = await open_library(path), await open_library(path)
    queries = corpus.queries(100, 4)
    try:
        async with _asking(body, reader, queries, []):
            await asyncio.sleep(2)
        quiet: list[float] = []
        async with _asking(body, reader, queries, quiet):
            await asyncio.sleep(4)
        adds = []
        async with _asking(body, reader, queries, []):
            for _ in range(_ADDS):
                new = entries(islice(later, article))
                adds.append(await _add(body, writer, new))
                await asyncio.sleep(_PAUSE)
        inside: list[float] = []
        batches = [entries(islice(later, _IMPORTED)) for _ in range(_TRANSACTIONS)]
        async with _asking(body, reader, queries, inside):
            for batch in batches:
                await _add(body, writer, batch)
        beside: list[float] = []
        first, skipped = next(later)[0], _ADDS * article + _TRANSACTIONS * _IMPORTED + 1
        spawn = multiprocessing.get_context("spawn")
        ready = spawn.Event()
        process = spawn.Process(target=_import, args=(corpus, path, first, skipped, ready))
        process.start()
        await asyncio.to_thread(ready.wait)
        async with _asking(body, reader, queries, beside):
            await asyncio.to_thread(process.join)
    finally:
        await reader.close()
        await writer.close()
    return Writes(percentiles(adds), percentiles(quiet), percentiles(inside), percentiles(beside))


def _later(corpus: Corpus) -> Corpus:
    return Corpus(2_000_000, corpus.words, seed=corpus.seed + 1)


def _import(corpus: Corpus, path: Path, first: int, skipped: int, ready: Event) -> None:
    passages = enumerate(islice(_later(corpus).passages(), skipped, None), first)
    batches = [entries(islice(passages, _IMPORTED)) for _ in range(_TRANSACTIONS)]

    async def run() -> None:
        body, db = SearchIndex("body"), await open_library(path)
        for batch in batches:
            await _add(body, db, batch)
        await db.close()

    ready.set()
    asyncio.run(run())


async def _add(body: SearchIndex, db: aiosqlite.Connection, new: list[Entry]) -> float:
    started = time.perf_counter()
    await db.execute("BEGIN IMMEDIATE")
    await body.add(db, new)
    await db.execute("COMMIT")
    return time.perf_counter() - started


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
                times.append(time.perf_counter() - started)
                await asyncio.sleep(_PAUSE)

    task = asyncio.create_task(ask())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
