"""What Discord says of a token: the bot's name, its servers and rights, and whether the gateway lets it in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import aiohttp
import discord

from bot.doctor import DiscordAway, Portal, TokenRefused
from bot.permissions import INTENTS, NEEDED
from bot.render import Renderer

if TYPE_CHECKING:
    from bot.config import Settings

SECONDS = 15.0
PAGE = 200  # servers a request, Discord's most
_UNAUTHORISED = 401
_BAD_TOKEN = 4004
# discord.py iterates by an older name than the one that the labels and Discord itself have.
_NAMES = {"read_messages": "view_channel"}
_DISPATCH, _HEARTBEAT, _IDENTIFY = 0, 1, 2


async def ask(settings: Settings) -> Portal:
    """What Discord says of the token in the settings. Raises TokenRefused, DiscordAway."""
    if settings.token is None:
        raise TokenRefused
    token = settings.token.get_secret_value()
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with aiohttp.ClientSession(headers={"Authorization": f"Bot {token}"}, timeout=timeout) as session:
            me, time = await _get(session, f"{settings.api_base}/users/@me")
            servers = await _servers(session, f"{settings.api_base}/users/@me/guilds")
            gateway, _ = await _get(session, f"{settings.api_base}/gateway/bot")
            starts = int(gateway["session_start_limit"]["remaining"])
            closed = None
            if starts:
                closed = await _greeted(session, settings.gateway_url or str(gateway["url"]), token)
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError, KeyError, TypeError) as error:
        raise DiscordAway(str(error) or type(error).__name__) from error
    if closed == _BAD_TOKEN:
        raise TokenRefused
    return Portal(str(me["username"]), servers, time, starts, closed)


async def _servers(session: aiohttp.ClientSession, url: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every server with the names of the rights that the bot lacks in it."""
    renderer = Renderer()
    found: list[tuple[str, tuple[str, ...]]] = []
    after = "0"
    while True:
        page, _ = await _get(session, f"{url}?limit={PAGE}&after={after}")
        found += [(str(server["name"]), _missing(renderer, int(server["permissions"]))) for server in page]
        if len(page) < PAGE:
            return tuple(found)
        after = str(page[-1]["id"])


def _missing(renderer: Renderer, permissions: int) -> tuple[str, ...]:
    has = discord.Permissions(permissions)
    if has.administrator:
        return ()
    lacking = [name for name, needed in NEEDED if needed and not getattr(has, name)]
    return tuple(renderer.label(f"rights.{_NAMES.get(name, name)}") for name in lacking)


async def _greeted(session: aiohttp.ClientSession, url: str, token: str) -> int | None:
    """Connect as the bot would: None when the gateway says READY, else the code with which it closes."""
    async with session.ws_connect(url, params={"v": "10", "encoding": "json"}) as socket:
        await socket.send_json({"op": _IDENTIFY, "d": _identity(token)})
        async for message in socket:
            frame = message.json() if message.type is aiohttp.WSMsgType.TEXT else {}
            if frame.get("op") == _HEARTBEAT:
                await socket.send_json({"op": _HEARTBEAT, "d": None})
            elif frame.get("op") == _DISPATCH:
                return None
        return socket.close_code


def _identity(token: str) -> Mapping[str, Any]:
    properties = {"os": "linux", "browser": "quotedesk", "device": "quotedesk"}
    return {"token": token, "intents": INTENTS.value, "properties": properties, "shard": [0, 1]}


async def _get(session: aiohttp.ClientSession, url: str) -> tuple[Any, datetime]:
    async with session.get(url) as response:
        if response.status == _UNAUTHORISED:
            raise TokenRefused
        response.raise_for_status()
        date = response.headers.get("Date")
        return await response.json(), parsedate_to_datetime(date) if date else datetime.now(UTC)
