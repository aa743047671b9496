"""Adding postings to a field and taking them out, inside the caller's transaction.

An article appends to the short tail of each of its terms. A tail that has grown past TAIL is folded into the
rows before it: a posting is rewritten a few times in its life, and an add writes some kilobytes however large
the index is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from index.errors import IndexDrifted
from index.search import postings
from index.search.postings import POSTING_BYTES
from index.search.rows import Rows, Term

TAIL = 128
# Rows are folded as long as the earlier one is less than FOLD times as long, and up to ROW postings (384 KB):
# what taking out one passage rewrites at most.
FOLD = 16
ROW = 1 << 16
# More rows than this cannot stand in such proportions below ROW.
_LATEST = 8


@dataclass(slots=True)
class _Changes:
    """What is to be written, collected over many terms and carried out at once."""

    tails: list[tuple[int, bytes]] = field(default_factory=list)
    written: list[tuple[int, int, bytes]] = field(default_factory=list)
    dropped: list[tuple[int, int]] = field(default_factory=list)

    def carry_out(self, rows: Rows) -> None:
        rows.put_tails(self.tails)
        rows.drop(self.dropped)
        rows.write(self.written)


def add(rows: Rows, new: dict[str, bytes], *, after_all: bool) -> None:
    """Add the postings of new passages; ValueError where a word has one of them already.

    `after_all`: every passage is above all that are indexed, as is the rule.
    """
    known = rows.terms(new)
    rows.new_terms({word: b"" if _long(row) else row for word, row in new.items() if word not in known})
    changes = _Changes()
    for word, row in new.items():
        if word in known and after_all:
            _append(rows, known[word].id, postings.extended(known[word].tail, row), changes)
        elif word in known:
            _insert(rows, known[word], row, changes)
    known = rows.terms([word for word, row in new.items() if word not in known and _long(row)])
    for word, term in known.items():
        _append(rows, term.id, new[word], changes)
    changes.carry_out(rows)


def _long(row: bytes) -> bool:
    return len(row) > TAIL * POSTING_BYTES


def _append(rows: Rows, term: int, tail: bytes, changes: _Changes) -> None:
    """Let `tail` end a term, as its tail or folded into its rows."""
    if not _long(tail):
        changes.tails.append((term, tail))
        return
    parts, size = [tail], postings.size(tail)
    for first, before in rows.latest(term, _LATEST):
        if before >= FOLD * size or before + size > ROW:
            break
        changes.dropped.append((term, first))
        parts.insert(0, rows.postings(term << 32 | first))
        size += before
    changes.tails.append((term, b""))
    whole = parts[0]
    for part in parts[1:]:
        whole = postings.extended(whole, part)
    changes.written.extend((term, postings.first(row), row) for row in _cut(whole))


def _cut(row: bytes) -> Iterator[bytes]:
    """A row in parts of at most ROW postings."""
    if postings.size(row) <= ROW:
        yield row
        return
    whole = postings.read(row)
    for start in range(0, len(whole), ROW):
        yield postings.pack(whole.part(slice(start, start + ROW)))


def _insert(rows: Rows, term: Term, row: bytes, changes: _Changes) -> None:
    """Put passages among others, as when an older article comes back."""
    new, tail = postings.read(row), postings.read(term.tail)
    early = np.zeros(len(new), np.bool_)
    if rows.latest(term.id, 1):
        early = new.passages < tail.passages[0] if len(tail) else ~early
    if not early.all():
        # However long: the next append folds it.
        changes.tails.append((term.id, postings.pack(postings.merged([tail, new.part(~early)]))))
    if early.any():
        new = new.part(early)
        old = rows.covering(term.id, int(new.passages[0]), int(new.passages[-1]))
        changes.dropped.extend((term.id, first) for first, _ in old)
        whole = postings.pack(postings.merged([*(postings.read(stored) for _, stored in old), new]))
        changes.written.extend((term.id, postings.first(part), part) for part in _cut(whole))


def remove(rows: Rows, gone: dict[str, bytes]) -> None:
    """Take out the postings of passages; IndexDrifted where one is not there exactly as given."""
    known = rows.terms(gone)
    if len(known) < len(gone):
        raise IndexDrifted
    changes = _Changes()
    for word, row in gone.items():
        _take_out(rows, known[word], row, changes)
    changes.carry_out(rows)
    rows.forget([term.id for term in known.values()])


def _take_out(rows: Rows, term: Term, gone: bytes, changes: _Changes) -> None:
    left = postings.size(gone)
    tail = _without(term.tail, gone)
    if len(tail) < len(term.tail):
        changes.tails.append((term.id, tail))
        left -= postings.size(term.tail) - postings.size(tail)
    old = rows.covering(term.id, postings.first(gone), postings.last(gone)) if left else []
    for first, stored in old:
        kept = _without(stored, gone)
        if len(kept) < len(stored):
            left -= postings.size(stored) - postings.size(kept)
            changes.dropped.append((term.id, first))
        if kept and len(kept) < len(stored):
            changes.written.append((term.id, postings.first(kept), kept))
    if left:
        raise IndexDrifted


def _without(stored: bytes, gone: bytes) -> bytes:
    """`stored` without those of its postings that are in `gone`, passage and shape."""
    whole, out = postings.read(stored), postings.read(gone)
    if not len(whole) or whole.passages[-1] < out.passages[0]:
        return stored
    places = np.minimum(np.searchsorted(out.passages, whole.passages), len(out) - 1)
    found = (out.passages[places] == whole.passages) & (out.shapes[places] == whole.shapes)
    return postings.pack(whole.part(~found)) if found.any() else stored
