"""A process that only serves: `python -m tests.bench.serving FILE`, questions as JSON on standard input.

Answers the first, says so, answers the others, and prints the most memory it had.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from index.search import SearchIndex
from tests.bench.engines import TOP, open_library


@dataclass(frozen=True, slots=True)
class Serving:
    """Seconds from the start of the process to its first answer, and the megabytes at its peak."""

    first: float
    peak: float


def served(path: Path, queries: list[list[str]]) -> Serving:
    """Start a process on an index that is there."""
    command = [sys.executable, "-m", "tests.bench.serving", str(path)]
    started = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 -- this interpreter, this module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(queries))
        process.stdin.close()
        process.stdout.readline()
        first = time.perf_counter() - started
        return Serving(first, float(process.stdout.readline()))


async def _serve(path: Path, queries: list[list[str]]) -> None:
    index = SearchIndex("body")
    db = await open_library(path)
    for number, query in enumerate(queries):
        await index.search(db, query, limit=TOP)
        if not number:
            print("answered", flush=True)  # noqa: T201 -- what the parent waits for
    await db.close()


def _peak() -> float:
    """The process's own; getrusage would tell of the one that started it, where that was larger."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    asyncio.run(_serve(Path(sys.argv[1]), json.load(sys.stdin)))
    print(_peak())  # noqa: T201
