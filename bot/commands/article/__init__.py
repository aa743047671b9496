"""`/article`: the articles of a server's library, for those who may add."""

from __future__ import annotations

from bot.authority import EditorGroup
from bot.client import Client
from bot.commands.article import adding, editing, linking, listing


async def setup(bot: Client) -> None:
    """Add the group, its buttons and forms, and the entry in the menu of messages."""
    group = EditorGroup("article")
    for part in (adding, listing, editing):
        part.register(group, bot.actions)
    bot.tree.add_command(group)
    bot.tree.add_command(linking.menu(bot))
