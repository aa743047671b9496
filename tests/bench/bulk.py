"""Add many invented articles with `quotedesk add`: `python -m tests.bench.bulk [--articles 3000]`.

Prints the rate at steps, the memory of all processes together (the kernel's proportional share, so that pages
which processes share count once), and the rate at the end against the rate of the first thousand.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.newsroom import Newsroom

_STEPS = (1000, 2000, 3000, 5000, 10_000, 20_000, 30_000, 50_000, 70_000, 100_000, 200_000)


@dataclass
class Memory:
    """The most megabytes that a process and its children held at one moment, seen every quarter second."""

    process: int
    peak: float = 0.0
    writer: float = 0.0
    done: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        """Look until `done` is set."""
        while not self.done.wait(0.25):
            sizes = [_megabytes(one) for one in [self.process, *_children(self.process)]]
            self.peak = max(self.peak, sum(sizes))
            self.writer = max(self.writer, sizes[0])


def _children(process: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            direct = [int(one) for one in task.read_text().split()]
        except OSError:
            continue
        for one in direct:
            found += [one, *_children(one)]
    return found


def _megabytes(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def say(line: str) -> None:
    """Print a line of the table at once."""
    print(line, flush=True)  # noqa: T201 -- the table is what this command is for


def measure(folder: Path, articles: int) -> None:
    """Write the articles, add them, print the table."""
    source = folder / "news.jsonl"
    with source.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in Newsroom().lines(articles))
    command = [sys.executable, "-m", "bot", "--data", str(folder / "data"), "add", "--json", str(source)]
    say("articles   seconds   articles/s   since the step before   peak MB   of it writer")
    begun = before = time.perf_counter()
    first, last, counted = 0.0, 0.0, 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as adding:  # noqa: S603 -- our own command
        assert adding.stdout is not None
        memory = Memory(adding.pid)
        watcher = threading.Thread(target=memory.watch)
        watcher.start()
        for number, _ in enumerate(adding.stdout, 1):
            if number in _STEPS or number == articles:
                now = time.perf_counter()
                last = (number - counted) / (now - before)
                first = first or last
                say(
                    f"{number:8} {now - begun:9.1f} {number / (now - begun):12.1f} {last:23.1f}"
                    f" {memory.peak:9.0f} {memory.writer:14.0f}"
                )
                before, counted = now, number
        memory.done.set()
        watcher.join()
    size = sum(one.stat().st_size for one in (folder / "data").rglob("*") if one.is_file()) / articles
    say(f"the end against the first step: {last / first:.2f}; {size / 1000:.1f} kB an article on disk")


def main() -> None:
    """Read the options and measure in a folder that is deleted afterwards."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bulk", description=__doc__)
    parser.add_argument("--articles", type=int, default=3000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), options.articles)


if __name__ == "__main__":
    main()
