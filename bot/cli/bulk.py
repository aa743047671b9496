"""Bulk adding: worker processes parse files and read statements, one writer stores; memory is bounded.

Work is handed out in small jobs and taken back in order: a run that was killed and is started again meets the
same articles in the same order, and the library knows those that it has already.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

from bot.cli.inputs import is_json
from index.errors import QuotedeskError
from index.library import Prepared, prepare
from index.models import Draft, Refused
from index.parsing import parse_file

JOB = 16  # articles; large enough that handing over costs little, small enough that the bar moves
AHEAD = 3  # jobs a worker: bounds what waits in memory, and keeps workers busy while the writer writes

Item = Draft | Refused | Path
Result = Prepared | Refused


def items(paths: Iterable[Path]) -> Iterator[Item]:
    """Articles of JSON files as drafts (streamed: parsing them is cheap), other files as paths for workers."""
    for path in paths:
        if is_json(path):
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
        try:
            yield prepare(item)
        except QuotedeskError as error:
            yield Refused(item.id or item.title, None, str(error))


async def prepared(source: Iterator[Item]) -> AsyncIterator[list[Result]]:
    """The results of all items, a job at a time and in order; few items are done here, many by processes."""
    first = list(islice(source, JOB))
    rest = list(islice(source, JOB))
    if not rest:
        yield await asyncio.to_thread(work, first)
        return
    workers = cpu_count() or 1
    # A forked child would inherit the writer's threads and locks.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[Result]]] = deque([pool.submit(work, first), pool.submit(work, rest)])
        while waiting:
            while len(waiting) < workers * AHEAD and (job := list(islice(source, JOB))):
                waiting.append(pool.submit(work, job))
            yield await asyncio.wrap_future(waiting.popleft())
