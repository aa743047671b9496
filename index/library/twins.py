"""Near-identical bodies: MinHash over runs of five words, with banding.

MinHash after Broder (1997), "On the resemblance and containment of documents"; bands as in Leskovec, Rajaraman
and Ullman, "Mining of Massive Datasets", section 3.4. With 8 bands of 8 rows a pair of bodies that share 90 %
of
their runs is found in 99 of 100 cases. Written with numpy: datasketch does the same, but brings SciPy, which
costs 56 MB of memory in a bot that must idle below 90.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

RUN = 5
BANDS = 8
ROWS = 8
# Fewer words are a caption or a teaser, and alike too easily.
FEWEST = 48
# The share of common runs from which two bodies are one: a copy with a changed byline or a cut last sentence.
ALIKE = 0.85
_BLOCK = 4096
_WORD = re.compile(r"\w+")
_MIX = np.uint64(0x9E3779B97F4A7C15)


def bands(text: str) -> tuple[int, ...]:
    """The hashes of which near-identical texts share at least one; none for a text of fewer than 48 words."""
    runs = _runs(text)
    if runs is None:
        return ()
    factors, shifts = _permutations()
    least = np.full(BANDS * ROWS, np.iinfo(np.uint64).max, np.uint64)
    for start in range(0, len(runs), _BLOCK):
        block = runs[start : start + _BLOCK]
        np.minimum(least, (factors[:, None] * block[None, :] + shifts[:, None]).min(axis=1), out=least)
    return tuple(
        int.from_bytes(
            hashlib.blake2b(rows.tobytes(), digest_size=8, salt=bytes([band])).digest(), "big", signed=True
        )
        for band, rows in enumerate(least.reshape(BANDS, ROWS))
    )


def alike(left: str, right: str) -> bool:
    """Whether two bodies are one: they share at least 85 % of all their runs of five words."""
    if left == right:
        return True
    first, second = _runs(left), _runs(right)
    if first is None or second is None:
        return False
    one, other = np.unique(first), np.unique(second)
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common >= ALIKE * (len(one) + len(other) - common)


def _runs(text: str) -> NDArray[np.uint64] | None:
    """A hash of each run of five words, casefolded."""
    words = _WORD.findall(text.casefold())
    if len(words) < FEWEST:
        return None
    hashes = np.array([crc32(word.encode("utf-8", "surrogatepass")) for word in words], np.uint64) * _MIX
    runs = np.zeros(len(words) - RUN + 1, np.uint64)
    for place in range(RUN):
        runs = runs * np.uint64(31) + (
            hashes[place : len(hashes) - RUN + 1 + place]
            ^ (hashes[place : len(hashes) - RUN + 1 + place] >> np.uint64(29))
        )
    runs ^= runs >> np.uint64(32)
    return runs * _MIX


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The factors (odd, so that nothing collides that did not before) and shifts of the hash functions."""
    generator = np.random.default_rng(1997)
    high = np.iinfo(np.uint64).max
    factors = generator.integers(0, high, BANDS * ROWS, dtype=np.uint64, endpoint=True) | np.uint64(1)
    return factors, generator.integers(0, high, BANDS * ROWS, dtype=np.uint64, endpoint=True)
