"""A burst: many questions at once in several servers, while an import runs in one of them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bot.libraries import library_path
from index.library import Library
from tests.load import newsroom
from tests.load.figures import Figures, doubled
from tests.wire.loopback import BotProcess, Discord, Guild, Member, quotedesk

STOCK = 60
"""Articles in each server before the questions come."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A server under load: its word, a reader and an admin."""

    word: str
    guild: Guild
    reader: Member
    admin: Member


@asynccontextmanager
async def newsrooms(
    data: Path, servers: int, *, environment: Mapping[str, str] | None = None
) -> AsyncIterator[tuple[Discord, list[Desk], BotProcess]]:
    """A loopback with so many stocked servers, and the bot running in them with this environment."""
    async with Discord() as discord:
        desks = []
        for word in newsroom.SERVERS[:servers]:
            guild = discord.guild(word.title())
            desks.append(Desk(word, guild, guild.member("Reader"), guild.member("Editor", admin=True)))
            async with Library.open(library_path(data, str(guild.id)), create=True) as library:
                await library.articles.add_many([newsroom.article(word, n) for n in range(STOCK)], by="load")
        watch = {"QUOTEDESK_WATCH": str(data / "loop.json"), **(environment or {})}
        bot = await BotProcess.start(discord, data, module="tests.load.watched", **watch)
        try:
            yield discord, desks, bot
        finally:
            if bot.running:
                await bot.stop()


async def burst(data: Path, *, servers: int = 3, questions: int = 200, imported: int = 300) -> Figures:
    """Ask all questions at once; every one must be answered once, in time, from its own server."""
    figures = Figures()
    async with newsrooms(data, servers) as (discord, desks, bot):
        importing = asyncio.create_task(_import(data, desks[0], imported))
        began = time.monotonic()
        asked = [(desks[n % servers], q) for n, q in enumerate(islice(newsroom.questions(), questions))]
        exchanges = [
            desk.guild.member(f"Reader {n}").start("ask", question=q) for n, (desk, q) in enumerate(asked)
        ]
        answers = await asyncio.gather(
            *(desk.reader.see(e, q, seconds=60) for e, (desk, q) in zip(exchanges, asked, strict=True)),
            return_exceptions=True,
        )
        figures.seconds = time.monotonic() - began
        figures.imported = await importing
        for (desk, question), answer in zip(asked, answers, strict=True):
            figures.note(desk.word, question, answer)
        figures.faults += doubled(discord, exchanges)
        figures.memory = bot.memory()
        code = await bot.stop()
        figures.faults += [f"the bot ended with {code}: {bot.errors[-500:]}"] * (code != 0)
    figures.read_loop(data / "loop.json")
    return figures


async def _import(data: Path, desk: Desk, count: int) -> int:
    """Add articles to a server's library from the command line, as an operator does, while the bot runs."""
    if not count:
        return 0
    file = data / "import.jsonl"
    file.write_bytes(newsroom.json_lines(desk.word, range(STOCK, STOCK + count)))
    process = await quotedesk(data, "--library", str(desk.guild.id), "add", str(file))
    code = await process.wait()
    if code != 0:
        raise AssertionError(f"the import ended with {code}")
    return count
