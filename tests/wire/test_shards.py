"""Two shards: each server's events come over its own, and are answered from its own library."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.wire.conftest import stock
from tests.wire.loopback import BotProcess, Discord

pytestmark = [pytest.mark.wire, pytest.mark.asyncio]


async def test_two_shards_serve_their_own_servers(tmp_path: Path) -> None:
    async with Discord(shards=2) as discord:
        stocked, empty = discord.guild("Left Bank", shard=0), discord.guild("Right Bank", shard=1)
        await stock(tmp_path, stocked)
        bot = await BotProcess.start(discord, tmp_path, module="tests.wire.hasty", DISCORD_SHARDS="2")
        assert sorted(tuple(data["shard"]) for data in discord.gateway.identified) == [(0, 2), (1, 2)]

        answer = await stocked.member("Ines").ask("what did Korvel promise?")
        assert "sail on the same boat" in answer.text
        assert "No answer" in (await empty.member("Tove").ask("what did Korvel promise?")).text

        discord.gateway.drop()
        reader = empty.member("Una")
        answer = await reader.say(f"{reader.bot} what did Korvel promise?")
        assert "No answer" in answer.text
        await discord.until(lambda: len(discord.gateway.live) == 2, "both shards")
        assert await bot.stop() == 0
        assert discord.refused == []
        assert discord.violations() == []
