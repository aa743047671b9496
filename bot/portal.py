"""What Discord says of a token: the bot's name, its servers and its rights there; asked without a gateway."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import aiohttp
import discord

from bot.doctor import DiscordAway, Portal, TokenRefused
from bot.permissions import NEEDED
from bot.render import Renderer

if TYPE_CHECKING:
    from bot.config import Settings

SECONDS = 15.0
PAGE = 200  # servers a request, Discord's most
_UNAUTHORISED = 401


async def ask(settings: Settings) -> Portal:
    """What Discord says of the token in the settings. Raises TokenRefused, DiscordAway."""
    if settings.token is None:
        raise TokenRefused
    headers = {"Authorization": f"Bot {settings.token.get_secret_value()}"}
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with aiohttp.ClientSession(headers=headers, timeout=timeout) as session:
            me, time = await _get(session, f"{settings.api_base}/users/@me")
            servers = await _servers(session, f"{settings.api_base}/users/@me/guilds")
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError) as error:
        raise DiscordAway(str(error) or type(error).__name__) from error
    return Portal(str(me["username"]), servers, time)


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
    return tuple(renderer.label(f"rights.{name}") for name in lacking)


async def _get(session: aiohttp.ClientSession, url: str) -> tuple[Any, datetime]:
    async with session.get(url) as response:
        if response.status == _UNAUTHORISED:
            raise TokenRefused
        response.raise_for_status()
        date = response.headers.get("Date")
        return await response.json(), parsedate_to_datetime(date) if date else datetime.now(UTC)
