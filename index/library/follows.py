"""Follows: digests of a person or a topic."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from index.models import Follow
from index.models.desk import Digest


class Follows:
    """The digests that readers asked for."""

    async def add(
        self,
        reader: str,
        subject: str,
        *,
        kind: Literal["person", "topic"],
        every: Literal["day", "week"] = "day",
        channel: str | None = None,
    ) -> Follow:
        """Follow a person (NotFound with near names where unknown) or a topic; asking twice is one follow."""
        raise NotImplementedError

    async def remove(self, follow_id: int, *, reader: str) -> Follow:
        """Stop a digest of this reader; raises NotFound."""
        raise NotImplementedError

    async def of(self, reader: str) -> tuple[Follow, ...]:
        """What a reader follows."""
        raise NotImplementedError

    async def due(self, now: datetime | None = None) -> tuple[Digest, ...]:
        """The digests to send now: hour come, no quiet hours, something new since the last; none is empty."""
        raise NotImplementedError

    async def sent(self, follow_id: int, now: datetime | None = None) -> None:
        """Note that a digest went out."""
        raise NotImplementedError
