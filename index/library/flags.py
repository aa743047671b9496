"""Flags: what readers report, and what became of it."""

from __future__ import annotations

from typing import Literal

from index.models import Flag, FlagReason, Page

Outcome = Literal["fixed", "dismissed"]


class Flags:
    """The flag queue of one library."""

    async def make(
        self,
        *,
        reason: FlagReason,
        reader: str | None,
        note: str = "",
        quote_id: int | None = None,
        article: str | None = None,
        start: int | None = None,
        end: int | None = None,
    ) -> Flag:
        """Report a statement (`quote_id`) or a slice of an article; the same report by the same reader is one flag."""
        raise NotImplementedError

    async def open(self, cursor: str | None = None, limit: int = 5) -> Page[Flag]:
        """The open flags, oldest first."""
        raise NotImplementedError

    async def get(self, flag_id: int) -> Flag:
        """One flag; raises NotFound."""
        raise NotImplementedError

    async def resolve(self, flag_id: int, outcome: Outcome, *, by: str) -> Flag:
        """Close a flag. The value returned still names the reader to thank; the library forgets them."""
        raise NotImplementedError
