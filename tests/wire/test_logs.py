"""The log of a real run at its most talkative: ids of requests, and nothing that people wrote or are."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from tests.wire.conftest import stock
from tests.wire.loopback import BotProcess, Discord

pytestmark = [pytest.mark.wire, pytest.mark.asyncio]

WORDS = ("quizzicalness", "flummoxing", "bamboozlery")


@pytest_asyncio.fixture
async def discord() -> AsyncIterator[Discord]:
    async with Discord() as world:
        yield world


async def until(done: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not done():  # noqa: ASYNC110 -- what another process writes sends no event
            await asyncio.sleep(0.05)


async def test_a_run_logs_ids_of_requests_and_no_token_no_person_and_no_question(
    discord: Discord, tmp_path: Path
) -> None:
    guild = discord.guild("Pier Press")
    await stock(tmp_path, guild)
    bot = await BotProcess.start(
        discord, tmp_path, QUOTEDESK_LOG_LEVEL="DEBUG", QUOTEDESK_LOG_FORMAT="json", QUOTEDESK_OPERATORS="1"
    )
    reader = guild.member("Ines")
    await reader.ask(f"what did Korvel promise about {WORDS[0]}?")
    await reader.say(f"{reader.bot} who denied {WORDS[1]}?")
    message = reader.write("hello")
    await reader.press_id(message, f"qd1:{WORDS[2]}:1")
    discord.fail("PATCH", "/webhooks/*/messages/@original", 404)
    reader.start("ask", question=f"who warned of {WORDS[2]}?")
    await until(lambda: "ask: unknown" in bot.errors)
    assert await bot.stop() == 0

    events = [json.loads(line) for line in bot.errors.splitlines()]
    ended = [event for event in events if event["where"] == "bot.requests"]
    assert {"ask", "message", "press"} <= {event["message"].partition(":")[0] for event in ended}
    assert all(len(event["request"]) == 7 for event in ended)
    assert len({event["request"] for event in ended}) == len(ended)
    for secret in (discord.token, str(reader.id), *WORDS):
        assert secret not in bot.errors
        assert secret not in bot.output
    told = json.dumps([request.body for request in discord.requests], default=str)
    assert discord.token not in told


async def test_health_and_metrics_are_served_while_it_runs(
    discord: Discord, tmp_path: Path, unused_tcp_port: int
) -> None:
    guild = discord.guild("Pier Press")
    await stock(tmp_path, guild)
    bot = await BotProcess.start(discord, tmp_path, QUOTEDESK_METRICS_PORT=str(unused_tcp_port))
    await guild.member("Ines").ask("what did Korvel promise?")
    base = f"http://127.0.0.1:{unused_tcp_port}"
    async with aiohttp.ClientSession() as session:
        async with asyncio.timeout(10):  # the servers come in one by one after the login
            while (await session.get(f"{base}/health")).status != 200:  # noqa: ASYNC110 -- the same
                await asyncio.sleep(0.1)
        async with session.get(f"{base}/health") as response:
            assert await response.json() | {"last_event_seconds": 0} == {
                "up": True, "gateway": "ready", "database": "ok", "last_event_seconds": 0,
            }  # fmt: skip
        async with session.get(f"{base}/metrics") as response:
            text = await response.text()
        assert 'quotedesk_request_seconds_count{outcome="answered",request="ask"} 1.0' in text
        assert "quotedesk_gateway_connected 1.0" in text
    assert await bot.stop() == 0


async def test_a_taken_port_is_one_sentence_and_exit_code_three(discord: Discord, tmp_path: Path) -> None:
    port = discord.base.rpartition(":")[2]
    bot = await BotProcess.launch(discord, tmp_path, QUOTEDESK_METRICS_PORT=port)
    assert await bot.wait() == 3
    lines = bot.errors.strip().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("The port of QUOTEDESK_METRICS_PORT cannot be listened on")
