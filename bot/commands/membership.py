"""Joining a server: a welcome. Leaving it: a clock at whose end its library is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import notices
from bot.client import Client

if TYPE_CHECKING:
    import discord


async def setup(bot: Client) -> None:
    """Listen to servers coming and going."""

    @bot.event
    async def on_guild_join(guild: discord.Guild) -> None:
        if guild.id in bot.shelf.servers():
            async with bot.shelf.library(guild.id) as library:
                await library.upkeep.rejoin()
        await notices.welcome(bot, guild)

    @bot.event
    async def on_guild_remove(guild: discord.Guild) -> None:
        if guild.id in bot.shelf.servers():
            async with bot.shelf.library(guild.id) as library:
                await library.upkeep.leave()
