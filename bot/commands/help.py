"""`/help`: what can be asked, with examples that this server's library answers."""

from __future__ import annotations

from discord import app_commands

from bot import replies
from bot.authority import level
from bot.cards import Accent, card
from bot.client import Client, Interaction
from bot.permissions import Level


@app_commands.command(name="help", description="…")
async def help_(interaction: Interaction) -> None:
    """Show what can be asked."""
    renderer = interaction.client.renderer
    if interaction.guild_id is None:
        text = renderer.text("discord/direct_message.j2")
        await replies.show(interaction, card(text, accent=Accent.DESK), private=True)
        return
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        examples = await library.examples(limit=3)
        stats = await library.upkeep.stats()
    text = renderer.text(
        "discord/help.j2",
        examples=examples,
        stats=stats,
        editor=await level(interaction) >= Level.EDITOR,
        me=interaction.client.application_id,
    )
    await replies.show(interaction, card(text, accent=Accent.DESK))


async def setup(bot: Client) -> None:
    """Add the command."""
    bot.tree.add_command(help_)
