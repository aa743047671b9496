"""Answering an interaction or a message: acknowledged first, edited in later, private where it should be."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord

from bot.cards import Accent
from bot.cards import card as layout
from bot.client import Interaction

if TYPE_CHECKING:
    from bot.cards import Card
    from index.models import LibrarySettings

_PRIVATE = "private"
_WAITING = "waiting"
# Discord gives up after three seconds.
PATIENCE_SECONDS = 0.8
_DONE = "done"
# Discord's code for an interaction that has its answer.
ACKNOWLEDGED = 40060


async def is_private(interaction: Interaction, *, wished: bool | None) -> bool:
    """Whether an answer is for this person alone: as they wish, else as the server's settings say.

    In a channel where the bot is not to answer, it still answers privately; and where a large library takes too
    long to open, since the acknowledgement cannot wait and what is private harms no one.
    """
    if wished is not None:
        return wished
    asking = asyncio.create_task(_wants_privacy(interaction))
    done, _ = await asyncio.wait({asking}, timeout=PATIENCE_SECONDS)
    if done:
        return asking.result()
    # Whatever comes of it, the answer itself will meet with it too.
    asking.add_done_callback(lambda task: task.cancelled() or task.exception())
    return True


async def _wants_privacy(interaction: Interaction) -> bool:
    async with interaction.client.library(interaction) as library:
        settings = await library.settings.get()
    return settings.answers == "private" or not answers_in(settings, interaction.channel)


def answers_in(settings: LibrarySettings, channel: object) -> bool:
    """Whether the settings let the bot answer in this channel, or in the channel of this thread."""
    ids = {str(getattr(channel, "id", "")), str(getattr(channel, "parent_id", ""))}
    return not settings.channels or not ids.isdisjoint(settings.channels)


async def defer(interaction: Interaction, *, private: bool) -> None:
    """Acknowledge with "thinking": the answer is shown later, to all or to this person alone."""
    interaction.extras |= {_PRIVATE: private, _WAITING: True}
    await _acknowledge(interaction, ephemeral=private, thinking=True)


async def hold(interaction: Interaction) -> None:
    """Acknowledge the press of a button whose message will be edited."""
    await _acknowledge(interaction)


async def _acknowledge(interaction: Interaction, **how: bool) -> None:
    # Where the confirmation was lost, discord.py tries again and hears that it is acknowledged already.
    try:
        await interaction.response.defer(**how)
    except discord.HTTPException as error:
        if error.code != ACKNOWLEDGED:
            raise
    interaction.extras[_DONE] = True


def _is_done(interaction: Interaction) -> bool:
    return interaction.response.is_done() or bool(interaction.extras.get(_DONE))


async def show(interaction: Interaction, card: Card, *, private: bool = False) -> None:
    """Show the answer: where it was deferred, in that place; after `hold`, in the message of the button."""
    if not _is_done(interaction):
        await interaction.response.send_message(view=card, files=card.files(), ephemeral=private)
        return
    files = card.files()
    interaction.extras[_WAITING] = False
    if files:
        await interaction.edit_original_response(view=card, attachments=files)
    else:
        await interaction.edit_original_response(view=card)


async def whisper(interaction: Interaction, card: Card) -> None:
    """Say something to this person alone, whatever was acknowledged before."""
    if not _is_done(interaction):
        await interaction.response.send_message(view=card, ephemeral=True)
        return
    waiting = interaction.extras.get(_WAITING, False)
    if waiting and interaction.extras[_PRIVATE]:
        await show(interaction, card)
        return
    if waiting:
        # A follow-up would fill the public "thinking" and be public itself, so that is ended first.
        text = interaction.client.renderer.text("discord/errors/privately.j2")
        await show(interaction, layout(text, accent=Accent.NEAR))
    await interaction.followup.send(view=card, ephemeral=True)
    if waiting:
        await interaction.delete_original_response()


async def reply(message: discord.Message, card: Card) -> None:
    """Reply to a message. The nonce makes a retried request one message; nobody is pinged."""
    await message.channel.send(
        view=card,
        files=card.files(),
        nonce=message.id,
        reference=message.to_reference(fail_if_not_exists=False),
        mention_author=False,
    )
