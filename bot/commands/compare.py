"""`/compare`: two people, or one then and now, on a topic, in time order and without a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot import replies
from bot.answers import passage_buttons
from bot.cards import Card, card
from bot.client import Client, Interaction
from bot.options import Name, people
from bot.pages import fitted, room_beside

if TYPE_CHECKING:
    from bot.render import Renderer
    from index.models import Comparison

SHOWN = 2


@app_commands.command(description="…")
@app_commands.guild_only()
@app_commands.autocomplete(left=people, right=people)
async def compare(
    interaction: Interaction,
    *,
    left: Name,
    topic: app_commands.Range[str, 1, 100],
    right: Name | None = None,
    private: bool | None = None,
) -> None:
    """Compare."""
    await replies.defer(interaction, private=await replies.is_private(interaction, wished=private))
    async with interaction.client.library(interaction) as library:
        found = await library.compare(left, right or left, topic)
    await replies.show(interaction, comparison_card(interaction.client.renderer, found))


def comparison_card(renderer: Renderer, found: Comparison) -> Card:
    """Both sides, one below the other: columns do not read on a phone."""
    template = "discord/comparison.j2"
    bare = renderer.text(template, found=found, lefts=[], rights=[])
    room = room_beside(bare) // 2
    lefts, rights = (fitted(renderer, side[:SHOWN], room) for side in (found.lefts, found.rights))
    text = renderer.text(template, found=found, lefts=lefts, rights=rights)
    shown = [*found.lefts[: len(lefts)], *found.rights[: len(rights)]]
    return card(text, rows=[passage_buttons(renderer, passage) for passage in shown])


async def setup(bot: Client) -> None:
    """Add the command."""
    bot.tree.add_command(compare)
