"""Add many invented articles with `quotedesk add`: `python -m tests.bench.bulk [--articles 3000]`.

Prints at steps the rate, the processor time that an article took (which tells on a busy machine too what two
cores can do at most: 2,000 / it) and the memory of all processes together (the kernel's proportional share, so
that pages which processes share count once); at the end the last rate against the first.
"""

from __future__ import annotations

import argparse
import os
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
class Watch:
    """The most megabytes that a process and its children held at one moment, seen every quarter second, and the
    processor seconds that they took."""

    process: int
    peak: float = 0.0
    writer: float = 0.0
    worked: dict[int, float] = field(default_factory=dict)
    done: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        """Look until `done` is set."""
        while not self.done.wait(0.25):
            processes = [self.process, *_children(self.process)]
            sizes = [_megabytes(one) for one in processes]
            self.peak = max(self.peak, sum(sizes))
            self.writer = max(self.writer, sizes[0])
            self.worked.update((one, _worked(one)) for one in processes)

    @property
    def seconds(self) -> float:
        """Processor seconds of all processes."""
        return sum(self.worked.values())


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


def _worked(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def say(line: str) -> None:
    """Print a line of the table at once."""
    print(line, flush=True)  # noqa: T201 -- the table is what this command is for


def measure(folder: Path, articles: int) -> None:
    """Write the articles, add them, print the table."""
    source = folder / "news.jsonl"
    with source.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in Newsroom().lines(articles))
    command = [sys.executable, "-m", "bot", "--data", str(folder / "data"), "add", "--json", str(source)]
    say("articles   seconds   articles/s   since the step before   CPU ms an article   peak MB   of it writer")
    begun = before = time.perf_counter()
    first, last, counted, worked = 0.0, 0.0, 0, 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as adding:  # noqa: S603 -- our own command
        assert adding.stdout is not None
        watch = Watch(adding.pid)
        watcher = threading.Thread(target=watch.watch)
        watcher.start()
        for number, _ in enumerate(adding.stdout, 1):
            if number in _STEPS or number == articles:
                now, added = time.perf_counter(), number - counted
                last = added / (now - before)
                first = first or last
                say(
                    f"{number:8} {now - begun:9.1f} {number / (now - begun):12.1f} {last:23.1f}"
                    f" {(watch.seconds - worked) / added * 1000:19.1f} {watch.peak:9.0f} {watch.writer:14.0f}"
                )
                before, counted, worked = now, number, watch.seconds
        watch.done.set()
        watcher.join()
    size = sum(one.stat().st_size for one in (folder / "data").rglob("*") if one.is_file()) / articles
    say(f"the end against the first step: {last / (first or 1):.2f}; {size / 1000:.1f} kB an article on disk")


def main() -> None:
    """Read the options and measure in a folder that is deleted afterwards."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bulk", description=__doc__)
    parser.add_argument("--articles", type=int, default=3000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), options.articles)


if __name__ == "__main__":
    main()
