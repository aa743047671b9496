"""The upkeep of a library file: counted, checked, rebuilt, backed up, exported, imported, left."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TextIO

from index.library.room import Room
from index.models import Stats


class Upkeep:
    """Operations on the whole library."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def stats(self) -> Stats:
        """Direct counts."""
        raise NotImplementedError

    async def check(self) -> list[str]:
        """Every drift found between articles, passages, statements, people and postings; empty when clean."""
        raise NotImplementedError

    async def rebuild(self, *, by: str = "cli") -> int:
        """Derive everything anew from the articles and the admins' decisions; returns the number of articles."""
        raise NotImplementedError

    async def backup(self, path: Path) -> Path:
        """Write a consistent copy while the library is in use; the copy appears under its name when complete."""
        raise NotImplementedError

    async def export(self, stream: TextIO) -> int:
        """Write the whole library as JSON lines; returns the number of lines."""
        raise NotImplementedError

    async def import_(self, stream: TextIO, *, by: str = "cli") -> int:
        """Read what `export` wrote, all or nothing; returns the number of articles. Raises FileRefused with the line."""
        raise NotImplementedError

    async def tidy(self, now: datetime | None = None) -> None:
        """Delete what is past its 24 hours: the texts of removed articles and the means of undo."""
        raise NotImplementedError

    async def leave(self) -> datetime:
        """Start the deletion clock (the server was left); returns when the file may be deleted."""
        raise NotImplementedError

    async def rejoin(self) -> None:
        """Stop the deletion clock."""
        raise NotImplementedError

    async def left(self) -> datetime | None:
        """When the server was left, or None."""
        raise NotImplementedError
