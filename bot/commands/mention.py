"""Questions by mention, and follow-ups by replying to an answer."""

from __future__ import annotations

import logging
from dataclasses import replace

import discord

from bot import errors, replies, requests
from bot.answers import answer_card, greeting_card, wanted
from bot.asked import Asked, answer
from bot.cards import Accent, Card, card
from bot.client import Client
from bot.cooldowns import TooSoon
from bot.hearing import Heard, question_of, wants_more
from bot.permissions import lacking
from index.questions import asks_nothing

log = logging.getLogger(__name__)


async def setup(bot: Client) -> None:
    """Listen to messages."""

    @bot.event
    async def on_message(message: discord.Message) -> None:
        question = question_of(_heard(bot, message), bot.me)
        if question is None:
            return
        requests.begin()
        with bot.work.one():
            try:
                await _respond(bot, message, question)
            except TooSoon as error:
                # One refusal says it; a refusal for each message would be a flood of its own.
                if error.first:
                    await _say(message, errors.explain(bot.renderer, error))
            except Exception as error:  # noqa: BLE001  # the last stop of every error
                await _say(message, errors.explain(bot.renderer, error))


def _heard(bot: Client, message: discord.Message) -> Heard:
    return Heard(
        content=message.content,
        from_bot=message.author.bot or message.is_system(),
        direct=message.guild is None,
        mentioned=any(user.id == bot.me for user in message.mentions),
    )


async def _respond(bot: Client, message: discord.Message, question: str) -> None:
    if message.guild is None:
        await _say(message, card(bot.renderer.text("discord/direct_message.j2"), accent=Accent.DESK))
        return
    if await _cannot_post(bot, message):
        return
    bot.cooldowns.take(message.author.id, message.guild.id)
    async with bot.shelf.library(message.guild.id) as library:
        settings = await library.settings.get()
        if not replies.answers_in(settings, message.channel):
            text = bot.renderer.text("discord/other_channel.j2", channels=settings.channels[:10])
            await _say(message, card(text, accent=Accent.NEAR))
            return
        asked, page = _asked(bot, message, question)
        if not page and (not question or asks_nothing(question, goes_on=bool(asked.before))):
            await _say(message, await greeting_card(bot.renderer, library))
            return
        async with message.channel.typing():
            found, beside = await answer(library, asked, limit=wanted(page))
            await _say(message, answer_card(bot.renderer, found, asked, page, beside=beside))


def _asked(bot: Client, message: discord.Message, question: str) -> tuple[Asked, int]:
    """The question, after the one of the card that it replies to, or that one again; and the answer’s page."""
    replied = message.reference.resolved if message.reference else None
    if isinstance(replied, discord.Message) and replied.author.id == bot.me:
        turned = Asked.turned(replied) if wants_more(question) else None
        if turned is not None:
            return replace(turned[0], asker=message.author.id), turned[1]
        earlier = Asked.of_card(replied)
        if earlier is not None and earlier.whole:
            return earlier.followed_by(question, message.author.id), 0
    return Asked(question, message.author.id), 0


async def _cannot_post(bot: Client, message: discord.Message) -> bool:
    """Whether the bot may not answer in the channel; then it explains that to the author in private."""
    assert message.guild is not None  # noqa: S101  # the caller has seen to it
    channel = message.channel
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return False
    missing = lacking(channel, message.guild.me)
    if not missing:
        return False
    rights = [bot.renderer.label(f"rights.{name}") for name in missing]
    text = bot.renderer.text("discord/cannot_post.j2", channel=channel.id, rights=rights)
    try:
        await message.author.send(view=card(text, accent=Accent.WARNING))
    except discord.HTTPException:
        log.info("cannot post in a channel, nor to its reader: %s", ", ".join(missing))
    return True


async def _say(message: discord.Message, reply: Card) -> None:
    try:
        await replies.reply(message, reply)
    except discord.HTTPException as failure:
        log.warning("a message could not be answered: %s", failure)
