"""`/person`: what the library holds of someone, in figures, a picture and their own words."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from discord import app_commands

from bot import replies, timeline
from bot.answers import passage_buttons
from bot.cards import Card, Picture, card
from bot.limits import ALT_TEXT_LENGTH, clipped
from bot.options import Name, people
from bot.pages import passage_block, room_beside

if TYPE_CHECKING:
    from bot.app import Interaction, Quotedesk
    from bot.render import Renderer
    from index.models import Passage, Profile

PICTURE = "timeline.png"
SHOWN = 3


@app_commands.command(description="…")
@app_commands.guild_only()
@app_commands.autocomplete(name=people)
async def person(interaction: Interaction, *, name: Name, private: bool | None = None) -> None:
    """Show a person."""
    await replies.defer(interaction, private=await replies.is_private(interaction, wished=private))
    async with interaction.client.library(interaction) as library:
        profile = await library.person(name)
    picture = await asyncio.to_thread(_picture, interaction.client.renderer, profile)
    await replies.show(interaction, profile_card(interaction.client.renderer, profile, picture))


def profile_card(renderer: Renderer, profile: Profile, picture: Picture | None) -> Card:
    """A profile with its best and latest statements, as many as fit."""
    chosen = _chosen(profile)
    template = "discord/person.j2"
    blocks: list[str] = []
    for passage in chosen:
        room = room_beside(renderer.text(template, profile=profile, blocks=blocks)) - SHOWN * 20
        block = passage_block(renderer, passage, room) if room > 200 else ""  # noqa: PLR2004  # a citation's worth
        if not block:
            break
        blocks.append(block)
    text = renderer.text(template, profile=profile, blocks=blocks)
    rows = [passage_buttons(renderer, passage) for passage in chosen[: len(blocks)]]
    return card(text, rows=rows, picture=picture)


def _chosen(profile: Profile) -> list[Passage]:
    """The latest first, then the best of each kind, none twice."""
    chosen: dict[tuple[str, int], Passage] = {}
    for passage in [*profile.latest[:1], *profile.best, *profile.latest[1:]]:
        chosen.setdefault((passage.article, passage.start), passage)
    return list(chosen.values())[:SHOWN]


def _picture(renderer: Renderer, profile: Profile) -> Picture | None:
    if not profile.timeline:
        return None
    figures = timeline.series(profile.timeline)
    kind = "month" if figures.monthly else "week"
    title = renderer.label(f"person.title_{kind}", name=profile.name)
    alt = renderer.label(
        f"person.alt_{kind}",
        name=profile.name,
        count=profile.statements,
        first=figures.starts[0].isoformat(),
        last=figures.starts[-1].isoformat(),
        highest=figures.highest,
        outlets=len(profile.outlets),
    )
    data = timeline.draw(figures, title=title, others=renderer.label("person.others"))
    return Picture(PICTURE, data, clipped(alt, ALT_TEXT_LENGTH))


async def setup(bot: Quotedesk) -> None:
    """Add the command."""
    bot.tree.add_command(person)
