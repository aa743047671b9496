"""The audit log, and undoing what it lists."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from index.errors import Conflict, NotFound
from index.library import storing
from index.library.prepared import Prepared, prepare
from index.library.room import Change, Room
from index.models import AuditEntry, Draft, Page
from index.store import articles, audit, deriving, history, people, quotes, readings
from index.store.deriving import Fresh


class Audit:
    """Every change, newest first, each undoable for 24 hours."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def list(self, cursor: str | None = None, limit: int = 10) -> Page[AuditEntry]:
        """One page of the log, newest first."""
        since = self._room.undoable_since
        return await self._room.read(lambda db: audit.page(db, cursor, limit, undoable_since=since))

    async def get(self, entry_id: int) -> AuditEntry:
        """One entry; raises NotFound."""
        since = self._room.undoable_since
        found = await self._room.read(lambda db: audit.get(db, entry_id, undoable_since=since))
        if found is None:
            raise NotFound(f"There is no entry {entry_id} in the audit log.")
        return found

    async def undo(self, entry_id: int | None = None, *, by: str) -> AuditEntry:
        """Undo an entry (None: the last change that can be); returns the entry that this leaves.

        An undo can be undone. Raises NotFound, or Conflict when the entry is older than 24 hours, undone
        already,
        or a later change builds on it.
        """
        entry = await self._entry(entry_id)
        ready = await self._prepared(entry.id)
        async with self._room.change(by, "undo") as change:
            await change.run(partial(_refuse, entry=entry.id))
            touched = await change.run(partial(_touched, entry=entry.id))
            await self._room.unindex(change, touched.articles)
            fresh = await change.run(
                partial(_revert, entry=entry.id, touched=touched, ready=ready, change=change)
            )
            await storing.enter(self._room, change, fresh)
            change.say(f"{entry.action}: {entry.subject}", entry.after, entry.before, reverts=entry.id)
            number = change.entry
        return await self.get(number)

    async def _entry(self, entry_id: int | None) -> AuditEntry:
        if entry_id is not None:
            entry = await self.get(entry_id)
        else:
            since = self._room.undoable_since
            newest = await self._room.read(lambda db: audit.newest_undoable(db, undoable_since=since))
            if newest is None:
                raise NotFound("There is nothing to undo.", "Changes can be undone for 24 hours.")
            entry = newest
        if entry.undone:
            raise Conflict("This change is undone already.")
        if not entry.undoable:
            raise Conflict("This change is older than 24 hours and can no longer be undone.")
        return entry

    async def _prepared(self, entry: int) -> dict[int, Prepared]:
        """Read the articles as they will be again, before the transaction begins."""
        drafts = await self._room.read(partial(_drafts, entry=entry))
        return await asyncio.to_thread(lambda: {key: prepare(draft) for key, draft in drafts.items()})


@dataclass(frozen=True, slots=True)
class _Touched:
    """What an undo will change: articles whose rows change, and those that only need their people anew."""

    rows: tuple[int, ...]
    people: tuple[int, ...]

    @property
    def articles(self) -> tuple[int, ...]:
        return tuple(sorted({*self.rows, *self.people}))


def _refuse(db: sqlite3.Connection, entry: int) -> None:
    later = history.blocker(db, entry)
    if later is not None:
        raise Conflict(f"A later change (entry {later}) builds on this one.", "Undo that one first.")


def _drafts(db: sqlite3.Connection, entry: int) -> dict[int, Draft]:
    """The articles whose text will be read anew, as they were."""
    drafts = {}
    for key in {one.key for one in history.touched(db, entry) if one.table == "article"}:
        before = history.text_before(db, entry, key)
        if before is not None:
            drafts[key] = Draft(title=before[0], text=before[1])
    return drafts


def _touched(db: sqlite3.Connection, entry: int) -> _Touched:
    rows: set[int] = set()
    others: set[int] = set()
    for one in history.touched(db, entry):
        if one.table == "article":
            rows.add(one.key)
        elif one.table == "correction":
            others.update(history.owners(db, "correction", one.key, entry))
        elif one.table == "naming":
            others.update(people.articles_naming(db, history.forms(db, one.key, entry)))
    return _Touched(tuple(sorted(rows)), tuple(sorted(others - rows)))


def _revert(
    db: sqlite3.Connection, entry: int, touched: _Touched, ready: dict[int, Prepared], change: Change
) -> Sequence[Fresh]:
    """Put the rows back and derive the articles anew; returns those that are in the library afterwards."""
    loaded = (deriving.load(db, key) for key in touched.people)
    fresh = [one for one in loaded if one is not None]
    deriving.withdraw(db, touched.people, version=None, since=change.at, gone=change.at)
    versions = {key: _withdraw(db, key, change) for key in touched.rows}
    history.revert(db, entry)
    for key in touched.rows:
        stored = articles.get(db, key)
        if stored is None:
            readings.forget(db, key)
        elif stored.article.removed is None:
            if key not in ready or ready[key].draft.text != stored.article.text:
                raise Conflict("Someone else changed the article just now.", "Look at it and try again.")
            fresh.append(storing.as_fresh(key, ready[key]))
    deriving.derive(db, fresh)
    for one in fresh:
        stored = articles.get(db, one.key)
        if stored is not None and stored.article.version > versions.get(one.key, stored.article.version):
            quotes.attribute(db, one.key, change.at)
    undid = audit.reverted(db, entry)
    audit.mark_undone(db, entry, undone=True)
    if undid is not None:
        audit.mark_undone(db, undid, undone=False)
    return fresh


def _withdraw(db: sqlite3.Connection, key: int, change: Change) -> int:
    """Take out what is derived from an article; returns its version, 0 where there is no such article now."""
    stored = articles.get(db, key)
    if stored is None:
        return 0
    deriving.withdraw(db, [key], version=None, since=stored.since, gone=change.at)
    return stored.article.version
