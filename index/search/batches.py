"""Entries turned inside out: each term with its postings, ready to be written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from index.search.entries import Entry
from index.search.packing import LONGEST, SHAPE_BITS, shape
from index.text import tokens

# A posting that knows its passage: passage << SHAPE_BITS | shape. In order of passages when sorted.
Postings: TypeAlias = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Batch:
    """The postings of several entries, by word and by tag, each in the order of passages.

    `passages` counts the entries, `terms` adds up their lengths as the index has them (saturated).
    """

    words: dict[str, Postings]
    tags: dict[str, Postings]
    passages: int
    terms: int


def invert(entries: Iterable[Entry]) -> Batch:
    """Collect the postings of `entries`, in any order; ValueError where a passage comes twice or is no key."""
    words: dict[str, list[int]] = {}
    tags: dict[str, list[int]] = {}
    total = 0
    seen: set[int] = set()
    for entry in entries:
        if not 0 < entry.passage < 1 << 32:
            raise ValueError(f"passage {entry.passage} is no key from 1 to 2**32 - 1")
        if entry.passage in seen:
            raise ValueError(f"passage {entry.passage} comes twice in one batch")
        seen.add(entry.passage)
        found = tokens.terms(entry.text)
        place = entry.passage << SHAPE_BITS
        total += min(len(found), LONGEST)
        for term, frequency in Counter(found).items():
            words.setdefault(term, []).append(place | shape(frequency, len(found)))
        for tag in set(entry.tags):
            tags.setdefault(tag, []).append(place)
    return Batch(_sorted(words), _sorted(tags), len(seen), total)


def _sorted(postings: dict[str, list[int]]) -> dict[str, Postings]:
    return {term: np.array(sorted(places), np.uint64) for term, places in postings.items()}
