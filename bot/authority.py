"""Whether someone may do what they do, asked anew at every command, press and form."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.client import Interaction
from bot.permissions import Denied, Level, level_of


async def level(interaction: Interaction) -> Level:
    """The level of whoever acts, by what Discord says of them at this very interaction."""
    async with interaction.client.library(interaction) as library:
        settings = await library.settings.get()
    roles = [role.id for role in interaction.user.roles] if isinstance(interaction.user, discord.Member) else []
    return level_of(interaction.permissions, roles, settings)


async def require(interaction: Interaction, needed: Level) -> None:
    """Pass, or raise Denied; NoServer in a direct message."""
    if needed is not Level.READER and await level(interaction) < needed:
        raise Denied(needed)


class EditorGroup(app_commands.Group):
    """A command with subcommands for those who may add articles; some ask for more themselves.

    Discord shows it to those who manage the server, until they let others see it.
    """

    def __init__(self, name: str) -> None:
        rights = discord.Permissions(manage_guild=True)
        super().__init__(name=name, description="…", guild_only=True, default_permissions=rights)

    async def interaction_check(self, interaction: Interaction, /) -> bool:  # type: ignore[override]
        """Only those who may add articles."""
        await require(interaction, Level.EDITOR)
        return True
