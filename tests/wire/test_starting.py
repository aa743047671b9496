"""Start and stop of the real process: login, commands sent once, refusals in one sentence, SIGTERM."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.wire.conftest import stock
from tests.wire.loopback import BotProcess, Discord

pytestmark = [pytest.mark.wire, pytest.mark.asyncio]


@pytest_asyncio.fixture
async def discord() -> AsyncIterator[Discord]:
    async with Discord() as world:
        yield world


def sentence(bot: BotProcess) -> str:
    """What stands on standard error: one line, no traceback."""
    lines = bot.errors.strip().splitlines()
    assert len(lines) == 1, bot.errors
    return lines[0]


async def test_commands_are_sent_at_the_first_start_only(discord: Discord, tmp_path: Path) -> None:
    guild = discord.guild("Pier Press")
    bot = await BotProcess.start(discord, tmp_path)
    assert [r.status for r in discord.asked("PUT", "/commands")] == [200]
    assert await bot.stop() == 0

    again = await BotProcess.start(discord, tmp_path)
    await stock(tmp_path, guild)
    assert "promised" in (await guild.member("Ines").ask("what did Korvel promise?")).text
    assert len(discord.asked("PUT", "/commands")) == 1
    assert await again.stop() == 0
    assert discord.refused == []
    assert discord.violations() == []


async def test_the_bot_asks_for_no_privileged_intent(discord: Discord, tmp_path: Path) -> None:
    bot = await BotProcess.start(discord, tmp_path)
    guilds, guild_messages, direct_messages = 1 << 0, 1 << 9, 1 << 12
    assert discord.gateway.identified[0]["intents"] == guilds | guild_messages | direct_messages
    await bot.stop()


async def test_sigterm_closes_the_gateway_and_ends_with_zero(discord: Discord, tmp_path: Path) -> None:
    bot = await BotProcess.start(discord, tmp_path)
    assert await bot.stop(seconds=5) == 0
    assert discord.gateway.closed_by_bot == [1000]
    assert "Traceback" not in bot.errors


async def test_sigterm_lets_a_running_answer_finish(discord: Discord, tmp_path: Path) -> None:
    guild = discord.guild("Pier Press")
    await stock(tmp_path, guild)
    bot = await BotProcess.start(discord, tmp_path)
    reader = guild.member("Ines")
    discord.fail("PATCH", "/webhooks/*/messages/@original", 0, delay=1.0)
    asked = reader.start("ask", question="what did Korvel promise?")
    await discord.until(lambda: asked.acknowledged is not None, "the acknowledgement")
    assert await bot.stop(seconds=10) == 0
    assert "promised" in (await reader.see(asked, "/ask")).text


async def test_a_wrong_token_is_one_sentence_and_exit_code_three(discord: Discord, tmp_path: Path) -> None:
    bot = await BotProcess.launch(discord, tmp_path, token="MTE.not.the.token")  # noqa: S106 - not one
    assert await bot.wait() == 3
    assert "token" in sentence(bot).casefold()
    assert "MTE.not.the.token" not in bot.errors


async def test_a_token_that_the_gateway_refuses_is_the_same(discord: Discord, tmp_path: Path) -> None:
    discord.gateway.refuse_identify = 4004
    bot = await BotProcess.launch(discord, tmp_path)
    assert await bot.wait() == 3
    assert "token" in bot.errors.strip().splitlines()[-1].casefold()
    assert "Traceback" not in bot.errors


async def test_disallowed_intents_are_one_sentence_and_exit_code_three(
    discord: Discord, tmp_path: Path
) -> None:
    discord.gateway.refuse_identify = 4014
    bot = await BotProcess.launch(discord, tmp_path)
    assert await bot.wait() == 3
    assert "intent" in bot.errors.strip().splitlines()[-1].casefold()
    assert "Traceback" not in bot.errors


async def test_without_a_token_there_is_one_sentence(discord: Discord, tmp_path: Path) -> None:
    bot = await BotProcess.launch(discord, tmp_path, token="")
    assert await bot.wait() == 3
    assert "DISCORD_TOKEN" in sentence(bot)
    assert discord.requests == []


async def test_a_discord_that_cannot_be_reached_is_one_sentence(discord: Discord, tmp_path: Path) -> None:
    nowhere = "http://127.0.0.1:9/api/v10"
    bot = await BotProcess.launch(discord, tmp_path, DISCORD_API_BASE=nowhere)
    assert await bot.wait(seconds=40) != 0
    assert "Traceback" not in bot.errors
    assert bot.errors.strip()
