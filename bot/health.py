"""`/health` and `/metrics` on a port of the operator's own, where one is set: is the bot up, is it busy."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from bot.client import Client
from bot.metrics import Meter
from index.errors import LibraryError

if TYPE_CHECKING:
    from aiohttp import web


_UP, _DOWN = 200, 503


class PortTaken(Exception):
    """The port of the settings cannot be listened on; the message is the system's reason."""


@dataclass(frozen=True, slots=True)
class Health:
    """`gateway` is "ready", "connecting" or "lost"; `database` is "ok" or the kind of fault of an open library;
    `last_event_seconds` since Discord last sent something."""

    gateway: str
    database: str
    last_event_seconds: float

    @property
    def up(self) -> bool:
        """Whether the bot answers. How long Discord was silent says nothing: small servers sleep at night."""
        return self.gateway == "ready" and self.database == "ok"


async def examine(bot: Client) -> Health:
    """The health of a running bot."""
    gateway = "connecting" if not bot.is_ready() else "ready" if bot.connected() else "lost"
    return Health(gateway, await _database(bot), round(time.monotonic() - bot.heard, 1))


async def _database(bot: Client) -> str:
    for library in bot.shelf.opened():
        try:
            await library.settings.get()
        except LibraryError as error:
            return type(error).__name__
        except ValueError:
            continue  # aiosqlite's word for: closed since, for nobody used it
    return "ok"


@asynccontextmanager
async def endpoint(bot: Client) -> AsyncIterator[int | None]:
    """Serve `/health` and `/metrics` meanwhile; gives the port, None where none is set. Raises PortTaken."""
    if bot.settings.metrics_port is None:
        yield None
        return
    from aiohttp import web

    meter = Meter(bot)
    bot.work.note = meter.note

    async def health(_request: web.Request) -> web.Response:
        found = await examine(bot)
        return web.json_response({"up": found.up, **asdict(found)}, status=_UP if found.up else _DOWN)

    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(
            body=meter.text(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
        )

    served = web.Application()
    served.router.add_get("/health", health)
    served.router.add_get("/metrics", metrics)
    runner = web.AppRunner(served, access_log=None)
    await runner.setup()
    try:
        await _listen(web.TCPSite(runner, bot.settings.metrics_host, bot.settings.metrics_port))
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


async def _listen(site: web.TCPSite) -> None:
    try:
        await site.start()
    except OSError as error:
        raise PortTaken(error.strerror or str(error)) from error
