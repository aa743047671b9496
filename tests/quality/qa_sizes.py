"""Answered and refused in libraries of several sizes: `python -m tests.quality.qa_sizes [SIZES]`.

Half of the topics of the invented archive are in the library. Asked are facts that its articles tell, and the
same sort of facts of the other half, whose articles were left out.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.library import Library
from tests.quality.corpus import archive
from tests.quality.corpus.measuring import fill
from tests.quality.corpus.topics import TOPICS

SIZES = (1, 5, 30, 200)
_KNOWN = range(0, len(TOPICS), 2)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of the questions that an article answers, those answered by that article's sentence among the first
    three; of those that none does, those refused."""

    size: int
    told: int
    answered: int
    absent: int
    refused: int

    def __str__(self) -> str:
        return (
            f"{self.size:6} articles: answered {self.answered} of {self.told} that they tell,"
            f" refused {self.refused} of {self.absent} that were left out"
        )


async def measure(size: int, path: Path) -> Outcome:
    """Fill a library of `size` articles and ask."""
    drafts = archive(size, topics=_KNOWN).drafts
    await fill(path, drafts)
    text = "\n".join(draft.text for draft in drafts)
    told = [(question, fact) for question, fact in _facts(_KNOWN) if f"{fact}." in text]
    absent = [question for question, _ in _facts(range(1, len(TOPICS), 2))]
    async with Library.open(path) as library:
        answered = 0
        for question, fact in told:
            found = await library.ask(question)
            answered += found.answered and any(fact in one.text for one in found.passages[:3])
        refused = sum([not (await library.ask(question)).answered for question in absent])
    return Outcome(size, len(told), answered, len(absent), refused)


def _facts(topics: range) -> Iterator[tuple[str, str]]:
    for place in topics:
        yield from zip(TOPICS[place].facts, TOPICS[place].report, strict=True)


def main() -> None:
    """Print a line a size."""
    for size in [int(one) for one in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            sys.stdout.write(f"{asyncio.run(measure(size, Path(folder) / 'library.sqlite'))}\n")


if __name__ == "__main__":
    main()
