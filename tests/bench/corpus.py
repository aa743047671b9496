"""Synthetic passages: words by Zipf's law, the same ones for every engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Corpus:
    """`size` passages of `words` words on average (from half to one and a half times as many).

    Words are "w0" (in about every second passage of 25) to "w<vocabulary - 1>", by falling frequency.
    """

    size: int
    words: int = 25
    vocabulary: int = 200_000
    seed: int = 7

    def passages(self) -> Iterator[list[str]]:
        """The tokens of each passage; passage n of a larger corpus is passage n of a smaller one."""
        for start in range(0, self.size, _AT_ONCE):
            chunk = self._chunk(start // _AT_ONCE)
            yield from chunk[: self.size - start]

    def queries(self, count: int, terms: int) -> list[list[str]]:
        """Questions: `terms` different words of one passage, each; common words are as likely as in text."""
        generator = np.random.default_rng([self.seed, self.size, 1])
        chunks = [self._chunk(number) for number in range(min(10, -(-self.size // _AT_ONCE)))]
        found: list[list[str]] = []
        while len(found) < count:
            chunk = chunks[generator.integers(len(chunks))]
            distinct = sorted(set(chunk[generator.integers(min(len(chunk), self.size))]))
            if len(distinct) >= terms:
                found.append([str(word) for word in generator.choice(distinct, terms, replace=False)])
        return found

    def _chunk(self, number: int) -> list[list[str]]:
        generator = np.random.default_rng([self.seed, number])
        lengths = generator.integers(self.words // 2, self.words + self.words // 2 + 1, _AT_ONCE)
        ranks = self._ranks(generator, int(lengths.sum()))
        names = [f"w{rank}" for rank in ranks.tolist()]
        ends = np.cumsum(lengths).tolist()
        return [names[end - length : end] for end, length in zip(ends, lengths.tolist(), strict=True)]

    def _ranks(self, generator: np.random.Generator, count: int) -> NDArray[np.int64]:
        weights = np.cumsum(1.0 / np.arange(1, self.vocabulary + 1))
        ranks: NDArray[np.int64] = np.searchsorted(weights, generator.random(count) * weights[-1])
        return ranks
