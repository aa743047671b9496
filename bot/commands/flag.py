"""The Flag button: a reader reports a passage, and hears what became of it."""

from __future__ import annotations

from typing import cast, get_args

from bot import forms, replies
from bot.actions import Fields, Forged, values
from bot.authority import level
from bot.buttons import Form, Press, button
from bot.cards import Accent, card
from bot.client import Client, Interaction
from bot.permissions import Level
from bot.spots import Spot, look_up
from index.models import FlagReason


async def flag(interaction: Interaction, fields: Fields) -> None:
    """Ask what is wrong."""
    Spot.read(fields)
    renderer = interaction.client.renderer
    await interaction.response.send_modal(
        Form(
            renderer.label("forms.flag"),
            "flagged",
            fields,
            [
                forms.choice(renderer, "flag", "reason", get_args(FlagReason)),
                forms.paragraph(renderer, "flag", "note", longest=500),
            ],
        )
    )


async def flagged(interaction: Interaction, fields: Fields) -> None:
    """Take in the report."""
    spot = Spot.read(fields)
    given = values(interaction.data)
    reason = given.get("reason", "")
    if reason not in get_args(FlagReason):
        raise Forged(reason)
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        found = await look_up(library, spot)
        made = await library.flags.make(
            reason=cast("FlagReason", reason),
            reader=str(interaction.user.id),
            note=given.get("note", ""),
            quote_id=spot.quote_id,
            article=None if spot.quote_id is not None else found.article,
            start=None if spot.quote_id is not None else spot.start,
            end=None if spot.quote_id is not None else spot.end,
        )
    renderer = interaction.client.renderer
    editor = await level(interaction) >= Level.EDITOR
    text = renderer.text("discord/flagged.j2", reason=reason, editor=editor)
    row: list[Press] = []
    if editor and made.passage.quote_id is not None:
        row = button(renderer.label("buttons.fix_speaker"), "correct", [made.passage.quote_id, made.id])
    await replies.show(interaction, card(text, rows=[row], accent=Accent.DONE))


async def setup(bot: Client) -> None:
    """Add the button and its form."""
    bot.actions.add("flag", flag)
    bot.actions.add("flagged", flagged)
