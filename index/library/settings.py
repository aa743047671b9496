"""The settings of one library."""

from __future__ import annotations

from index.models.desk import LibrarySettings


class LibrarySettingsDesk:
    """Read and change settings."""

    async def get(self) -> LibrarySettings:
        """The settings, defaults where nothing was changed."""
        raise NotImplementedError

    async def change(self, *, by: str, **changes: object) -> LibrarySettings:
        """Change the named fields of LibrarySettings; raises Conflict for a value that makes no sense."""
        raise NotImplementedError
