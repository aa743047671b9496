"""One posting in 32 bits: the place of a passage in its block, how often it has the term, how long it is."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Words: TypeAlias = NDArray[np.uint32]

PLACE_BITS = 18
FREQUENCY_BITS = 5
LENGTH_BITS = 9
SHAPE_BITS = FREQUENCY_BITS + LENGTH_BITS

# A block's passages lie less than SPAN apart.
SPAN = 1 << PLACE_BITS
# Frequency and length saturate: a passage holds about 256 terms, and past 31 a repetition adds nothing.
MOST_FREQUENT = (1 << FREQUENCY_BITS) - 1
LONGEST = (1 << LENGTH_BITS) - 1
SHAPES = 1 << SHAPE_BITS


def shape(frequency: int, length: int) -> int:
    """Frequency and length of a posting as one number below SHAPES; either saturates at its maximum."""
    return min(frequency, MOST_FREQUENT) << LENGTH_BITS | min(length, LONGEST)


def frequencies(words: Words) -> NDArray[np.uint32]:
    """How often each passage has the term."""
    return (words >> np.uint32(LENGTH_BITS)) & np.uint32(MOST_FREQUENT)


def lengths(words: Words) -> NDArray[np.uint32]:
    """How many terms each passage has."""
    return words & np.uint32(LONGEST)
