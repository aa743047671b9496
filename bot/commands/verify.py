"""`/verify`, and "Check this quote" on a message: whether words were said, by whom, and how they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import replies
from bot.answers import passage_buttons
from bot.cards import Accent, Card, card
from bot.claims import claimed_words
from bot.options import Name, people
from bot.pages import passage_block, room_beside

if TYPE_CHECKING:
    from bot.app import Interaction, Quotedesk
    from bot.render import Renderer
    from index.models import Verification

SHOWN = 2


@app_commands.command(description="…")
@app_commands.guild_only()
@app_commands.autocomplete(speaker=people)
async def verify(
    interaction: Interaction,
    *,
    words: app_commands.Range[str, 3, 1000],
    speaker: Name | None = None,
    private: bool | None = None,
) -> None:
    """Check words."""
    await replies.defer(interaction, private=await replies.is_private(interaction, wished=private))
    async with interaction.client.library(interaction) as library:
        found = await library.verify(words, speaker)
    await replies.show(interaction, verdict_card(interaction.client.renderer, found))


async def check_message(interaction: Interaction, message: discord.Message) -> None:
    """Check the words in quotation marks in a message, or all its words; only who asked sees the verdict."""
    await replies.defer(interaction, private=True)
    renderer = interaction.client.renderer
    words = claimed_words(message.content)
    if not words:
        await replies.show(interaction, card(renderer.text("discord/no_claim.j2"), accent=Accent.NEAR))
        return
    async with interaction.client.library(interaction) as library:
        found = await library.verify(words)
    await replies.show(interaction, verdict_card(renderer, found))


def verdict_card(renderer: Renderer, found: Verification) -> Card:
    """A verdict with its evidence."""
    template = "discord/verdict.j2"
    evidence = found.evidence[:SHOWN]
    bare = renderer.text(template, found=found, blocks=[])
    room = (room_beside(bare) - SHOWN * 20) // max(1, len(evidence))
    blocks = [passage_block(renderer, passage, room) for passage in evidence]
    text = renderer.text(template, found=found, blocks=blocks)
    accent = Accent.DONE if found.verdict == "exact" else Accent.NEAR
    return card(text, rows=[passage_buttons(renderer, passage) for passage in evidence], accent=accent)


async def setup(bot: Quotedesk) -> None:
    """Add the command and the message menu's entry."""
    bot.tree.add_command(verify)
    name = bot.renderer.label("commands.check_message")
    menu = app_commands.ContextMenu(name=name, callback=check_message)
    menu.guild_only = True
    bot.tree.add_command(menu)
