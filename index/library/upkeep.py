"""The upkeep of a library file: counted, checked, rebuilt, backed up, exported, imported, left."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Iterable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TextIO

import aiosqlite

from index.errors import LibraryUnwritable
from index.library import accounts, importing, lines, storing
from index.library.prepared import prepare
from index.library.room import UNDO, Change, Room
from index.models import Draft, Stats
from index.search import Entry
from index.store import (
    articles,
    checking,
    entries,
    feeds,
    flags,
    history,
    marks,
    purged,
    readings,
    stats,
    visits,
)
from index.store.database import on_thread
from index.store.deriving import Fresh
from index.store.moments import stamp

_BATCH = 200
# How long the file of a server that was left is kept.
GRACE = timedelta(days=30)


class Upkeep:
    """Operations on the whole library."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def stats(self) -> Stats:
        """Direct counts."""
        return await self._room.read(stats.stats)

    async def check(self) -> list[str]:
        """Every drift found between articles, passages, statements, people and postings; empty when clean."""
        async with self._room.database.reading() as db:
            faults = await on_thread(db, checking.file_faults)
            if faults:
                return faults
            found = await on_thread(db, checking.drift)
            keys = await on_thread(db, articles.keys)
            found += await self._room.body.check(db, _entries(db, keys, titles=False))
            found += await self._room.titles.check(db, _entries(db, keys, titles=True))
        return found

    async def rebuild(self, *, by: str = "cli") -> int:
        """Derive everything anew from the articles and the admins' decisions; returns the number of articles.

        One transaction: a kill in the middle leaves the library as it was. Readers go on reading meanwhile.
        """
        async with self._room.change(by, "rebuild") as change:
            keys = await change.run(articles.keys)
            await change.run(partial(checking.wipe, now=change.at))
            await self._room.body.clear(change.db)
            await self._room.titles.clear(change.db)
            for start in range(0, len(keys), _BATCH):
                await self._rebuild(change, keys[start : start + _BATCH])
            change.say(accounts.number(len(keys)))
        return len(keys)

    async def _rebuild(self, change: Change, keys: list[int]) -> None:
        drafts = await change.run(partial(_drafts, keys=keys))
        fresh = await asyncio.to_thread(_read, drafts)
        await change.run(partial(storing.derive, fresh=fresh))
        await storing.enter(self._room, change, fresh)

    async def backup(self, path: Path) -> Path:
        """Write a consistent copy while the library is in use; the copy appears under its name when complete.

        Raises LibraryUnwritable where it cannot be written.
        """
        if not os.access(path.parent, os.W_OK):
            raise LibraryUnwritable(f"{path.parent}: no file can be written there.", "Choose another folder.")
        part = path.with_name(path.name + ".part")
        try:
            part.unlink(missing_ok=True)
            await self._room.database.backup(part)
            await asyncio.to_thread(_settle, part, path)
        except OSError as error:
            raise LibraryUnwritable(f"{path}: {error.strerror}.", "Choose another place.") from error
        except LibraryUnwritable as error:
            raise LibraryUnwritable(f"{path}: the copy cannot be written.", "Choose another place.") from error
        finally:
            part.unlink(missing_ok=True)
        return path

    async def export(self, stream: TextIO) -> int:
        """Write the whole library as JSON lines; returns the number of lines. Removed articles are left out."""
        async with self._room.database.reading() as db:
            head = await on_thread(db, lambda raw: list(lines.head_lines(raw)))
            stream.writelines(head)
            keys = await on_thread(db, articles.keys)
            for start in range(0, len(keys), _BATCH):
                part = keys[start : start + _BATCH]
                stream.writelines(await on_thread(db, partial(_lines, keys=part)))
        return len(head) + len(keys)

    async def import_(self, stream: Iterable[str], *, by: str = "cli") -> int:
        """Read what `export` wrote into an empty library, all or nothing; returns the number of articles.

        Raises FileRefused with the line, Conflict where the library is not empty.
        """
        return await importing.read(self._room, stream, by)

    async def tidy(self, now: datetime | None = None) -> None:
        """Delete what is past its 24 hours: the texts of removed articles and the means of undo."""
        before = (now or self._room.clock()) - UNDO
        await self._room.write(partial(_tidy, before=before))
        await self._room.database.scrub()

    async def leave(self) -> datetime:
        """Start the deletion clock (the server was left); returns when the file may be deleted."""
        now = self._room.clock()
        await self._room.write(lambda db: marks.set_left(db, now))
        return now + GRACE

    async def rejoin(self) -> None:
        """Stop the deletion clock."""
        await self._room.write(lambda db: marks.set_left(db, None))

    async def left(self) -> datetime | None:
        """When the server was left, or None; the file may be deleted `GRACE` later."""
        return await self._room.read(marks.left)


async def _entries(db: aiosqlite.Connection, keys: list[int], *, titles: bool) -> AsyncIterator[Entry]:
    """Everything that a search field should hold, in parts that fit into memory."""
    made = entries.titles if titles else entries.body
    for start in range(0, len(keys), _BATCH):
        for entry in await on_thread(db, partial(made, articles=keys[start : start + _BATCH])):
            yield entry


def _drafts(db: sqlite3.Connection, keys: list[int]) -> list[tuple[int, Draft]]:
    found = [(key, articles.get(db, key)) for key in keys]
    return [
        (key, Draft(text=stored.article.text, id=stored.article.id, title=stored.article.title))
        for key, stored in found
        if stored is not None
    ]


def _read(drafts: list[tuple[int, Draft]]) -> list[Fresh]:
    return [storing.as_fresh(key, prepare(draft)) for key, draft in drafts]


def _lines(db: sqlite3.Connection, keys: list[int]) -> list[str]:
    return [lines.article_line(db, key) for key in keys]


def _settle(part: Path, path: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)


def _tidy(db: sqlite3.Connection, before: datetime) -> None:
    with history.silent(db):
        gone = articles.removed_before(db, before)
        for key in gone:
            purged.note(db, articles.names(db, key))
            articles.delete(db, key)
            readings.forget(db, key)
    for key in gone:
        history.forget_article(db, key)
    history.forget_before(db, stamp(before))
    flags.forget_notes(db)
    feeds.tidy(db)
    visits.tidy(db)
