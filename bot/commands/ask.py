"""`/ask`: a question in plain words, answered with exact words; its pages, and why it was answered so."""

from __future__ import annotations

from discord import app_commands

from bot import replies
from bot.actions import Fields, integer
from bot.answers import answer_card, greeting_card, wanted
from bot.asked import LAST_PAGE, Asked, answer
from bot.cards import Accent, card
from bot.client import Client, Interaction
from bot.hearing import plain
from bot.options import Name, SinceOption, UntilOption, outlets, people
from index.questions import asks_nothing


@app_commands.command(description="…")
@app_commands.guild_only()
@app_commands.autocomplete(speaker=people, source=outlets)
async def ask(
    interaction: Interaction,
    *,
    question: app_commands.Range[str, 1, 600],
    speaker: Name | None = None,
    source: Name | None = None,
    since: SinceOption | None = None,
    until: UntilOption | None = None,
    private: bool | None = None,
) -> None:
    """Answer a question."""
    await replies.defer(interaction, private=await replies.is_private(interaction, wished=private))
    asked = Asked(plain(question), interaction.user.id, (), speaker, source, since, until)
    renderer = interaction.client.renderer
    async with interaction.client.library(interaction) as library:
        if asks_nothing(asked.question) and not speaker:
            await replies.show(interaction, await greeting_card(renderer, library))
            return
        found, beside = await answer(library, asked, limit=wanted(0))
    await replies.show(interaction, answer_card(renderer, found, asked, beside=beside))


async def turn(interaction: Interaction, fields: Fields) -> None:
    """Show another page: in place for who asked, as a private copy for others."""
    asked = Asked.read(interaction.message, fields)
    page = min(integer(fields[0]), LAST_PAGE)
    if asked.asker == interaction.user.id:
        await replies.hold(interaction)
    else:
        await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        found, beside = await answer(library, asked, limit=wanted(page))
    await replies.show(interaction, answer_card(interaction.client.renderer, found, asked, page, beside=beside))


async def why(interaction: Interaction, fields: Fields) -> None:
    """Show how the question was understood, privately."""
    asked = Asked.read(interaction.message, fields)
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        found, _ = await answer(library, asked, limit=1)
    text = interaction.client.renderer.text("discord/why.j2", answer=found, asked=asked)
    await replies.show(interaction, card(text, accent=Accent.NEAR))


async def setup(bot: Client) -> None:
    """Add the command and its buttons."""
    bot.tree.add_command(ask)
    bot.actions.add("more", turn)
    bot.actions.add("why", why)
