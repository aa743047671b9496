"""A bot in simcord's world, with the real library under it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.app import Quotedesk
from bot.config import Settings
from bot.demo import sample_drafts
from bot.limits import walk


def a_bot(data: Path) -> Quotedesk:
    """A bot with its libraries in `data`."""
    return Quotedesk(Settings(DISCORD_TOKEN="t", QUOTEDESK_DATA=data, DISCORD_SHARDS=1, _env_file=None))  # type: ignore[call-arg, arg-type]  # noqa: S106


@dataclass
class Desk:
    """A server with the sample library, its admin and a reader."""

    bot: Quotedesk
    env: Any
    guild: Any
    channel: Any
    admin: Any
    reader: Any

    def expected(self, *errors: str) -> None:
        """Acknowledge the errors that the test provoked, by their class's name."""
        found = [type(error.__cause__ or error).__name__ for error in self.env.errors]
        assert found == list(errors)


def text_of(shown: Any) -> str:
    """All text of a response, its place among followups included."""
    message = shown.response if hasattr(shown, "response") else shown
    return "\n".join(one["content"] for one in walk(components_of(message)) if one["type"] == 10)


def components_of(message: Any) -> list[dict[str, Any]]:
    """The components of a message as Discord keeps them."""
    if isinstance(message, discord.Message):
        return [component.to_dict() for component in message.components]  # type: ignore[misc]
    return list(message.components)


def buttons_of(message: Any) -> dict[str, str]:
    """The buttons of a message: label to id (the first of a label)."""
    found: dict[str, str] = {}
    for one in walk(components_of(message)):
        if one["type"] == 2 and one.get("custom_id"):
            found.setdefault(one["label"], one["custom_id"])
    return found


async def build(env: Any, bot: Quotedesk, name: str = "Newsroom", *, stocked: bool = True) -> Desk:
    """A server with members and, `stocked`, the sample library."""
    guild = env.create_guild(name)
    role = guild.create_role("desk", permissions=discord.Permissions(manage_guild=True))
    admin = guild.add_member(env.create_user(f"admin of {name}"), roles=[role])
    reader = guild.add_member(env.create_user(f"reader of {name}"))
    async with bot.shelf.library(guild.id) as library:
        await library.articles.add_many(sample_drafts() if stocked else [], by="cli")
        await library.ask("what did Korvel promise?")
    return Desk(bot, env, guild, guild.create_text_channel("news"), admin, reader)


@pytest.fixture
async def env(tmp_path: Path) -> AsyncIterator[simcord.Env]:
    """A running world with the bot in it; errors that no test expected fail it."""
    bot = a_bot(tmp_path)
    await bot.prepare()
    world = simcord.Env(bot)
    await world.start()
    yield world
    await bot.shelf.close()
    await world.shutdown()
    if unexpected := world.errors_since(world._errors_acknowledged):
        raise ExceptionGroup("the bot raised", list(unexpected))  # type: ignore[type-var]


@pytest.fixture
async def desk(env: simcord.Env) -> Desk:
    assert isinstance(env.bot, Quotedesk)
    return await build(env, env.bot)
