"""Filling the search tables after an upgrade that made them anew."""

from __future__ import annotations

from functools import partial

from index.errors import LibraryUnwritable
from index.library.room import Room
from index.store import articles, entries, marks
from index.store.database import on_thread

_BATCH = 200


async def catch_up(room: Room) -> None:
    """Fill the search tables where an upgrade left them empty, in one transaction: killed, it begins anew.

    Raises LibraryUnwritable where the library was opened for reading only.
    """
    if not await room.read(marks.is_unindexed):
        return
    if room.database.read_only:
        raise LibraryUnwritable(
            f"{room.database.path}: the library is half way to its format, and was opened for reading only.",
            "Run `quotedesk check` once.",
        )
    async with room.database.writing() as db:
        await room.body.clear(db)
        await room.titles.clear(db)
        keys = await on_thread(db, articles.keys)
        for start in range(0, len(keys), _BATCH):
            part = keys[start : start + _BATCH]
            await room.body.add(db, await on_thread(db, partial(entries.body, articles=part)))
            await room.titles.add(db, await on_thread(db, partial(entries.titles, articles=part)))
        await on_thread(db, marks.set_indexed)
