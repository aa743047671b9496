"""`/verify`, and "Check this quote" on a message: whether words were said, by whom, and how they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import discord
from discord import app_commands

from bot import replies
from bot.answers import passage_buttons
from bot.cards import Accent, Card, card
from bot.claims import claimed_words
from bot.client import Client, Interaction
from bot.options import Name, people
from bot.pages import fitted, room_beside

if TYPE_CHECKING:
    from bot.render import Renderer
    from index.models import Difference, Verification

SHOWN = 2
# With more differences than this, or less room than this, the words beside each other say it better.
_MOST_CHANGES = 80
_ROOM = 1500


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


@dataclass(frozen=True, slots=True)
class Change:
    """Words as asked, and as the article has them: the same, other words for them, left out or added."""

    kind: Literal["same", "changed", "missing", "extra"]
    asked: str
    stored: str


def changes(differences: Sequence[Difference]) -> list[Change]:
    """The differences, with other words beside those that they stand for."""
    found: list[Change] = []
    for each in differences:
        last = found[-1] if found else None
        if each.kind == "extra" and last is not None and last.kind == "missing":
            found[-1] = Change("changed", last.asked, each.words)
        elif each.kind == "missing" and last is not None and last.kind == "extra":
            found[-1] = Change("changed", each.words, last.stored)
        elif each.kind == "extra":
            found.append(Change("extra", "", each.words))
        else:
            found.append(Change(each.kind, each.words, ""))
    return found


def verdict_card(renderer: Renderer, found: Verification) -> Card:
    """A verdict with its evidence."""
    template = "discord/verdict.j2"
    altered = changes(found.differences) if found.verdict == "other-words" else []
    bare = renderer.text(template, found=found, changes=altered, blocks=[])
    if len(altered) > _MOST_CHANGES or room_beside(bare) < _ROOM:
        altered = []
        bare = renderer.text(template, found=found, changes=altered, blocks=[])
    blocks = fitted(renderer, found.evidence[:SHOWN], room_beside(bare))
    text = renderer.text(template, found=found, changes=altered, blocks=blocks)
    accent = Accent.DONE if found.verdict == "exact" else Accent.NEAR
    return card(
        text,
        rows=[passage_buttons(renderer, passage) for passage in found.evidence[: len(blocks)]],
        accent=accent,
    )


async def setup(bot: Client) -> None:
    """Add the command and the message menu's entry."""
    bot.tree.add_command(verify)
    name = bot.renderer.label("commands.check_message")
    menu = app_commands.ContextMenu(name=name, callback=check_message)
    menu.guild_only = True
    bot.tree.add_command(menu)
