"""`/person`: what the library holds of someone, in figures, a picture and their own words."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from discord import app_commands

from bot import replies, timeline
from bot.actions import Fields, Forged
from bot.answers import passage_buttons
from bot.buttons import button
from bot.cards import Accent, Card, Picture, card
from bot.client import Client, Interaction
from bot.limits import ALT_TEXT_LENGTH, ROW_BUTTONS, clipped
from bot.options import Name, people
from bot.pages import fitted, room_beside
from bot.render import written

if TYPE_CHECKING:
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
    await _show(interaction, name)


async def pressed(interaction: Interaction, fields: Fields) -> None:
    """Show one of several people of that name, in place of the question which."""
    if len(fields) != 1:
        raise Forged(str(fields))
    await replies.hold(interaction)
    await _show(interaction, fields[0])


async def _show(interaction: Interaction, name: str) -> None:
    renderer = interaction.client.renderer
    async with interaction.client.library(interaction) as library:
        await library.known(name)
        namesakes = library.namesakes(name)[:ROW_BUTTONS]
        profile = None if namesakes else await library.person(name)
    if profile is None:
        row = [each for full in namesakes for each in button(full, "person", [full])]
        text = renderer.text("discord/which.j2", name=name)
        await replies.show(interaction, card(text, rows=[row], accent=Accent.NEAR))
        return
    figures = timeline.series(profile.timeline)
    picture = await asyncio.to_thread(_picture, renderer, profile, figures) if profile.timeline else None
    await replies.show(interaction, profile_card(renderer, profile, figures, picture))


def profile_card(
    renderer: Renderer, profile: Profile, figures: timeline.Series, picture: Picture | None
) -> Card:
    """A profile with its best and latest statements, as many as fit."""
    chosen = _chosen(profile)
    template = "discord/person.j2"
    aliases = [alias for alias in profile.aliases if alias not in profile.name]
    values = {"profile": profile, "aliases": aliases, "periods": timeline.periods(figures)}
    blocks = fitted(renderer, chosen, room_beside(renderer.text(template, **values, blocks=[])))
    text = renderer.text(template, **values, blocks=blocks)
    rows = [passage_buttons(renderer, passage) for passage in chosen[: len(blocks)]]
    return card(text, rows=rows, attached=picture)


def _chosen(profile: Profile) -> list[Passage]:
    """The latest first, then the best of each kind, none twice."""
    chosen: dict[tuple[str, int], Passage] = {}
    for passage in [*profile.latest[:1], *profile.best, *profile.latest[1:]]:
        chosen.setdefault((passage.article, passage.start), passage)
    return list(chosen.values())[:SHOWN]


def _picture(renderer: Renderer, profile: Profile, figures: timeline.Series) -> Picture:
    kind = "month" if figures.monthly else "week"
    title = renderer.label(f"person.title_{kind}", name=profile.name)
    alt = renderer.label(
        f"person.alt_{kind}",
        name=profile.name,
        count=profile.statements,
        first=written(figures.starts[0]),
        last=written(figures.starts[-1]),
        highest=figures.highest,
        outlets=len(profile.outlets),
    )
    data = timeline.draw(figures, title=title, others=renderer.label("person.others"))
    return Picture(PICTURE, data, clipped(alt, ALT_TEXT_LENGTH))


async def setup(bot: Client) -> None:
    """Add the command and its button."""
    bot.tree.add_command(person)
    bot.actions.add("person", pressed)
