"""Entries turned inside out: each term with its postings, ready to be written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.search import postings
from index.search.entries import Entry, count

# Passage keys are unsigned 32-bit numbers.
_END = 1 << 32


@dataclass(frozen=True, slots=True)
class Batch:
    """Several entries as rows of postings, by word and by tag.

    `passages` counts the entries, `terms` adds up their lengths (as saturated in postings), `first` and
    `last` are the lowest and the highest passage.
    """

    words: dict[str, bytes]
    tags: dict[str, bytes]
    passages: int
    terms: int
    first: int
    last: int


def invert(entries: Iterable[Entry]) -> Batch:
    """Collect the postings of `entries`, in any order; ValueError where a passage comes twice or is no key."""
    words: dict[str, tuple[list[int], list[int]]] = {}
    tags: dict[str, list[int]] = {}
    ordered = sorted(entries, key=lambda entry: entry.passage)
    total = previous = 0
    for entry in ordered:
        if not previous < entry.passage < _END:
            raise ValueError(f"passage {entry.passage} comes twice or is no key from 1 to 2**32 - 1")
        previous = entry.passage
        counted = entry.counted or count(entry.text)
        total += min(counted.length, postings.LONGEST)
        for term, shape in zip(counted.words, counted.shapes, strict=True):
            row = words.get(term)
            if row is None:
                words[term] = [previous], [shape]
            else:
                row[0].append(previous)
                row[1].append(shape)
        for tag in set(entry.tags):
            tags.setdefault(tag, []).append(previous)
    return Batch(
        words={term: postings.row(passages, shapes) for term, (passages, shapes) in words.items()},
        tags={tag: postings.row(passages, [0] * len(passages)) for tag, passages in tags.items()},
        passages=len(ordered),
        terms=total,
        first=ordered[0].passage if ordered else 0,
        last=previous,
    )
