"""The bot: one Discord client, its libraries and its commands; started, served, stopped."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import pkgutil
import signal
import sys
from datetime import date

import aiohttp
import discord
import yarl

import bot.commands
from bot import buttons, health, logs
from bot.client import Client, Interaction
from bot.config import Settings
from bot.render import Renderer
from bot.rounds import Rounds
from bot.sync import sync
from bot.tree import Tree
from bot.web import OpenWeb
from bot.wording import describe
from index.questions import NoNames, understand

log = logging.getLogger(__name__)

STOPPED, UNREACHABLE, UNUSABLE = 0, 1, 3
DRAIN_SECONDS = 10.0
_WRONG_TOKEN, _WRONG_INTENTS = 4004, 4014


class Unreachable(Exception):
    """Discord did not answer a login or a connection, or not in a way that can be understood."""


class Quotedesk(Client):
    """The client with its commands, from start to stop."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.tree = Tree(self)

    async def setup_hook(self) -> None:
        """Send the commands to Discord if they changed."""
        await sync(self.tree, self.settings.data / f"commands-{self.application_id}.sha256")

    async def prepare(self) -> None:
        """Load every command, button, form and template, and what the first question would else wait for;
        nothing of this needs Discord."""
        for fault in await asyncio.to_thread(self.renderer.broken):
            log.error("a template is broken: %s", fault)
        self.add_dynamic_items(buttons.Press)
        for module in pkgutil.iter_modules(bot.commands.__path__, f"{bot.commands.__name__}."):
            await importlib.import_module(module.name).setup(self)
        describe(self.tree, self.renderer)
        await asyncio.to_thread(understand, "What did who say?", names=NoNames(), today=date.min)

    async def on_interaction(self, interaction: Interaction) -> None:
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
