"""What a library keeps of a reader, and forgetting it."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from functools import partial

from index.library.flags import cited
from index.library.room import Room
from index.library.sources import open_sources
from index.models import Kept
from index.store import audit, flags, follows


class Privacy:
    """Show, export and delete what is kept of one user id. Questions are never stored."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, reader: str) -> Kept:
        """What is kept of this reader."""
        async with open_sources(self._room) as sources:
            rows = await sources.run(partial(flags.of_reader, reader=reader))
            made = [await cited(sources, row) for row in rows]
            followed = await sources.run(partial(follows.of_reader, reader=reader))
            changes = await sources.run(partial(audit.count_by, by=reader))
        return Kept(reader, tuple(flag for flag in made if flag is not None), followed, changes)

    async def export(self, reader: str) -> str:
        """The same as JSON, for the reader to take along."""
        return json.dumps(asdict(await self.show(reader)), ensure_ascii=False, indent=2, default=str)

    async def forget(self, reader: str) -> Kept:
        """Delete every trace of this reader; returns what was kept. Their changes stay, without their name."""
        kept = await self.show(reader)
        await self._room.write(partial(_forget, reader=reader))
        await self._room.database.scrub()
        return kept


def _forget(db: sqlite3.Connection, reader: str) -> None:
    flags.forget(db, reader)
    follows.forget(db, reader)
    audit.forget(db, reader)
