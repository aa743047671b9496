"""One loopback Discord and one bot process serve most of the wire tests; each test brings its own people."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.demo import sample_drafts
from bot.libraries import library_path
from index.library import Library
from tests.wire.loopback import BotProcess, Discord, Guild, Member, Site


class Desk:
    """The running bot, its Discord and its data folder."""

    def __init__(self, discord: Discord, bot: BotProcess, data: Path) -> None:
        self.discord = discord
        self.bot = bot
        self.data = data

    async def guild(self, name: str, *, stocked: bool = True) -> Guild:
        """A new server; `stocked` with the sample articles."""
        guild = self.discord.guild(name)
        if stocked:
            await stock(self.data, guild)
        return guild


async def stock(data: Path, guild: Guild) -> None:
    """Put the sample articles into a server's library."""
    async with Library.open(library_path(data, str(guild.id)), create=True) as library:
        await library.articles.add_many(sample_drafts(), by="wire")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    """The bot that most wire tests share."""
    data = tmp_path_factory.mktemp("desk")
    async with Discord() as discord:
        desk = Desk(discord, await BotProcess.start(discord, data), data)
        yield desk
        if desk.bot.running:  # a test may have started it anew
            await desk.bot.stop()


class Office(Desk):
    """A running bot that may fetch from `site`, and makes its rounds without waiting long."""

    def __init__(self, discord: Discord, bot: BotProcess, data: Path, site: Site) -> None:
        super().__init__(discord, bot, data)
        self.site = site


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def office(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    """The bot of the tests that need the web or the clock."""
    data = tmp_path_factory.mktemp("office")
    async with Discord() as discord, Site() as site:
        bot = await BotProcess.start(discord, data, module=site.module, **site.environment)
        office = Office(discord, bot, data, site)
        yield office
        if office.bot.running:
            await office.bot.stop()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def guild(desk: Desk) -> Guild:
    """A server with the sample articles, for tests that change nothing in it."""
    return await desk.guild("Harbour Readers")


@pytest.fixture
def reader(guild: Guild) -> Member:
    """A person who has not asked anything yet."""
    return guild.member("Ines")


@pytest.fixture
def nothing_refused(desk: Desk) -> Iterator[None]:
    """After the test: Discord refused nothing, its document forbids nothing, nothing was unexpected."""
    yield from _in_order(desk)


@pytest.fixture
def office_in_order(office: Office) -> Iterator[None]:
    """The same of the bot that has the web."""
    yield from _in_order(office)


def _in_order(desk: Desk) -> Iterator[None]:
    before = len(desk.discord.refused), len(desk.bot.errors)
    yield
    assert desk.discord.refused[before[0] :] == []
    assert desk.discord.violations() == []
    assert "Traceback" not in desk.bot.errors[before[1] :]
