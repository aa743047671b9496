"""`/feed`: sources that bring new articles by themselves, and their health."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from discord import app_commands

from bot import notices, replies
from bot.actions import Fields, integer
from bot.authority import EditorGroup
from bot.buttons import Press, button
from bot.cards import Accent, Card, card
from bot.client import Client, Interaction
from bot.options import Choices, choices
from bot.permissions import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.render import Renderer
    from index.models import Feed

PER_PAGE = 8
FeedChoice = app_commands.Range[str, 1, 100]


async def feeds(interaction: Interaction, typed: str) -> Choices:
    """The feeds whose title or address contains what was typed."""
    async with interaction.client.library(interaction) as library:
        found = await library.feeds.list()
    wanted = [each for each in found if typed.casefold() in f"{each.title} {each.url}".casefold()]
    return choices([str(each.id) for each in wanted], [each.title or each.url for each in wanted])


@app_commands.command(description="…")
async def add(interaction: Interaction, *, url: app_commands.Range[str, 4, 2000]) -> None:
    """Find the feed of a site and keep it."""
    from index.feeds import discover

    await replies.defer(interaction, private=True)
    found = await discover(url, interaction.client.web)
    async with interaction.client.library(interaction) as library:
        feed = await library.feeds.add(found.url, found.document.title, by=str(interaction.user.id))
        announced = (await library.settings.get()).news_channel is not None
    await _show(interaction, "added", feed, announced=announced)


@app_commands.command(name="list", description="…")
async def list_(interaction: Interaction) -> None:
    """List the feeds with their health."""
    await replies.defer(interaction, private=True)
    await _page(interaction, 0)


async def turn(interaction: Interaction, fields: Fields) -> None:
    """Show another page of the list in place."""
    await replies.hold(interaction)
    await _page(interaction, integer(fields[0]))


async def _page(interaction: Interaction, start: int) -> None:
    async with interaction.client.library(interaction) as library:
        found = await library.feeds.list()
    await replies.show(interaction, list_card(interaction.client.renderer, found, start))


def list_card(renderer: Renderer, found: Sequence[Feed], start: int) -> Card:
    """One page of the feeds: those from number `start` on."""
    text = renderer.text("discord/feed/list.j2", feeds=found[start : start + PER_PAGE], total=len(found))
    turning: list[Press] = []
    if start:
        turning += button(renderer.label("buttons.first"), "feeds", [0])
    if start + PER_PAGE < len(found):
        turning += button(renderer.label("buttons.next"), "feeds", [start + PER_PAGE])
    return card(text, rows=[turning], accent=Accent.DESK)


@app_commands.command(description="…")
@app_commands.autocomplete(feed=feeds)
async def pause(interaction: Interaction, *, feed: FeedChoice) -> None:
    """Stop asking a feed."""
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        found = await library.feeds.pause((await library.feeds.find(feed)).id, by=str(interaction.user.id))
    await _show(interaction, "paused", found)


@app_commands.command(description="…")
@app_commands.autocomplete(feed=feeds)
async def resume(interaction: Interaction, *, feed: FeedChoice) -> None:
    """Ask a feed again."""
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        found = await library.feeds.resume((await library.feeds.find(feed)).id, by=str(interaction.user.id))
    await _show(interaction, "resumed", found)


@app_commands.command(description="…")
@app_commands.autocomplete(feed=feeds)
async def remove(interaction: Interaction, *, feed: FeedChoice) -> None:
    """Forget a feed."""
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        found = await library.feeds.remove((await library.feeds.find(feed)).id, by=str(interaction.user.id))
    await _show(interaction, "removed", found)


@app_commands.command(description="…")
@app_commands.autocomplete(feed=feeds)
async def check(interaction: Interaction, *, feed: FeedChoice) -> None:
    """Ask a feed now."""
    from index.feeds import Poller

    bot = interaction.client
    await replies.defer(interaction, private=True)
    async with bot.library(interaction) as library:
        found = await library.feeds.find(feed)
        poller = Poller(library.feeds, library.articles, bot.web, clock=_now, rng=random.SystemRandom())
        outcome = await poller.poll(found)
        await notices.announce(bot, library, outcome)
    text = bot.renderer.text("discord/feed/checked.j2", outcome=outcome, feed=outcome.feed)
    accent = Accent.WARNING if outcome.feed.reason else Accent.DONE
    await replies.show(interaction, card(text, accent=accent))


async def _show(interaction: Interaction, template: str, feed: Feed, **more: bool) -> None:
    text = interaction.client.renderer.text(f"discord/feed/{template}.j2", feed=feed, **more)
    await replies.show(interaction, card(text, accent=Accent.DONE))


def _now() -> datetime:
    return datetime.now(UTC)


async def setup(bot: Client) -> None:
    """Add the group."""
    group = EditorGroup("feed")
    group.add_command(add)
    group.add_command(list_)
    group.add_command(pause)
    group.add_command(resume)
    group.add_command(remove)
    group.add_command(check)
    bot.tree.add_command(group)
    bot.actions.add("feeds", turn, level=Level.EDITOR)
