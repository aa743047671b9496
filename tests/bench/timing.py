"""Timing one engine in a process of its own, and what its times are."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.bench.corpus import Corpus
from tests.bench.engines import ENGINES, Found


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds a question at three percentiles, seconds to build, and what was found for each question."""

    p50: float
    p95: float
    p99: float
    build: float
    found: tuple[Found, ...] = ()


def percentiles(times: Sequence[float], build: float = 0.0, found: Sequence[Found] = ()) -> Timing:
    """The figures of times in seconds."""
    p50, p95, p99 = np.percentile(np.array(times) * 1000, [50, 95, 99]).tolist()
    return Timing(p50, p95, p99, build, tuple(found))


def timed(name: str, corpus: Corpus, queries: list[list[str]], folder: Path | None) -> Timing:
    """Build one engine (in `folder`, None: in one that is deleted) and ask it every question, twice.

    The second time counts. The process keeps to one core.
    """
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as temporary:
        engine = ENGINES[name][0](corpus, folder or Path(temporary))
        started = time.perf_counter()
        engine.build()
        built = time.perf_counter() - started
        for _ in range(2):
            times, found = [], []
            for query in queries:
                started = time.perf_counter()
                found.append(engine.search(query))
                times.append(time.perf_counter() - started)
        engine.close()
    return percentiles(times, built, found)
