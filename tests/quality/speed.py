"""`python -m tests.quality.speed`: articles a second of one core, and the memory that reading takes.

Memory is what the process holds beyond a bare interpreter with the articles in it: the engine's code, its
tables and all that it holds after each round. CPU time is the best of three rounds, so that a busy machine
disturbs less.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.quality.gate import folder

_ROUNDS = 3
_KILOBYTE = 1024


@dataclass(frozen=True, slots=True)
class Speed:
    """What reading `articles` took: seconds of CPU, and megabytes beyond the articles themselves."""

    articles: int
    characters: int
    seconds: float
    peak: float

    def __str__(self) -> str:
        rate = self.articles / self.seconds
        length = self.characters / self.articles
        return f"{rate:.1f} articles/s of CPU ({length:.0f} characters each), {self.peak:.1f} MB extra memory"


def measure(texts: list[str]) -> Speed:
    """Read every text a few times; the first round is also the one that loads the tables."""
    before = resident()
    from index.quotes import read

    rounds = []
    peak = before
    for _ in range(_ROUNDS):
        begin = time.process_time()
        for text in texts:
            read(text)
        rounds.append(time.process_time() - begin)
        peak = max(peak, resident())
    return Speed(len(texts), sum(map(len, texts)), min(rounds), (peak - before) / _KILOBYTE)


def resident() -> int:
    """The memory that this process holds, in kilobytes; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    lines = status.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def main() -> int:
    """The exit code: 0; 1 where there are no articles to measure on."""
    articles = folder() / "polnear.dev.jsonl"
    if not articles.exists():
        sys.stderr.write(f"SPEED NOT MEASURED: no articles at {articles}\n")
        return 1
    texts = [json.loads(line)["text"] for line in articles.read_text(encoding="utf-8").splitlines()]
    sys.stdout.write(f"{measure(texts)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
