"""Adding postings to a field and taking them out, inside the caller's transaction."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from index.errors import IndexDrifted
from index.search.batches import Postings
from index.search.blocks import BLOCK, TAIL, Block, cut, joined
from index.search.packing import SHAPE_BITS, SPAN
from index.search.rows import Rows, Tail


@dataclass(slots=True)
class _Change:
    """Rows to write and to drop, collected over many terms and carried out at once."""

    written: list[tuple[int, Block]] = field(default_factory=list)
    dropped: list[tuple[int, int]] = field(default_factory=list)

    def carry_out(self, rows: Rows) -> None:
        rows.drop(self.dropped)
        rows.write(self.written)


def add(rows: Rows, postings: dict[str, Postings]) -> None:
    """Add the postings of new passages; ValueError where a word has a passage already."""
    ids = rows.learn(postings)
    tails = rows.tails(ids.values())
    change = _Change()
    for word, new in postings.items():
        term = ids[word]
        tail = tails.get(term)
        if tail is None:
            change.written.extend((term, block) for block in cut(new))
        elif int(new[0]) >> SHAPE_BITS <= tail.block.last:
            _insert(rows, term, new, change)
        else:
            _append(rows, term, tail, new, change)
    change.carry_out(rows)


def _append(rows: Rows, term: int, tail: Tail, new: Postings, change: _Change) -> None:
    """Write passages that come after all others: into the last row, or into one that begins with them."""
    if not tail.short:
        change.written.extend((term, block) for block in cut(new))
        return
    base = tail.block.base
    longer = np.concatenate([tail.block.postings, new])
    if len(longer) > TAIL:
        before = rows.before(term, base)
        if before is not None and _fits(before, longer):
            change.dropped.append((term, base))
            longer, base = np.concatenate([before.postings, longer]), before.base
    change.written.extend((term, block) for block in cut(longer, base))


def _fits(block: Block, postings: Postings) -> bool:
    narrow = int(postings[-1]) >> SHAPE_BITS < block.base + SPAN
    return narrow and len(block.words) + len(postings) <= BLOCK


def _insert(rows: Rows, term: int, new: Postings, change: _Change) -> None:
    """Write passages among others, as when an older article comes back."""
    first, last = int(new[0]) >> SHAPE_BITS, int(new[-1]) >> SHAPE_BITS
    old = rows.covering(term, first, last)
    change.dropped.extend((term, block.base) for block in old)
    change.written.extend((term, block) for block in cut(joined(old, new)))


def remove(rows: Rows, postings: dict[str, Postings]) -> None:
    """Take out the postings of passages; IndexDrifted where one is not there as given."""
    ids = rows.ids(postings)
    if len(ids) < len(postings):
        raise IndexDrifted
    change = _Change()
    for word, old in postings.items():
        _take_out(rows, ids[word], old, change)
    change.carry_out(rows)
    rows.forget({term for term, _ in change.dropped})


def _take_out(rows: Rows, term: int, old: Postings, change: _Change) -> None:
    first, last = int(old[0]) >> SHAPE_BITS, int(old[-1]) >> SHAPE_BITS
    gone = 0
    for block in rows.covering(term, first, last):
        stays = ~np.isin(block.postings, old, assume_unique=True)
        kept = block.words[stays]
        gone += len(block.words) - len(kept)
        if not len(kept):
            change.dropped.append((term, block.base))
        elif len(kept) < len(block.words):
            change.written.append((term, Block(block.base, kept)))
    if gone != len(old):
        raise IndexDrifted
