"""Adding postings to a field and taking them out, inside the caller's transaction.

A small add is one batch more, and carries over one slice of the words out of all batches; a large add carries
over everything. Each term gets its postings appended to its short tail, and a tail that has grown past TAIL is
folded into the rows before it. A posting is rewritten a few times in its life, however large the index is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, islice

import numpy as np

from index.errors import IndexDrifted
from index.search import postings
from index.search.columns import Memory
from index.search.postings import POSTING_BYTES, Postings
from index.search.recent import joined
from index.search.rows import Rows, Term, slice_of, stamp
from index.search.turns import Turns

# Postings in a batch; more are carried over at once.
BATCH = 4096
TAIL = 128
# Rows are folded as long as the earlier one is less than FOLD times as long, and up to ROW postings (384 KB):
# what taking out one passage rewrites at most.
FOLD = 16
ROW = 1 << 16
# More rows than this cannot stand in such proportions below ROW.
_LATEST = 8
# Terms looked for in one statement.
_SOUGHT = 50


@dataclass(slots=True)
class _Changes:
    """What is to be written, collected over many terms and carried out at once."""

    terms: list[Term] = field(default_factory=list)
    written: list[tuple[int, int, bytes]] = field(default_factory=list)
    dropped: list[tuple[int, int]] = field(default_factory=list)

    def carry_out(self, rows: Rows, turns: Turns) -> None:
        rows.put_terms(turns.after_readers(sorted(self.terms, key=lambda term: term.id)))
        rows.drop(self.dropped)
        rows.write(turns.after_readers(self.written))


def add(rows: Rows, memory: Memory, new: dict[str, bytes], *, after: int | None) -> None:
    """Add the postings of new passages; ValueError where a word has one of them already.

    `after`: the lowest of the passages, where it is above all that are indexed, as is the rule.
    """
    if not new:
        return
    if after is None:
        settle(rows, memory)
        _put_among(rows, memory, new)
    elif sum(map(len, new.values())) > BATCH * POSTING_BYTES:
        settle(rows, memory, new)
    else:
        _carry_over(rows, memory.turns, joined(memory.latest.write(rows, new), memory.turns))


def settle(rows: Rows, memory: Memory, new: dict[str, bytes] | None = None) -> None:
    """Carry over the latest batches, and what is `new` after them, to the terms."""
    latest = memory.latest.read(rows)
    _carry_over(rows, memory.turns, joined([*latest.parts(), new or {}], memory.turns))
    rows.drop_batches(latest.last)


def _carry_over(rows: Rows, turns: Turns, whole: Mapping[str, bytes]) -> None:
    """Append postings to the terms of their words."""
    known: dict[str, Term] = {}
    for words in turns.after_readers(_parts(whole), 1):
        known |= rows.terms(words)
    _put_new(rows, turns, {w: b"" if _long(row) else row for w, row in whole.items() if w not in known})
    known |= rows.terms([word for word, row in whole.items() if word not in known and _long(row)])
    changes = _Changes()
    for word, term in turns.after_readers(known.items()):
        _append(rows, term, whole[word], changes)
    changes.carry_out(rows, turns)


def _put_new(rows: Rows, turns: Turns, tails: Mapping[str, bytes]) -> None:
    """Insert terms with their tails, slice by slice."""
    for number, words in groupby(sorted(tails, key=slice_of), key=slice_of):
        rows.new_terms(number, ((word, tails[word]) for word in turns.after_readers(words)))


def _parts(words: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(sorted(words))
    while part := list(islice(rest, _SOUGHT)):
        yield part


def _long(row: bytes) -> bool:
    return len(row) > TAIL * POSTING_BYTES


def _append(rows: Rows, term: Term, row: bytes, changes: _Changes) -> None:
    """Let `row` end a term, in its tail or folded into its rows."""
    whole = postings.extended(term.tail, row)
    if not _long(whole):
        changes.terms.append(Term(term.id, term.size, term.stamp, whole))
        return
    new = postings.size(whole)
    for first, before in rows.latest(term.id, _LATEST) if term.size else ():
        size = postings.size(whole)
        if before >= FOLD * size or before + size > ROW:
            break
        changes.dropped.append((term.id, first))
        whole = postings.extended(rows.row(term.id, first), whole)
    changes.terms.append(Term(term.id, term.size + new, stamp(), b""))
    changes.written.extend((term.id, postings.first(row), row) for row in _cut(whole))


def _cut(row: bytes) -> Iterator[bytes]:
    """A row in parts of at most ROW postings."""
    if postings.size(row) <= ROW:
        yield row
        return
    whole = postings.read(row)
    for start in range(0, len(whole), ROW):
        yield postings.pack(whole.part(slice(start, start + ROW)))


def _put_among(rows: Rows, memory: Memory, new: dict[str, bytes]) -> None:
    """Put passages among others, as when an older article comes back."""
    known = rows.terms(new)
    _put_new(rows, memory.turns, {word: b"" for word in new if word not in known})
    known |= rows.terms(new.keys() - known.keys())
    changes = _Changes()
    for word, term in known.items():
        _insert(rows, term, postings.read(new[word]), changes)
    changes.carry_out(rows, memory.turns)


def _insert(rows: Rows, term: Term, new: Postings, changes: _Changes) -> None:
    """Put passages into a term's rows up to where its tail begins, and into its tail from there."""
    tail = postings.read(term.tail)
    early = np.zeros(len(new), np.bool_)
    if term.size:
        early = new.passages < tail.passages[0] if len(tail) else ~early
    # However long the tail gets: the next append folds it.
    tail = postings.merged([tail, new.part(~early)])
    new = new.part(early)
    if len(new):
        old = rows.covering(term.id, int(new.passages[0]), int(new.passages[-1]))
        changes.dropped.extend((term.id, first) for first, _ in old)
        whole = postings.pack(postings.merged([*(postings.read(stored) for _, stored in old), new]))
        changes.written.extend((term.id, postings.first(part), part) for part in _cut(whole))
    changes.terms.append(Term(term.id, term.size + len(new), stamp(), postings.pack(tail)))


def remove(rows: Rows, memory: Memory, gone: dict[str, bytes]) -> None:
    """Take out the postings of passages; IndexDrifted where one is not there exactly as given."""
    settle(rows, memory)
    known = rows.terms(gone)
    if len(known) < len(gone):
        raise IndexDrifted
    changes = _Changes()
    for word, row in gone.items():
        _take_out(rows, known[word], row, changes)
    changes.carry_out(rows, memory.turns)


def _take_out(rows: Rows, term: Term, gone: bytes, changes: _Changes) -> None:
    tail = _without(term.tail, gone)
    left = postings.size(gone) - postings.size(term.tail) + postings.size(tail)
    old = rows.covering(term.id, postings.first(gone), postings.last(gone)) if left else []
    size = term.size
    for first, stored in old:
        kept = _without(stored, gone)
        if len(kept) < len(stored):
            size -= postings.size(stored) - postings.size(kept)
            changes.dropped.append((term.id, first))
            changes.written.extend([(term.id, postings.first(kept), kept)] if kept else [])
    if left != term.size - size:
        raise IndexDrifted
    changes.terms.append(Term(term.id, size, stamp(), tail))


def _without(stored: bytes, gone: bytes) -> bytes:
    """`stored` without those of its postings that are in `gone`, passage and shape."""
    whole, out = postings.read(stored), postings.read(gone)
    places, found = out.find(whole.passages)
    found &= out.shapes[places] == whole.shapes
    return postings.pack(whole.part(~found)) if found.any() else stored
