"""`/follow` and `/unfollow`: a person or topic, as a daily or weekly digest."""

from __future__ import annotations

from typing import Literal

import discord
from discord import app_commands

from bot import replies
from bot.actions import Fields, integer
from bot.authority import require
from bot.buttons import button
from bot.cards import Accent, card
from bot.client import Client, Interaction
from bot.options import Choices, Name, choices, people
from bot.permissions import Level, lacking


@app_commands.command(description="…")
@app_commands.guild_only()
@app_commands.autocomplete(person=people)
async def follow(
    interaction: Interaction,
    *,
    person: Name | None = None,
    topic: app_commands.Range[str, 2, 100] | None = None,
    every: Literal["day", "week"] = "day",
    channel: discord.TextChannel | None = None,
) -> None:
    """Follow a person or a topic; into a channel for editors, else by direct message."""
    renderer = interaction.client.renderer
    await replies.defer(interaction, private=True)
    if (person is None) == (topic is None):
        await replies.show(interaction, card(renderer.text("discord/follow/one.j2"), accent=Accent.WARNING))
        return
    if channel is not None:
        await require(interaction, Level.EDITOR)
        missing = lacking(channel, channel.guild.me)
        if missing:
            rights = [renderer.label(f"rights.{name}") for name in missing]
            text = renderer.text("discord/cannot_post.j2", channel=channel.id, rights=rights)
            await replies.show(interaction, card(text, accent=Accent.WARNING))
            return
    async with interaction.client.library(interaction) as library:
        added = await library.follows.add(
            str(interaction.user.id),
            person or topic or "",
            kind="person" if person else "topic",
            every=every,
            channel=str(channel.id) if channel else None,
        )
        settings = await library.settings.get()
    text = renderer.text("discord/follow/added.j2", follow=added, settings=settings)
    row = button(renderer.label("buttons.unfollow"), "unfollow", [added.id])
    await replies.show(interaction, card(text, rows=[row], accent=Accent.DONE))


async def mine(interaction: Interaction, typed: str) -> Choices:
    """What the person follows."""
    async with interaction.client.library(interaction) as library:
        follows = await library.follows.of(str(interaction.user.id))
    found = [each for each in follows if typed.casefold() in each.subject.casefold()]
    return choices([str(each.id) for each in found], [each.subject for each in found])


@app_commands.command(description="…")
@app_commands.guild_only()
@app_commands.autocomplete(subject=mine)
async def unfollow(interaction: Interaction, *, subject: app_commands.Range[str, 1, 100]) -> None:
    """End a digest, by its number (as completed) or its subject."""
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        follows = await library.follows.of(str(interaction.user.id))
        found = [each for each in follows if subject in {str(each.id), each.subject}]
        removed = [await library.follows.remove(each.id, reader=each.reader) for each in found]
    text = interaction.client.renderer.text("discord/follow/removed.j2", removed=removed, follows=follows)
    await replies.show(interaction, card(text, accent=Accent.DONE if removed else Accent.WARNING))


async def pressed_unfollow(interaction: Interaction, fields: Fields) -> None:
    """End the digest of a button; in a direct message the button names its server."""
    await replies.defer(interaction, private=True)
    reader = str(interaction.user.id)
    server = integer(fields[1]) if len(fields) > 1 else interaction.guild_id
    client = interaction.client
    async with client.existing_library(server) as library:
        # Pressed again, or after it was ended elsewhere, there is nothing to end: the same sentence says so.
        mine = [each for each in await library.follows.of(reader) if each.id == integer(fields[0])]
        for each in mine:
            await library.follows.remove(each.id, reader=reader)
    text = client.renderer.text("discord/follow/removed.j2", removed=mine, follows=[])
    await replies.show(interaction, card(text, accent=Accent.DONE))


async def setup(bot: Client) -> None:
    """Add the commands and the button."""
    bot.tree.add_command(follow)
    bot.tree.add_command(unfollow)
    bot.actions.add("unfollow", pressed_unfollow)
