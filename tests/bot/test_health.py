from __future__ import annotations

import logging
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot import health, requests
from bot.app import Quotedesk
from bot.config import Settings
from bot.health import PortTaken, examine
from index.errors import LibraryDamaged
from tests.bot.conftest import Desk, a_bot

QUESTION = "what did Korvel promise about the quay?"


async def got(port: int | None, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/{path}") as response:
        return response.status, await response.text()


@pytest.fixture
async def port(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int | None]:
    """The desk's bot with its endpoint on a free port; simcord's shards have no socket, so they count as up."""
    settings = desk.bot.settings.model_copy(update={"metrics_port": 0})
    monkeypatch.setattr(desk.bot, "settings", settings)
    monkeypatch.setattr(desk.bot, "connected", lambda: True)
    async with health.endpoint(desk.bot) as served:
        yield served


async def test_without_a_port_nothing_is_served(tmp_path: Path) -> None:
    async with health.endpoint(a_bot(tmp_path)) as port:
        assert port is None


async def test_a_bot_that_answers_is_up_and_says_so(desk: Desk, port: int | None) -> None:
    assert (await examine(desk.bot)).up
    status, text = await got(port, "health")
    assert status == 200
    assert '"up": true' in text
    assert '"gateway": "ready", "database": "ok", "last_event_seconds": ' in text


async def test_a_lost_gateway_is_down(desk: Desk, port: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.bot, "connected", lambda: False)
    status, text = await got(port, "health")
    assert status == 503
    assert '"gateway": "lost"' in text


async def test_a_bot_that_is_not_ready_yet_is_down(tmp_path: Path) -> None:
    found = await examine(a_bot(tmp_path))
    assert (found.gateway, found.up) == ("connecting", False)


async def test_a_library_that_cannot_be_read_is_down_without_its_path(desk: Desk, port: int | None) -> None:
    class Broken:
        async def get(self) -> None:
            raise LibraryDamaged(f"{desk.bot.settings.data}: the library is damaged.")

    async with desk.bot.shelf.library(desk.guild.id) as library:
        library.settings = Broken()  # type: ignore[assignment]  # a desk that only fails
        status, text = await got(port, "health")
    assert status == 503
    assert '"database": "LibraryDamaged"' in text
    assert str(desk.bot.settings.data) not in text


async def test_requests_are_counted_by_command_and_outcome_and_name_nobody(
    desk: Desk, port: int | None
) -> None:
    await desk.reader.slash(desk.channel, "ask", question=QUESTION)
    await desk.reader.slash(desk.channel, "person", name="Zzyzx Quorl")
    await desk.reader.autocomplete(desk.channel, "ask", "speaker", "korv", question="q")
    desk.env._errors_acknowledged = desk.env.error_cursor
    status, text = await got(port, "metrics")
    assert status == 200
    assert 'quotedesk_request_seconds_count{outcome="answered",request="ask"} 1.0' in text
    assert 'request="person"} 1.0' in text
    assert 'outcome="answered",request="autocomplete"} 1.0' in text
    assert "quotedesk_servers 1.0" in text
    assert "quotedesk_libraries_open 1.0" in text
    assert "process_resident_memory_bytes" in text
    for secret in (str(desk.guild.id), str(desk.reader.id), "quay", "Zzyzx"):
        assert secret not in text


async def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        bot = Quotedesk(Settings(QUOTEDESK_DATA=tmp_path, QUOTEDESK_METRICS_PORT=port, _env_file=None))  # type: ignore[call-arg]
        with pytest.raises(PortTaken, match="in use"):
            async with health.endpoint(bot):
                pass


async def test_one_id_goes_from_the_interaction_through_the_log_to_its_end(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    ids: dict[str, str] = {}

    class Noting(logging.Filter):
        def filter(self, record: logging.LogRecord) -> bool:
            ids[record.getMessage().partition(" after")[0]] = requests.current()
            return True

    caplog.set_level(logging.DEBUG)
    watch = Noting()
    caplog.handler.addFilter(watch)
    await desk.reader.slash(desk.channel, "ask", question=QUESTION)
    result = await desk.reader.slash(desk.channel, "ask", question=QUESTION, since="the day of never")
    caplog.handler.removeFilter(watch)
    desk.expected("NoDay")
    assert result.ephemeral
    assert len(ids["ask: answered"]) == len(ids["ask: no_day"]) == 7
    assert ids["ask: answered"] != ids["ask: no_day"]
    assert "quay" not in caplog.text
