"""Compare search engines on the same passages in one run: `python -m tests.bench [--passages 10000 100000]`.

Each engine runs in a process of its own on one core, warm; the table gives its times as multiples of ours.
"""

from __future__ import annotations

import argparse
import importlib.util
import multiprocessing

from tests.bench.corpus import Corpus
from tests.bench.engines import ENGINES
from tests.bench.timing import Timing, timed
from tests.bench.writes import beside_readers

# rank_bm25 looks at every passage for every question; a few tell enough.
_SLOW = {"rank_bm25": 10, "fts5": 100}


def say(line: str) -> None:
    """Print a line of the table at once."""
    print(line, flush=True)  # noqa: T201 - the table is what this command is for


def compare(corpus: Corpus, names: list[str], count: int, terms: int) -> None:
    """Print the table for one size."""
    queries = corpus.queries(count, terms)
    say(f"\n{corpus.size:,} passages of {corpus.words} words, {count} questions of {terms} words")
    say("engine          p50 ms    p99 ms  p50 / ours  p99 / ours  peak MB  build s")
    ours: Timing | None = None
    for name in names:
        if importlib.util.find_spec(ENGINES[name][1]) is None:
            say(f"{name:12}SKIPPED: {ENGINES[name][1]} is not installed (pip install {ENGINES[name][1]})")
            continue
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            found = pool.apply(timed, (name, corpus, queries[: _SLOW.get(name, count)]))
        ours = ours or found
        say(
            f"{name:12}{found.p50:10.3f}{found.p99:10.3f}{found.p50 / ours.p50:12.2f}"
            f"{found.p99 / ours.p99:12.2f}{found.peak:9}{found.build:9.1f}"
        )


def main() -> None:
    """Read the options and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--passages", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--words", type=int, default=25, help="a passage, on average")
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--terms", type=int, default=4, help="words a question")
    parser.add_argument("--engines", nargs="+", choices=list(ENGINES), default=list(ENGINES))
    parser.add_argument("--writes", action="store_true", help="time adding and importing beside readers too")
    options = parser.parse_args()
    names = [name for name in ENGINES if name in {"ours", *options.engines}]
    for size in options.passages:
        corpus = Corpus(size, options.words)
        compare(corpus, names, options.queries, options.terms)
        if options.writes:
            say(beside_readers(corpus))


if __name__ == "__main__":
    main()
