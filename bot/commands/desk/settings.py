"""`/quotedesk settings`: what the admins of a server choose; and outlets that are left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import discord
from discord import app_commands

from bot import replies
from bot.actions import Actions
from bot.authority import require
from bot.cards import Accent, card
from bot.client import Interaction
from bot.options import Choices, Name, choices, outlets
from bot.permissions import Level

if TYPE_CHECKING:
    from index.models import LibrarySettings

_PLACES = ("channels", "adders", "audit_channel", "news_channel")
Hour = app_commands.Range[int, 0, 23]


@app_commands.command(description="…")
async def settings(
    interaction: Interaction,
    *,
    answers: Literal["public", "private"] | None = None,
    channel: discord.TextChannel | None = None,
    editor_role: discord.Role | None = None,
    digest_hour: Hour | None = None,
    quiet_from: Hour | None = None,
    quiet_until: Hour | None = None,
    timezone: app_commands.Range[str, 1, 60] | None = None,
    audit_channel: discord.TextChannel | None = None,
    news_channel: discord.TextChannel | None = None,
    recheck: bool | None = None,
) -> None:
    """Show the settings, and change those that are given; a channel or role given twice is taken out again."""
    await require(interaction, Level.ADMIN)
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        now = await library.settings.get()
        changes: dict[str, object] = {
            name: value
            for name, value in (
                ("answers", answers),
                ("digest_hour", digest_hour),
                ("quiet_from", quiet_from),
                ("quiet_until", quiet_until),
                ("timezone", timezone),
                ("recheck", recheck),
            )
            if value is not None
        }
        kept = _without_gone(now, interaction.guild)
        changes |= _toggled(kept, channel=channel, role=editor_role)
        changes |= _switched(kept, audit_channel=audit_channel, news_channel=news_channel)
        if changes:
            # What is gone cannot be given again to take it out, so it goes with the next change.
            gone = {name: getattr(kept, name) for name in _PLACES if getattr(kept, name) != getattr(now, name)}
            now = await library.settings.change(by=str(interaction.user.id), **(gone | changes))
        blocked = await library.articles.blocked()
    text = interaction.client.renderer.text("discord/desk/settings.j2", settings=now, blocked=blocked[:20])
    await replies.show(interaction, card(text, accent=Accent.DONE if changes else Accent.DESK))


@app_commands.command(description="…")
@app_commands.autocomplete(outlet=outlets)
async def block(interaction: Interaction, *, outlet: Name) -> None:
    """Leave an outlet out, and withdraw its articles."""
    await require(interaction, Level.ADMIN)
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        gone = await library.articles.block(outlet, by=str(interaction.user.id))
    text = interaction.client.renderer.text("discord/desk/blocked.j2", outlet=outlet, gone=gone)
    await replies.show(interaction, card(text, accent=Accent.DONE))


async def blocked_outlets(interaction: Interaction, typed: str) -> Choices:
    """The outlets that are left out."""
    async with interaction.client.library(interaction) as library:
        found = await library.articles.blocked()
    return choices([outlet for outlet in found if typed.casefold() in outlet.casefold()])


@app_commands.command(description="…")
@app_commands.autocomplete(outlet=blocked_outlets)
async def unblock(interaction: Interaction, *, outlet: Name) -> None:
    """Allow an outlet again."""
    await require(interaction, Level.ADMIN)
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        await library.articles.unblock(outlet, by=str(interaction.user.id))
    text = interaction.client.renderer.text("discord/desk/unblocked.j2", outlet=outlet)
    await replies.show(interaction, card(text, accent=Accent.DONE))


def _without_gone(now: LibrarySettings, guild: discord.Guild | None) -> LibrarySettings:
    """The settings without channels and roles that the server no longer has."""
    if guild is None or guild.unavailable or not guild.channels:
        return now

    def there(channel: str | None) -> str | None:
        return channel if channel is not None and guild.get_channel(int(channel)) is not None else None

    return replace(
        now,
        channels=tuple(channel for channel in now.channels if there(channel)),
        adders=tuple(role for role in now.adders if guild.get_role(int(role)) is not None),
        audit_channel=there(now.audit_channel),
        news_channel=there(now.news_channel),
    )


def _toggled(
    now: LibrarySettings, *, channel: discord.TextChannel | None, role: discord.Role | None
) -> dict[str, object]:
    changes: dict[str, object] = {}
    if channel is not None:
        changes["channels"] = _without_or_with(now.channels, str(channel.id))
    if role is not None:
        changes["adders"] = _without_or_with(now.adders, str(role.id))
    return changes


def _switched(now: LibrarySettings, **given: discord.TextChannel | None) -> dict[str, object]:
    """Each channel given, or None for one that is set already."""
    ids = {name: str(channel.id) for name, channel in given.items() if channel is not None}
    return {name: None if getattr(now, name) == chosen else chosen for name, chosen in ids.items()}


def _without_or_with(ids: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each != one) if one in ids else (*ids, one)


def register(group: app_commands.Group, _actions: Actions) -> None:
    """Add the subcommands."""
    group.add_command(settings)
    group.add_command(block)
    group.add_command(unblock)
