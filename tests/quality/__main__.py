"""`python -m tests.quality`: measure the quote engine, print the table, exit 1 where a pin is missed."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.quality import naming
from tests.quality.gate import CORPORA, figures, folder, outcomes, table


def main() -> int:
    """The exit code: 0 where every pin holds or there are no articles to measure on (said loudly), else 1."""
    articles = folder()
    if not (articles / "score.py").exists():
        sys.stderr.write(f"QUALITY GATE NOT RUN: no evaluation articles at {articles}\n")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        rows = outcomes({corpus: figures(corpus, articles, Path(scratch)) for corpus in CORPORA})
    sys.stdout.write(table(rows) + "\n")
    curves = {corpus: naming.measure(corpus, articles) for corpus in CORPORA}
    for corpus, curve in curves.items():
        sys.stdout.write("\n" + naming.table(corpus, curve) + "\n")
    all_held = all(row.held for row in rows) and all(naming.held(*one) for one in curves.items())
    return 0 if all_held else 1


if __name__ == "__main__":
    sys.exit(main())
