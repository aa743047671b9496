"""The latest batches of a field, as added: few, and each read only once."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping, Sequence

from index.errors import IndexDrifted
from index.search import postings
from index.search.rows import Rows
from index.search.shelf import Shelf

# A batch as read: each word with its passages and, after all of them, their shapes.
Batch = Mapping[str, Sequence[int]]

# What the objects of a batch take in memory, times the length of its text.
_MEMORY = 8


def write(rows: Rows, first: int, new: Mapping[str, bytes]) -> None:
    """Add a batch, given as the rows of its words, with its lowest passage."""
    batch = {
        word: struct.unpack(f"<{postings.size(row)}I{postings.size(row)}H", row) for word, row in new.items()
    }
    rows.put_batch(first, json.dumps(batch, ensure_ascii=False, separators=(",", ":")))


def read(rows: Rows, shelf: Shelf[Batch]) -> list[Batch]:
    """All batches, in the order of their passages; IndexDrifted where one is not as it was written."""
    return [_batch(rows, shelf, number) for number in rows.recent()]


def _batch(rows: Rows, shelf: Shelf[Batch], number: int) -> Batch:
    batch = shelf.get(number)
    if batch is None:
        stored = rows.batch(number)
        try:
            batch = json.loads(stored)
        except ValueError as error:
            raise IndexDrifted from error
        shelf.put(number, batch, _MEMORY * len(stored))
    return batch


def row(batches: Iterable[Batch], word: str) -> bytes:
    """The postings of a word in all batches together."""
    return _row([batch[word] for batch in batches if word in batch])


def rows_of(batches: Iterable[Batch]) -> dict[str, bytes]:
    """The postings of every word of the batches."""
    found: dict[str, list[Sequence[int]]] = {}
    for batch in batches:
        for word, numbers in batch.items():
            found.setdefault(word, []).append(numbers)
    return {word: _row(parts) for word, parts in found.items()}


def _row(parts: Sequence[Sequence[int]]) -> bytes:
    """One row of parts that follow one another, each its passages and then their shapes."""
    halves = [(numbers, len(numbers) // 2) for numbers in parts]
    passages = [number for numbers, half in halves for number in numbers[:half]]
    return postings.row(passages, [number for numbers, half in halves for number in numbers[half:]])
