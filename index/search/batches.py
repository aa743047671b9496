"""Entries turned inside out: each term with its postings, ready to be written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.search import postings
from index.search.entries import Entry, count
from index.search.turns import Turns

# Entries taken apart between two looks at who reads.
_AT_ONCE = 8
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


def invert(entries: Iterable[Entry], turns: Turns) -> Batch:
    """Collect the postings of `entries`, which rise; ValueError where a passage comes twice or is no key."""
    words: dict[str, tuple[list[int], list[int]]] = {}
    tags: dict[str, list[int]] = {}
    passages = total = first = previous = 0
    for entry in turns.after_readers(entries, _AT_ONCE):
        passages += 1
        if not previous < entry.passage < _END:
            raise ValueError(f"passage {entry.passage} comes twice or is no key from 1 to 2**32 - 1")
        previous = entry.passage
        first = first or previous
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
        words={term: postings.row(keys, shapes) for term, (keys, shapes) in turns.after_readers(words.items())},
        tags={tag: postings.row(keys, [0] * len(keys)) for tag, keys in tags.items()},
        passages=passages,
        terms=total,
        first=first,
        last=previous,
    )
