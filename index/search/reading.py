"""Finding the best passages of a field, from one state of the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from index.search.blocks import Block
from index.search.entries import Hits, Passages, Scores
from index.search.oracle import idf
from index.search.packing import SHAPES
from index.search.rows import Rows
from index.search.scoring import best, saturations


@contextmanager
def one_state(connection: sqlite3.Connection) -> Iterator[None]:
    """Read everything from one state of the database, also while others write."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")


def _weighed(rows: Rows, terms: Sequence[str]) -> tuple[dict[str, float], dict[str, list[Block]]]:
    """The idf and the postings of each term, rarest first."""
    ids = rows.ids(set(terms))
    blocks = {term: rows.blocks(ids[term]) if term in ids else [] for term in set(terms)}
    holding = {term: sum(len(block.words) for block in found) for term, found in blocks.items()}
    passages = rows.totals().passages
    order = sorted(blocks, key=lambda term: (holding[term], term))
    return {term: idf(passages, holding[term]) for term in order}, blocks


def weights(rows: Rows, terms: Sequence[str]) -> dict[str, float]:
    """The idf of each term, rarest first."""
    return _weighed(rows, terms)[0]


def search(
    words: Rows, tags: Rows, terms: Sequence[str], required: Sequence[Sequence[str]], limit: int
) -> Hits:
    """The best `limit` passages that have any of `terms` and, of each group in `required`, a tag."""
    idfs, blocks = _weighed(words, terms)
    table = saturations(words.totals().average)
    found = [(idfs[term], block) for term in idfs for block in blocks[term]]
    if not found or limit < 1:
        return Hits(np.empty(0, np.int64), np.empty(0), idfs)
    everyone = np.concatenate([block.passages for _, block in found])
    worth = np.concatenate([weight * table[block.words & (SHAPES - 1)] for weight, block in found])
    passages, places = np.unique(everyone, return_inverse=True)
    scores: Scores = np.bincount(places, worth, len(passages)).astype(np.float64)
    for group in required:
        allowed = tagged(tags, group)
        kept = np.isin(passages, allowed)
        passages, scores = passages[kept], scores[kept]
    return Hits(*best(passages, scores, limit), idfs)


def tagged(tags: Rows, group: Sequence[str]) -> Passages:
    """The passages that have one of the tags, in no order."""
    found = [block.passages for term in tags.ids(set(group)).values() for block in tags.blocks(term)]
    return np.concatenate(found) if found else np.empty(0, np.int64)


def scores(words: Rows, terms: Sequence[str], passages: Sequence[int]) -> Scores:
    """The score of each of `passages`, 0 where it has none of the terms."""
    idfs, blocks = _weighed(words, terms)
    table = saturations(words.totals().average)
    wanted = np.asarray(passages, np.int64)
    total = np.zeros(len(wanted))
    for term, weight in idfs.items():
        for block in blocks[term]:
            keys = block.passages
            places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
            worth = weight * table[block.words[places] & (SHAPES - 1)]
            total += np.where(keys[places] == wanted, worth, 0.0)
    return total
