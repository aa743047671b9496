"""What a library keeps of a reader, and forgetting it."""

from __future__ import annotations

from index.models.desk import Kept


class Privacy:
    """Show, export and delete what is kept of one user id. Questions are never stored."""

    async def show(self, reader: str) -> Kept:
        """What is kept of this reader."""
        raise NotImplementedError

    async def export(self, reader: str) -> str:
        """The same as JSON, for the reader to take along."""
        raise NotImplementedError

    async def forget(self, reader: str) -> Kept:
        """Delete every trace of this reader; returns what was kept. Their changes stay, without their name."""
        raise NotImplementedError
