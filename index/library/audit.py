"""The audit log, and undoing what it lists."""

from __future__ import annotations

from index.models import AuditEntry, Page


class Audit:
    """Every change, newest first, each undoable for 24 hours."""

    async def list(self, cursor: str | None = None, limit: int = 10) -> Page[AuditEntry]:
        """One page of the log, newest first."""
        raise NotImplementedError

    async def get(self, entry_id: int) -> AuditEntry:
        """One entry; raises NotFound."""
        raise NotImplementedError

    async def undo(self, entry_id: int | None = None, *, by: str) -> AuditEntry:
        """Undo an entry (None: the last change that can be); returns the entry that this leaves.

        Raises NotFound, or Conflict when it is older than 24 hours, undone already, or a later change builds on it.
        """
        raise NotImplementedError
