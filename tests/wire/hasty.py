"""The bot with five rounds a second instead of one a minute, whose shards follow one another at once:
`python -m tests.wire.hasty run`."""

from __future__ import annotations

from datetime import timedelta

import discord

from bot import rounds
from bot.__main__ import main

rounds.PAUSE_SECONDS = 0.2
rounds.VISIT_EVERY = timedelta()


async def at_once(_client: discord.Client, _shard: int | None, *, initial: bool = False) -> None:
    """Discord's five seconds between two logins are no matter of these tests."""


discord.Client.before_identify_hook = at_once  # type: ignore[method-assign,assignment]

if __name__ == "__main__":
    main()
