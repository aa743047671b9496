"""`/quotedesk`: settings, status, audit log, undo and the flag queue."""

from __future__ import annotations

from bot.authority import EditorGroup
from bot.client import Client
from bot.commands.desk import audit, flags, settings, status


async def setup(bot: Client) -> None:
    """Add the group with its buttons."""
    group = EditorGroup("quotedesk")
    for part in (settings, status, audit, flags):
        part.register(group, bot.actions)
    bot.tree.add_command(group)
