"""`python -m tests.load`: 200 questions at once in three servers while an import runs, and the figures."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.load.burst import burst


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--servers", type=int, default=3, choices=range(1, 5))
    parser.add_argument("--imported", type=int, default=300, help="articles added meanwhile")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="quotedesk-load-") as folder:
        figures = asyncio.run(
            burst(Path(folder), servers=options.servers, questions=options.questions, imported=options.imported)
        )
    sys.stdout.write(figures.table() + "\n")
    for row in figures.loop.get("longest", [])[:5]:  # type: ignore[index]  # a list in the report
        sys.stdout.write(f"  held the loop {row['ms']} ms at {row['at']} s: {row['what']}\n")
    for fault in figures.faults[:20]:
        sys.stdout.write(f"fault: {fault}\n")
    return 1 if figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())
