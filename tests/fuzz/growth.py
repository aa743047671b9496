"""Whether time grows in step with size: each target on one piece repeated, at two sizes, the ratio printed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from tests.fuzz.targets import Target

# Four times the input may take four times as long; what is squared takes sixteen.
FACTOR, WORST = 4, 9.0
_FIRST_SECONDS = 0.02
_LONGEST = 400_000
PIECES = (
    "“", '"', "' ", "''", "“a” ", "said ", "Mara Lind said ", "a", " ", "\n", "\n\n", ". ", "Mr. ", ", ", "(", "[", "<", "<p>",
    "<b><i>", "&amp;", "{", '{"a":', "[1,", '{"text":"a"}\n', "\\", "%", "@", "**", "> ", "1. ", "said he said that “we ",
    "e\u0301", "\u200d", "👨\u200d👩", ":", "qd1:", "A: b\n", "2024-", "https://", "<item><link>a</link></item>", "=?utf-8?q?",
    "--b\n", "; ", "and ", "not ", "A. B. ", "-", "\r", "<!--", "<![CDATA[", "of the president of ", "Ana ", "ANA: x\n",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Growth:
    """How much longer `FACTOR` times as much of a piece took."""

    target: str
    piece: str
    size: int
    ratio: float

    @property
    def steep(self) -> bool:
        """Whether that is more than linear time explains."""
        return self.ratio > WORST


def _seconds(target: Target, data: bytes) -> float:
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        target.check(data)
        best = min(best, time.process_time() - began)
    return best


def growths(target: Target) -> Iterator[Growth]:
    """The growth for each piece at the first size that takes long enough to be measured."""
    for piece in PIECES:
        raw = piece.encode()
        size = 2_000
        while size * FACTOR <= _LONGEST:
            small = _seconds(target, raw * (size // len(raw)))
            if small >= _FIRST_SECONDS:
                large = _seconds(target, raw * (size * FACTOR // len(raw)))
                yield Growth(target.name, piece, size, large / small)
                break
            size *= 4
