"""Bulk adding: worker processes parse files and read statements, one writer stores; memory is bounded.

Work is handed out in small jobs and taken back in order: a run that was killed and is started again meets the
same articles in the same order, and the library knows those that it has already.
"""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain
from multiprocessing import get_context, parent_process
from pathlib import Path
from time import monotonic

from index.library import Prepared, attempt
from index.models import Draft, Refused
from index.parsing import holds_json, parse_file

# A job is so many articles, or fewer of so many characters in all: large enough that handing over costs little.
JOB = 16
LONG = 500_000
# What is stored in one transaction at most, and what it waits for: more in one cost less, for many articles
# share most of their words; but each is in the library a moment after it was read.
BATCH = 320  # articles
SECONDS = 3.0
# What may wait in memory, beside a job a worker: as much as keeps workers busy while the writer writes.
AHEAD = 1_500_000  # characters
_LEAST = 1000

Item = Draft | Refused | Path
Result = Prepared | Refused


def items(paths: Iterable[Path]) -> Iterator[Item]:
    """Articles of JSON files as drafts (streamed: parsing them is cheap), other files as paths for workers."""
    for path in paths:
        if holds_json(path.name):
            yield from parse_file(str(path), path)
        else:
            yield path


def work(job: list[Item]) -> list[Result]:
    """Parse what is still a file and read the statements of every article; refusals are results too."""
    return [result for item in job for result in _work(item)]


def _work(item: Item) -> Iterator[Result]:
    if isinstance(item, Path):
        for found in parse_file(str(item), item):
            yield from _work(found)
    elif isinstance(item, Refused):
        yield item
    else:
        yield attempt(item)


def _end_with_the_writer() -> None:
    """Let this worker end when the writer was killed: it would wait for work for ever."""
    writer = parent_process()

    def wait() -> None:
        if writer is not None:
            writer.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


@contextmanager
def _deaf() -> Iterator[None]:
    """Let the processes that start meanwhile not hear Ctrl-C: to end them is the writer's part."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


async def prepared(source: Iterator[Item]) -> AsyncIterator[list[Result]]:
    """The results of all items in order, as many at a time as one transaction is good for; few items are done
    here, many by processes."""
    jobs = _jobs(source)
    first = next(jobs, [])
    rest = next(jobs, [])
    if not rest:
        yield await asyncio.to_thread(work, first)
        return
    workers = os.cpu_count() or 1
    # A forked child would inherit the writer's threads and locks.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_the_writer)
    try:
        with _deaf():
            for _ in range(workers):
                pool.submit(int)  # each starts one
        desk = _Desk(pool, chain([first, rest], jobs), workers)
        while batch := await desk.batch():
            yield batch
    finally:
        pool.shutdown(cancel_futures=True)


class _Desk:
    """Jobs that processes work on, in order, and no more of them than may wait in memory."""

    def __init__(self, pool: ProcessPoolExecutor, jobs: Iterator[list[Item]], workers: int) -> None:
        self._pool = pool
        self._jobs = jobs
        self._workers = workers
        self._waiting: deque[tuple[Future[list[Result]], int]] = deque()
        self._size = 0

    async def batch(self) -> list[Result]:
        """What is to be stored next; nothing where all is done."""
        batch: list[Result] = []
        taken, end = 0, monotonic() + SECONDS
        self._hand_out()
        while self._waiting and len(batch) < BATCH and taken < AHEAD and monotonic() < end:
            future, size = self._waiting.popleft()
            results: list[Result] = await asyncio.wrap_future(future)
            batch += results
            self._size -= size
            taken += size
            self._hand_out()
        return batch

    def _hand_out(self) -> None:
        while self._size < AHEAD or len(self._waiting) < self._workers:
            job = next(self._jobs, None)
            if job is None:
                return
            size = sum(map(_size, job))
            self._waiting.append((self._pool.submit(work, job), size))
            self._size += size


def _jobs(source: Iterator[Item]) -> Iterator[list[Item]]:
    job: list[Item] = []
    size = 0
    for item in source:
        job.append(item)
        size += _size(item)
        if len(job) == JOB or size > LONG:
            yield job
            job, size = [], 0
    if job:
        yield job


def _size(item: Item) -> int:
    """How much room an item takes in memory, in characters."""
    if isinstance(item, Draft):
        return _LEAST + len(item.text)
    return _LEAST + (item.stat().st_size if isinstance(item, Path) and os.access(item, os.R_OK) else 0)
