"""`/quotedesk`: settings, status, audit log, undo and the flag queue."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.authority import require
from bot.client import Client, Interaction
from bot.commands.desk import audit, flags, settings, status
from bot.permissions import Level


class DeskGroup(app_commands.Group):
    """The subcommands; those that change settings ask for more themselves."""

    async def interaction_check(self, interaction: Interaction, /) -> bool:  # type: ignore[override]
        """Only those who may add articles."""
        await require(interaction, Level.EDITOR)
        return True


async def setup(bot: Client) -> None:
    """Add the group with its buttons."""
    group = DeskGroup(
        name="quotedesk",
        description="…",
        guild_only=True,
        default_permissions=discord.Permissions(manage_guild=True),
    )
    for part in (settings, status, audit, flags):
        part.register(group, bot.actions)
    bot.tree.add_command(group)
