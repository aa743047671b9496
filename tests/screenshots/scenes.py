"""The twelve messages that are photographed, each got from the bot as a person gets it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.demo import sample_drafts
from bot.libraries import library_path
from index.library import Library
from tests.screenshots.capture import Shot, take
from tests.wire.loopback import Answer, BotProcess, Discord, Guild, Member

ARTICLE = Path(__file__).with_name("breakwater.txt")


@dataclass(slots=True)
class Stage:
    """Where the scenes play."""

    discord: Discord
    guild: Guild
    bot: BotProcess
    data: Path

    def reader(self) -> Member:
        return self.guild.member("Ines")

    def editor(self) -> Member:
        return self.guild.member("Marek", admin=True)


Scene = Callable[[Stage], Awaitable[Shot]]


@asynccontextmanager
async def stage(data: Path) -> AsyncIterator[Stage]:
    """A server with the sample library and the bot in it."""
    async with Discord() as discord:
        guild = discord.guild("Harbour Readers")
        async with Library.open(library_path(data, str(guild.id)), create=True) as library:
            await library.articles.add_many(sample_drafts(), by="cli")
        bot = await BotProcess.start(discord, data)
        try:
            yield Stage(discord, guild, bot, data)
        finally:
            if bot.running:
                await bot.stop()


def _shot(at: Stage, name: str, answer: Answer, who: str, what: str) -> Shot:
    return take(name, answer, at.discord, who=who, what=what)


async def answer(at: Stage) -> Shot:
    found = await at.reader().ask("what did Korvel promise?")
    return _shot(at, "answer", found, "Ines", "/ask")


async def no_answer(at: Stage) -> Shot:
    found = await at.reader().ask("what did Osgood Penhallow say about pensions?")
    return _shot(at, "no-answer", found, "Ines", "/ask")


async def person(at: Stage) -> Shot:
    found = await at.reader().run("person", name="Ana Korvel")
    return _shot(at, "person", found, "Ines", "/person")


async def verify(at: Stage) -> Shot:
    words = "No boat will be turned away while I am president"
    found = await at.reader().run("verify", words=words, speaker="Ana Korvel")
    return _shot(at, "verify", found, "Ines", "/verify")


async def comparison(at: Stage) -> Shot:
    found = await at.reader().ask("compare Korvel and Ried on the talks")
    return _shot(at, "comparison", found, "Ines", "/ask")


async def quotes(at: Stage) -> Shot:
    reader = at.reader()
    first = await reader.run("quotes", speaker="Tomas Ried")
    found = await reader.press(first, "Next page")
    return _shot(at, "quotes", found, "Ines", "/quotes")


async def preview(at: Stage) -> Shot:
    found = await at.editor().run("article add", file=(ARTICLE.name, ARTICLE.read_bytes()))
    return _shot(at, "article-preview", found, "Marek", "/article add")


async def listing(at: Stage) -> Shot:
    found = await at.editor().run("article list")
    return _shot(at, "article-list", found, "Marek", "/article list")


async def form(at: Stage) -> Shot:
    found = await at.editor().run("article add")
    return _shot(at, "article-form", found, "Marek", "/article add")


async def settings(at: Stage) -> Shot:
    found = await at.editor().run("quotedesk settings")
    return _shot(at, "settings", found, "Marek", "/quotedesk settings")


async def error(at: Stage) -> Shot:
    found = await at.reader().run("article list", force=True)
    return _shot(at, "error", found, "Ines", "/article list")


SCENES: tuple[Scene, ...] = (
    answer,
    no_answer,
    person,
    verify,
    comparison,
    quotes,
    preview,
    listing,
    settings,
    error,
    form,
)
