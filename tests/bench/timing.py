"""Timing one engine in a process of its own."""

from __future__ import annotations

import os
import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.bench.corpus import Corpus
from tests.bench.engines import ENGINES


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds a question, megabytes at the peak (the building of the index included), seconds to build."""

    p50: float
    p99: float
    peak: int
    build: float


def timed(name: str, corpus: Corpus, queries: list[list[str]]) -> Timing:
    """Build one engine and ask it every question, twice; the second time counts."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        engine = ENGINES[name][0](corpus, Path(folder))
        started = time.perf_counter()
        engine.build()
        built = time.perf_counter() - started
        times = np.zeros(len(queries))
        for _ in range(2):
            for number, query in enumerate(queries):
                started = time.perf_counter()
                engine.search(query)
                times[number] = (time.perf_counter() - started) * 1000
        engine.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Timing(float(np.percentile(times, 50)), float(np.percentile(times, 99)), peak, built)
