"""Whether someone may do what they do, asked anew at every command, press and form."""

from __future__ import annotations

import discord

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
