"""The Discord client as every part of the bot knows it: the libraries, the wording, the rules and the web."""

from __future__ import annotations

import time
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, TypeAlias

import discord

from bot.actions import Actions
from bot.config import Settings
from bot.cooldowns import Cooldowns
from bot.pending import Waiting
from bot.permissions import INTENTS, NoServer
from bot.render import Renderer
from bot.requests import Work
from bot.shelf import Shelf
from bot.web import OpenWeb
from index.library import Library

if TYPE_CHECKING:
    from index.feeds.ports import Web


class Client(discord.AutoShardedClient):
    """The client, without its commands (bot.app). It needs no privileged intent; nothing it sends can ping."""

    tree: discord.app_commands.CommandTree[Client]

    def __init__(self, settings: Settings) -> None:
        super().__init__(
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            # Neither messages nor members are looked up later, so none are kept.
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            # A gateway of one's own is not asked how many shards it wants.
            shard_count=settings.shards or (1 if settings.gateway_url else None),
        )
        self.settings = settings
        self.renderer = Renderer()
        self.shelf = Shelf(settings.data)
        self.actions = Actions()
        self.cooldowns = Cooldowns(time.monotonic)
        self.waiting = Waiting(time.monotonic)
        self.web: Web = OpenWeb(settings.contact)
        self.work = Work()
        self.heard = time.monotonic()

    @property
    def me(self) -> int:
        """The bot's user id (the application's is another one for applications of the first years)."""
        return self.user.id if self.user else 0

    def connected(self) -> bool:
        """Whether every shard has its gateway now; one that lost it is on its way back by itself."""
        return bool(self.shards) and not any(shard.is_closed() for shard in self.shards.values())

    async def on_socket_event_type(self, _event: str) -> None:
        """Note that Discord sent something."""
        self.heard = time.monotonic()

    def library(self, interaction: Interaction) -> AbstractAsyncContextManager[Library]:
        """The library of the server where this happens. Raises NoServer in a direct message."""
        if interaction.guild_id is None:
            raise NoServer
        return self.shelf.library(interaction.guild_id)

    def existing_library(self, server: int | None) -> AbstractAsyncContextManager[Library]:
        """The library of the server that a button in a direct message names. Raises NoServer."""
        if server is None or server not in self.shelf.servers():
            raise NoServer
        return self.shelf.library(server)


Interaction: TypeAlias = discord.Interaction[Client]
