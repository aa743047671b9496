"""Errors into answers: a table from error to template; what is not in it gets a reference and a log entry."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import requests
from bot.actions import Forged
from bot.cards import Accent, Card, card
from bot.client import Interaction
from bot.cooldowns import TooSoon
from bot.options import NoAddress, NoDay
from bot.pending import Expired
from bot.permissions import Denied, NoServer
from bot.replies import ACKNOWLEDGED, whisper
from bot.spots import Gone
from index import errors as index_errors

if TYPE_CHECKING:
    from bot.render import Renderer

log = logging.getLogger(__name__)

_UNKNOWN = ("unknown", Accent.FAULT)
_TABLE: dict[type[BaseException], tuple[str, Accent]] = {
    Gone: ("gone", Accent.NEAR),
    index_errors.Nobody: ("nobody", Accent.NEAR),
    index_errors.NotFound: ("not_found", Accent.NEAR),
    index_errors.InputError: ("refused", Accent.WARNING),
    index_errors.Conflict: ("refused", Accent.WARNING),
    index_errors.LibraryError: ("library", Accent.FAULT),
    Denied: ("denied", Accent.WARNING),
    TooSoon: ("too_soon", Accent.WARNING),
    Expired: ("expired", Accent.WARNING),
    NoDay: ("no_day", Accent.WARNING),
    NoAddress: ("no_address", Accent.WARNING),
    NoServer: ("no_server", Accent.WARNING),
    Forged: ("forged", Accent.WARNING),
    app_commands.CommandNotFound: ("forged", Accent.WARNING),
    discord.Forbidden: ("forbidden", Accent.WARNING),
}
# The operator has to act on these; everything else in the table is a reader's everyday.
_LOGGED = (index_errors.LibraryError, discord.Forbidden)


def explain(renderer: Renderer, error: BaseException) -> Card:
    """The card that answers an error; an unknown one is logged with the reference that the card shows."""
    template, accent = next((_TABLE[kind] for kind in type(error).__mro__ if kind in _TABLE), _UNKNOWN)
    if template == "unknown":
        log.error("unexpected %s", type(error).__name__, exc_info=error)
    elif isinstance(error, _LOGGED):
        log.warning("%s: %s", type(error).__name__, error)
    requests.end_as(template)
    text = renderer.text(f"discord/errors/{template}.j2", error=error, reference=requests.current())
    return card(text, accent=accent)


async def answer(interaction: Interaction, error: BaseException) -> None:
    """Answer an error privately. Where even that fails, it is logged and no more."""
    if isinstance(error, app_commands.CommandInvokeError | app_commands.TransformerError) and error.__cause__:
        error = error.__cause__
    if isinstance(error, discord.HTTPException) and error.code == ACKNOWLEDGED:
        # The answer arrived, only its confirmation was lost: a second one would be the mistake.
        return
    reply = explain(interaction.client.renderer, error)
    try:
        await whisper(interaction, reply)
    except discord.HTTPException as failure:
        log.warning("an error could not be answered: %s", failure)
