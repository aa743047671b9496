"""`/privacy`: what is kept of a reader, to see, to take along, to delete."""

from __future__ import annotations

from discord import app_commands

from bot import replies
from bot.actions import Fields
from bot.buttons import Style, button
from bot.cards import Accent, Paper, card
from bot.client import Client, Interaction

group = app_commands.Group(name="privacy", description="…", guild_only=True)


@group.command(description="…")
async def show(interaction: Interaction) -> None:
    """Show what is kept."""
    from index.library.upkeep import GRACE

    renderer = interaction.client.renderer
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        kept = await library.privacy.show(str(interaction.user.id))
    row = button(renderer.label("buttons.delete_mine"), "privacy-delete", style=Style.danger)
    text = renderer.text("discord/privacy/show.j2", kept=kept, days=GRACE.days)
    await replies.show(interaction, card(text, rows=[row], accent=Accent.DESK))


@group.command(description="…")
async def export(interaction: Interaction) -> None:
    """Hand over what is kept."""
    await replies.defer(interaction, private=True)
    renderer, reader = interaction.client.renderer, str(interaction.user.id)
    async with interaction.client.library(interaction) as library:
        kept = await library.privacy.show(reader)
        data = await library.privacy.export(reader)
    paper = Paper(renderer.label("privacy.file"), data.encode())
    text = renderer.text("discord/privacy/export.j2", kept=kept)
    await replies.show(interaction, card(text, attached=paper, accent=Accent.DESK))


@group.command(description="…")
async def delete(interaction: Interaction) -> None:
    """Delete what is kept."""
    await pressed_delete(interaction, ())


async def pressed_delete(interaction: Interaction, _fields: Fields) -> None:
    """Delete what is kept."""
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        kept = await library.privacy.forget(str(interaction.user.id))
    text = interaction.client.renderer.text("discord/privacy/deleted.j2", kept=kept)
    await replies.show(interaction, card(text, accent=Accent.DONE))


async def setup(bot: Client) -> None:
    """Add the group and its button."""
    bot.tree.add_command(group)
    bot.actions.add("privacy-delete", pressed_delete)
