"""`/article`: the articles of a server's library, for those who may add."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.authority import require
from bot.client import Client, Interaction
from bot.commands.article import adding, editing, linking, listing
from bot.permissions import Level


class ArticleGroup(app_commands.Group):
    """The subcommands."""

    async def interaction_check(self, interaction: Interaction, /) -> bool:  # type: ignore[override]
        """Only those who may add articles."""
        await require(interaction, Level.EDITOR)
        return True


async def setup(bot: Client) -> None:
    """Add the group, its buttons and forms, and the entry in the menu of messages."""
    group = ArticleGroup(
        name="article",
        description="…",
        guild_only=True,
        default_permissions=discord.Permissions(manage_guild=True),
    )
    for part in (adding, listing, editing):
        part.register(group, bot.actions)
    bot.tree.add_command(group)
    bot.tree.add_command(linking.menu(bot))
