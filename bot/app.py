"""The bot: one Discord client, its libraries and its commands; started, served, stopped."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import pkgutil
import signal
import sys
import time
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, TypeAlias

import aiohttp
import discord
import yarl

import bot.commands
from bot import buttons, health, logs, notices
from bot.actions import Actions
from bot.cards import Accent, card
from bot.cooldowns import Cooldowns
from bot.pending import Waiting
from bot.permissions import INTENTS, NoServer
from bot.render import Renderer
from bot.requests import Work
from bot.rounds import Rounds
from bot.shelf import Shelf
from bot.sync import sync
from bot.tree import Tree
from bot.web import OpenWeb, Web
from bot.wording import describe

if TYPE_CHECKING:
    from bot.config import Settings
    from index.library import Library
    from index.models import Flag

log = logging.getLogger(__name__)

STOPPED, UNREACHABLE, UNUSABLE = 0, 1, 3
DRAIN_SECONDS = 10.0
_WRONG_TOKEN, _WRONG_INTENTS = 4004, 4014


class Unreachable(Exception):
    """Discord did not answer a login or a connection, or not in a way that can be understood."""


class Quotedesk(discord.AutoShardedClient):
    """The Discord client. It needs no privileged intent, and nothing that it sends can ping."""

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
        self.tree = Tree(self)

    async def setup_hook(self) -> None:
        """Send the commands to Discord if they changed."""
        await sync(self.tree, self.settings.data / f"commands-{self.application_id}.sha256")

    async def prepare(self) -> None:
        """Load every command, button, form and template; nothing of this needs Discord."""
        for fault in await asyncio.to_thread(self.renderer.broken):
            log.error("a template is broken: %s", fault)
        self.add_dynamic_items(buttons.Press, buttons.Choose)
        for module in pkgutil.iter_modules(bot.commands.__path__, f"{bot.commands.__name__}."):
            await importlib.import_module(module.name).setup(self)
        describe(self.tree, self.renderer)

    def connected(self) -> bool:
        """Whether every shard has its gateway now; one that lost it is on its way back by itself."""
        return bool(self.shards) and not any(shard.is_closed() for shard in self.shards.values())

    async def on_socket_event_type(self, _event: str) -> None:
        """Note that Discord sent something."""
        self.heard = time.monotonic()

    @property
    def me(self) -> int:
        """The bot's user id (the application's is another one for applications of the first years)."""
        return self.user.id if self.user else 0

    def library(self, interaction: discord.Interaction[Quotedesk]) -> AbstractAsyncContextManager[Library]:
        """The library of the server where this happens. Raises NoServer in a direct message."""
        if interaction.guild_id is None:
            raise NoServer
        return self.shelf.library(interaction.guild_id)

    def existing_library(self, server: int | None) -> AbstractAsyncContextManager[Library]:
        """The library of the server that a button in a direct message names. Raises NoServer."""
        if server is None or server not in self.shelf.servers():
            raise NoServer
        return self.shelf.library(server)

    async def thank(self, flag: Flag) -> None:
        """Tell the reader of a report what came of it."""
        if flag.reader is not None:
            text = self.renderer.text("discord/thanks.j2", outcome=flag.outcome, words=flag.passage.text)
            await notices.tell(self, flag.reader, card(text, accent=Accent.DONE))

    async def on_interaction(self, interaction: discord.Interaction[Quotedesk]) -> None:
        """Take in submitted forms: with discord.py's own way, one sent after a restart would be lost."""
        if interaction.type is discord.InteractionType.modal_submit:
            await buttons.perform(interaction, str(dict(interaction.data or {}).get("custom_id")))

    async def close(self) -> None:
        """Finish the answers under way, then leave Discord and close the libraries."""
        if not await self.work.drained(DRAIN_SECONDS):
            log.warning("stopped with answers unfinished after %.0f s", DRAIN_SECONDS)
        await super().close()
        if isinstance(self.web, OpenWeb):
            await self.web.close()
        await self.shelf.close()


Interaction: TypeAlias = discord.Interaction[Quotedesk]


def run(settings: Settings) -> int:
    """Run the bot until it is told to stop; returns an exit code. A fault is one line on standard error."""
    if settings.token is None:
        return _refused("no_token", UNUSABLE)
    logs.set_up(settings)
    discord.http.Route.BASE = settings.api_base
    if settings.gateway_url:
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.gateway_url)
    try:
        asyncio.run(_serve(settings, settings.token.get_secret_value()))
    except discord.LoginFailure:
        return _refused("wrong_token", UNUSABLE)
    except discord.PrivilegedIntentsRequired:
        return _refused("wrong_intents", UNUSABLE)
    except discord.ConnectionClosed as error:
        return _refused("wrong_token" if error.code == _WRONG_TOKEN else "unreachable", UNUSABLE)
    except health.PortTaken as error:
        return _refused("no_port", UNUSABLE, reason=str(error))
    except Unreachable as error:
        log.debug("unreachable", exc_info=error)
        return _refused("unreachable", UNREACHABLE)
    return STOPPED


async def _serve(settings: Settings, token: str) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    async with Quotedesk(settings) as client, health.endpoint(client):
        await client.prepare()
        # What is loaded by now stays: to look through it for garbage would hold the loop 40 ms each time.
        gc.freeze()
        serving = asyncio.create_task(_connected(client, token))
        stopping = asyncio.create_task(stop.wait())
        rounds = asyncio.create_task(Rounds(client).keep_on())
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        rounds.cancel()
        await client.close()
        await serving


async def _connected(client: Quotedesk, token: str) -> None:
    """Log in and stay connected until the client is closed. Raises Unreachable."""
    try:
        await client.start(token)
    except (aiohttp.ClientError, OSError, discord.HTTPException, discord.GatewayNotFound) as error:
        raise Unreachable from error


def _refused(template: str, code: int, **values: str) -> int:
    sys.stderr.write(Renderer().text(f"terminal/run_{template}.j2", **values) + "\n")
    return code
