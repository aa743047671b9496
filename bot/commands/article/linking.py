"""The entry "Add to the library" in a message's menu: its links and files, looked at before they are saved."""

from __future__ import annotations

import re

import discord
from discord import app_commands

from bot import replies
from bot.authority import require
from bot.cards import Accent, card
from bot.client import Client, Interaction
from bot.commands.article.adding import look_through
from bot.permissions import Level

# A message with more is a list, which a feed or a file serves better.
MOST = 5
_LINK = re.compile(r"https?://[^\s<>|]{1,2000}", re.IGNORECASE)
_CLOSING = {")": "(", "]": "["}
_STOPS = ".,:;!?*_~`'\"”’"


def links(content: str) -> list[str]:
    """The addresses in a message, each once, without the punctuation of the sentence around them."""
    found: dict[str, None] = {}
    for match in _LINK.findall(content):
        url = match
        while url[-1] in _STOPS or (url[-1] in _CLOSING and _CLOSING[url[-1]] not in url):
            url = url[:-1]
        found[url] = None
    return list(found)[:MOST]


async def add_message(interaction: Interaction, message: discord.Message) -> None:
    """Show what would be stored of the pages that a message links to, and of its files."""
    await require(interaction, Level.EDITOR)
    await replies.defer(interaction, private=True)
    urls, files = links(message.content), message.attachments[:MOST]
    if not urls and not files:
        text = interaction.client.renderer.text("discord/article/no_link.j2")
        await replies.show(interaction, card(text, accent=Accent.NEAR))
        return
    await look_through(interaction, urls, files)


def menu(bot: Client) -> app_commands.ContextMenu:
    """The entry in the menu of messages."""
    entry = app_commands.ContextMenu(name=bot.renderer.label("commands.add_message"), callback=add_message)
    entry.guild_only = True
    entry.default_permissions = discord.Permissions(manage_guild=True)
    return entry
