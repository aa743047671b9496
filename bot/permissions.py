"""Who may do what in a server, and what the bot itself lacks in a channel."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum
from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from index.models import LibrarySettings

# None is privileged: of what is written where the bot is not mentioned, Discord delivers no word.
INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)

# What an answer in a channel needs, beside the picture of /person.
NEEDED = discord.Permissions(
    view_channel=True, send_messages=True, read_message_history=True, attach_files=True, embed_links=True
)


class Level(IntEnum):
    """A reader asks; an editor adds and mends articles; an admin changes settings."""

    READER = 0
    EDITOR = 1
    ADMIN = 2


class Denied(Exception):
    """Someone lacks a right: `level` is what they would need."""

    def __init__(self, level: Level) -> None:
        super().__init__(level.name)
        self.level = level


def level_of(permissions: discord.Permissions, roles: Collection[int], settings: LibrarySettings) -> Level:
    """The level of someone with these rights and roles in a server with these settings."""
    if permissions.administrator or permissions.manage_guild:
        return Level.ADMIN
    if {str(role) for role in roles} & set(settings.adders):
        return Level.EDITOR
    return Level.READER


class NoServer(Exception):
    """A direct message has no library: whose it were cannot be told without seeing who is in which server."""


def lacking(channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member) -> tuple[str, ...]:
    """The rights to answer in `channel` that the bot lacks, by Discord's names for them."""
    allowed = channel.permissions_for(me)
    writing = "send_messages_in_threads" if isinstance(channel, discord.Thread) else "send_messages"
    return tuple(
        name for name in ("view_channel", writing, "read_message_history") if not getattr(allowed, name)
    )
