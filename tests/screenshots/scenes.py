"""The messages that are photographed, each got from the bot as a person gets it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.demo import sample_drafts
from bot.libraries import library_path
from index.library import Library
from index.models import Draft
from index.parsing import parse_file
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
        bot = await BotProcess.start(discord, data, module="tests.wire.hasty")
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
    found = await at.reader().run("compare", left="Ana Korvel", right="Tomas Ried", topic="the closed season")
    return _shot(at, "comparison", found, "Ines", "/compare")


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


async def flags(at: Stage) -> Shot:
    reader = at.reader()
    form = await reader.press(await reader.ask("what did Korvel promise?"), "Flag")
    await reader.submit(form, reason=["speaker"], note="Was this not Mirta Oslen?")
    found = await at.editor().run("quotedesk flags")
    return _shot(at, "flag-queue", found, "Marek", "/quotedesk flags")


async def digest(at: Stage) -> Shot:
    reader = at.reader()
    earlier = datetime.now(UTC) - timedelta(days=2)
    async with Library.open(library_path(at.data, str(at.guild.id)), clock=lambda: earlier) as library:
        await library.settings.change(by="cli", digest_hour=0, quiet_from=0, quiet_until=0)
        await library.follows.add(str(reader.id), "Ana Korvel", kind="person", every="day", channel=None)
        drafts = [each for each in parse_file(ARTICLE.name, ARTICLE.read_bytes()) if isinstance(each, Draft)]
        await library.articles.add_many(drafts, by="cli")
    [found] = await at.discord.until(lambda: reader.mail, "the digest")
    return take("digest", found, at.discord)


async def status(at: Stage) -> Shot:
    at.guild.add_channel("archive").deny_bot("send_messages")
    found = await at.editor().run("quotedesk status")
    return _shot(at, "status", found, "Marek", "/quotedesk status")


async def audit(at: Stage) -> Shot:
    editor = at.editor()
    await editor.run("article edit", article="ferry-contract", author="Ola Brandt")
    await editor.run("article remove", article="ferry-contract")
    found = await editor.run("quotedesk audit")
    return _shot(at, "audit", found, "Marek", "/quotedesk audit")


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
    flags,
    status,
    audit,
    settings,
    error,
    form,
    digest,
)
