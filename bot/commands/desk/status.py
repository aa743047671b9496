"""`/quotedesk status`: the library in figures, and what is wrong, each with what to do."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import replies
from bot.actions import Actions
from bot.cards import Accent, card
from bot.client import Interaction
from bot.permissions import lacking as lacking_in

if TYPE_CHECKING:
    from bot.render import Renderer
    from index.models import LibrarySettings

SHOWN = 8
# A library that is to answer what is new gets something within a fortnight.
OLD_DAYS = 14


@app_commands.command(description="…")
async def status(interaction: Interaction) -> None:
    """Show how the library and the bot are."""
    bot = interaction.client
    await replies.defer(interaction, private=True)
    async with bot.library(interaction) as library:
        stats = await library.upkeep.stats()
        feeds = await library.feeds.list()
        flags = await library.flags.open(limit=1)
        settings = await library.settings.get()
    lacking = _lacking(bot.renderer, interaction.guild, settings)
    failing = [feed for feed in feeds if feed.state in {"failing", "gone"}]
    text = bot.renderer.text(
        "discord/desk/status.j2",
        stats=stats,
        oldest=_day(stats.oldest),
        newest=_day(stats.newest),
        old=_old(_day(stats.newest)),
        feeds=len(feeds),
        failing=failing[:SHOWN],
        broken=len(failing),
        flags=flags.total,
        lacking=lacking[:SHOWN],
        cannot=len(lacking),
        gone=_gone(interaction.guild, settings),
        operator=interaction.user.id in bot.settings.operators,
        servers=len(bot.guilds),
    )
    await replies.show(interaction, card(text, accent=Accent.DESK))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _old(newest: date | None) -> int:
    """The days without news where they are many; 0 otherwise."""
    days = (datetime.now(UTC).date() - newest).days if newest else 0
    return days if days > OLD_DAYS else 0


def _named(settings: LibrarySettings) -> set[str]:
    """The channels that the settings name."""
    return {*settings.channels, *filter(None, (settings.audit_channel, settings.news_channel))}


def _gone(guild: discord.Guild | None, settings: LibrarySettings) -> int:
    """How many channels that the settings name are no longer there."""
    return sum(guild is not None and guild.get_channel(int(channel)) is None for channel in _named(settings))


def _lacking(
    renderer: Renderer, guild: discord.Guild | None, settings: LibrarySettings
) -> list[tuple[int, list[str]]]:
    """The channels where the bot is to write and cannot, with the rights that it lacks there."""
    named = _named(settings)
    found = []
    for channel in guild.text_channels if guild is not None else ():
        wanted = str(channel.id) in named
        if settings.channels and not wanted:
            continue
        missing = lacking_in(channel, channel.guild.me)
        # A channel that the bot does not see, and was not told to write in, is none of its business.
        if missing and (wanted or "view_channel" not in missing):
            found.append((channel.id, [renderer.label(f"rights.{name}") for name in missing]))
    return found


def register(group: app_commands.Group, _actions: Actions) -> None:
    """Add the subcommand."""
    group.add_command(status)
