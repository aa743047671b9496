"""Compare search engines on the same passages in one run: `python -m tests.bench [--passages 10000 100000]`.

Each engine runs in a process of its own on one core, warm; the table gives its times as multiples of ours. Then
a process with nothing but ours, articles added beside readers, readers beside an import; at the end, how ours
grows from the first size to the last. With a million passages: 10 GB of memory, a quarter of an hour.
"""

from __future__ import annotations

import argparse
import importlib.util
import multiprocessing
import tempfile
from pathlib import Path

from tests.bench.corpus import Corpus
from tests.bench.engines import ENGINES
from tests.bench.serving import served
from tests.bench.timing import Timing, timed
from tests.bench.writes import writes

# rank_bm25 looks at every passage for every question; a few tell enough.
_SLOW = {"rank_bm25": 12, "fts5": 60}
# What p50 and p99 of each engine should be at least, as multiples of ours, at a million passages.
_GOALS = {
    "tantivy": (1 / 1.3, 1 / 1.5),
    "bm25s": (2.0, None),
    "fts5": (50.0, None),
    "rank_bm25": (1500.0, None),
}
_GROWTH = "{:>9}  {:7.2f} {:7.2f} {:7.2f}  {:7.2f} {:7.2f}  {:11.2f} {:8.2f} {:8.2f}  {:7.0f} {:8.2f}"


def say(line: str) -> None:
    """Print a line of the table at once."""
    print(line, flush=True)  # noqa: T201 - the table is what this command is for


def compare(corpus: Corpus, names: list[str], queries: list[list[str]], folder: Path) -> Timing:
    """Print the table for one size; our index is left in `folder`."""
    each = len(queries[0])
    say(f"\n{corpus.size:,} passages of {corpus.words} words, {len(queries)} questions of {each} words")
    say("engine       p50 ms   p95 ms   p99 ms  p50 / ours  p99 / ours   goals     build s")
    ours: Timing | None = None
    for name in names:
        if importlib.util.find_spec(ENGINES[name][1]) is None:
            say(f"{name:10} SKIPPED: {ENGINES[name][1]} is not installed (pip install {ENGINES[name][1]})")
            continue
        asked = queries[: _SLOW.get(name, len(queries))]
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            found = pool.apply(timed, (name, corpus, asked, folder if name == "ours" else None))
        ours = ours or found
        goals = "".join(f"{goal:8.2f}" if goal else "        " for goal in _GOALS.get(name, (None, None)))
        say(
            f"{name:10} {found.p50:8.3f} {found.p95:8.3f} {found.p99:8.3f} {found.p50 / ours.p50:11.2f}"
            f" {found.p99 / ours.p99:11.2f}{goals} {found.build:8.1f}"
        )
        if name == "rank_bm25":
            same = sum(one == other for one, other in zip(found.found, ours.found, strict=False))
            say(f"exact: {same} of {len(asked)} answers are rank_bm25's, passages and scores bit for bit")
    assert ours is not None
    return ours


def measure(corpus: Corpus, names: list[str], count: int, terms: int) -> str:
    """Print all tables for one size; a line for the table of growth."""
    queries = corpus.queries(count, terms)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ours.sqlite"
        ours = compare(corpus, names, queries, path.parent)
        alone = served(path, queries)
        say(
            f"serving alone: {alone.peak:.0f} MB at most, first answer after {alone.first:.2f} s (goals 150, 1)"
        )
        found = writes(corpus, path)
    say(
        f"adding an article beside readers: p50 {found.adds.p50:.1f} ms, p95 {found.adds.p95:.1f} ms (goal 10),"
        f" p99 {found.adds.p99:.1f} ms\nreaders' p95: {found.quiet.p95:.2f} ms,"
        f" beside an import in their process {found.inside.p95 / found.quiet.p95:.2f} times as much,"
        f" in another {found.beside.p95 / found.quiet.p95:.2f} (goal 2)"
    )
    return _GROWTH.format(
        f"{corpus.size:,}",
        ours.p50,
        ours.p95,
        ours.p99,
        found.adds.p50,
        found.adds.p95,
        found.quiet.p95,
        found.inside.p95,
        found.beside.p95,
        alone.peak,
        alone.first,
    )


def main() -> None:
    """Read the options and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--passages", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--words", type=int, default=25, help="a passage, on average")
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--terms", type=int, default=4, help="words a question")
    parser.add_argument("--engines", nargs="+", choices=list(ENGINES), default=list(ENGINES))
    options = parser.parse_args()
    names = [name for name in ENGINES if name in {"ours", *options.engines}]
    growth = [
        measure(Corpus(size, options.words), names, options.queries, options.terms) for size in options.passages
    ]
    say("\nours        question, ms             add, ms          readers' p95, ms: quiet,    peak  first")
    say(" passages      p50     p95     p99      p50     p95  import within,  beside       MB  answer s")
    for line in growth:
        say(line)


if __name__ == "__main__":
    main()
