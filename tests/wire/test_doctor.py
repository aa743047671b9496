"""The doctor asks a Discord on loopback: over real HTTP, and over the gateway's socket."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot import doctor, portal
from bot.config import Settings
from bot.doctor import DiscordAway, Finding, TokenRefused, examine
from bot.permissions import INTENTS
from bot.portal import ask
from tests.wire.loopback import Discord

pytestmark = [pytest.mark.wire, pytest.mark.asyncio]


@pytest_asyncio.fixture
async def discord() -> AsyncIterator[Discord]:
    async with Discord() as world:
        yield world


@pytest.fixture(autouse=True)
def _sound_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_templates", lambda _folder: Finding("templates", "good"))


def settings(discord: Discord, data: Path, **more: str) -> Settings:
    values = {
        "DISCORD_TOKEN": discord.token,
        "DISCORD_API_BASE": discord.api,
        "QUOTEDESK_DATA": str(data),
        **more,
    }
    return Settings(_env_file=None, **values)  # type: ignore[call-arg, arg-type]


async def faults(discord: Discord, data: Path, *, now: datetime | None = None, **more: str) -> list[Finding]:
    found = await examine(settings(discord, data, **more), ask, now=now)
    return [finding for finding in found if finding.fault]


async def test_a_bot_in_order_has_no_fault_and_is_let_in_with_its_own_intents(
    discord: Discord, tmp_path: Path
) -> None:
    discord.guild("Pier Press")
    assert await faults(discord, tmp_path) == []
    assert discord.gateway.identified[0]["intents"] == INTENTS.value
    assert discord.violations() == []
    assert discord.refused == []


async def test_a_token_that_discord_does_not_know_is_refused(discord: Discord, tmp_path: Path) -> None:
    [fault] = await faults(discord, tmp_path, DISCORD_TOKEN="MTE.wrong.token")  # noqa: S106 -- not one
    assert (fault.topic, fault.state) == ("token", "refused")


async def test_a_token_that_only_the_gateway_refuses_is_the_same(discord: Discord, tmp_path: Path) -> None:
    discord.gateway.refuse_identify = 4004
    with pytest.raises(TokenRefused):
        await ask(settings(discord, tmp_path))


@pytest.mark.parametrize(("code", "state"), [(4014, "intents"), (4013, "intents"), (4011, "closed")])
async def test_a_gateway_that_closes_is_told_by_its_code(
    discord: Discord, tmp_path: Path, code: int, state: str
) -> None:
    discord.guild("Pier Press")
    discord.gateway.refuse_identify = code
    [fault] = await faults(discord, tmp_path)
    assert (fault.topic, fault.state, fault.detail) == ("gateway", state, str(code))


async def test_with_no_start_left_the_gateway_is_not_asked(discord: Discord, tmp_path: Path) -> None:
    discord.guild("Pier Press")
    discord.rest.starts = 0
    [fault] = await faults(discord, tmp_path)
    assert (fault.topic, fault.state) == ("gateway", "exhausted")
    assert discord.gateway.identified == []


async def test_rights_that_are_missing_are_named_by_server(discord: Discord, tmp_path: Path) -> None:
    discord.guild("Pier Press")
    poor = discord.guild("Poor Quay")
    for role in discord.backend.guilds[poor.id].roles.values():
        role.permissions = 0
    [fault] = await faults(discord, tmp_path)
    assert (fault.topic, fault.state) == ("permissions", "missing")
    assert fault.detail.startswith("Poor Quay: ")
    assert "Send Messages" in fault.detail


async def test_every_server_is_looked_at_however_many_pages_they_fill(
    discord: Discord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portal, "PAGE", 2)
    for number in range(5):
        discord.guild(f"Quay {number}")
    names = [name for name, _ in (await ask(settings(discord, tmp_path))).servers]
    assert sorted(names) == [f"Quay {number}" for number in range(5)]


async def test_a_bot_in_no_server_is_told_to_be_invited(discord: Discord, tmp_path: Path) -> None:
    [fault] = await faults(discord, tmp_path)
    assert (fault.topic, fault.state) == ("servers", "none")


async def test_a_clock_that_is_wrong_is_found_by_discords_own(discord: Discord, tmp_path: Path) -> None:
    discord.guild("Pier Press")
    [fault] = await faults(discord, tmp_path, now=datetime.now(UTC) + timedelta(minutes=5))
    assert (fault.topic, fault.state) == ("clock", "wrong")


@pytest.mark.parametrize("path", ["/users/@me", "/users/@me/guilds", "/gateway/bot"])
async def test_a_discord_that_fails_is_away(discord: Discord, tmp_path: Path, path: str) -> None:
    discord.fail("GET", path, 503, times=5)
    with pytest.raises(DiscordAway):
        await ask(settings(discord, tmp_path))


async def test_a_discord_that_is_not_there_is_away(discord: Discord, tmp_path: Path) -> None:
    [fault] = await faults(discord, tmp_path, DISCORD_API_BASE="http://127.0.0.1:9/api/v10")
    assert (fault.topic, fault.state) == ("token", "unreachable")


async def test_a_gateway_that_is_not_there_is_away(discord: Discord, tmp_path: Path) -> None:
    [fault] = await faults(discord, tmp_path, DISCORD_GATEWAY_URL="ws://127.0.0.1:9/")
    assert (fault.topic, fault.state) == ("token", "unreachable")
