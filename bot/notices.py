"""Messages that no one waits for: thanks, digests, changes posted for admins, the welcome."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING

import discord

from bot.answers import passage_buttons
from bot.buttons import Press, button
from bot.cards import Accent, Card, card
from bot.client import Client
from bot.pages import PER_PAGE, fitted, room_beside
from bot.permissions import lacking

if TYPE_CHECKING:
    from bot.render import Renderer
    from index.feeds import Outcome
    from index.library import Library
    from index.models import Digest, Flag

log = logging.getLogger(__name__)

# Titles in one message of news; what is more is counted.
ANNOUNCED = 8


async def tell(bot: Client, person: str, notice: Card, *, nonce: str | None = None) -> bool:
    """Send a direct message; False where the person does not take any. One nonce is one message."""
    try:
        channel = await bot.create_dm(discord.Object(int(person)))
        await channel.send(view=notice, nonce=nonce or _nonce())
    except discord.HTTPException:
        log.info("someone takes no direct messages")
        return False
    return True


async def post(bot: Client, channel: str, notice: Card, *, nonce: str | None = None) -> bool:
    """Post in a channel; False where the bot cannot. One nonce is one message."""
    target = bot.get_channel(int(channel))
    if not isinstance(target, discord.abc.Messageable):
        log.info("a channel for notices is gone")
        return False
    try:
        await target.send(view=notice, nonce=nonce or _nonce())
    except discord.HTTPException as error:
        log.warning("cannot post a notice: %s", error)
        return False
    return True


async def thank(bot: Client, flag: Flag) -> None:
    """Tell the reader of a report what came of it."""
    if flag.reader is not None:
        text = bot.renderer.text("discord/thanks.j2", outcome=flag.outcome, words=flag.passage.text)
        await tell(bot, flag.reader, card(text, accent=Accent.DONE))


async def send_digest(bot: Client, digest: Digest, guild: discord.Guild) -> bool:
    """Send a digest to its channel or reader; sent again after a stop, it is still one message."""
    follow = digest.follow
    nonce = f"{follow.id}-{int((follow.last_sent or follow.made).timestamp())}"
    notice = digest_card(bot.renderer, digest, guild, direct=follow.channel is None)
    if follow.channel is not None:
        return await post(bot, follow.channel, notice, nonce=nonce)
    return await tell(bot, follow.reader, notice, nonce=nonce)


def _nonce() -> str:
    """What makes a request that is sent again for want of a confirmation one message; at most 25 characters."""
    return secrets.token_hex(12)


def digest_card(renderer: Renderer, digest: Digest, guild: discord.Guild, *, direct: bool) -> Card:
    """A digest. In a direct message only Unfollow has a server to ask: it names it."""
    template = "discord/digest.j2"
    server = guild.name if direct else ""
    passages = digest.passages[:PER_PAGE]
    bare = renderer.text(template, digest=digest, blocks=[], server=server)
    blocks = fitted(renderer, passages, room_beside(bare))
    text = renderer.text(template, digest=digest, blocks=blocks, server=server)
    rows: list[list[Press]] = [
        [] if direct else passage_buttons(renderer, passage) for passage in passages[: len(blocks)]
    ]
    rows.append(button(renderer.label("buttons.unfollow"), "unfollow", [digest.follow.id, guild.id]))
    return card(text, rows=rows)


async def announce(bot: Client, library: Library, outcome: Outcome) -> None:
    """Post what a feed has brought where the admins wish it; a feed's first articles are no news."""
    channel = (await library.settings.get()).news_channel
    if channel is not None and outcome.news:
        news = outcome.news[:ANNOUNCED]
        text = bot.renderer.text("discord/feed/news.j2", feed=outcome.feed, news=news, total=len(outcome.news))
        await post(bot, channel, card(text))


def welcome_channel(guild: discord.Guild) -> discord.TextChannel | None:
    """Where to say hello: the system channel, else the first in which the bot may write."""
    channels = [guild.system_channel, *guild.text_channels]
    return next((each for each in channels if each is not None and not lacking(each, guild.me)), None)


async def welcome(bot: Client, guild: discord.Guild) -> None:
    """Say hello in a server that has just been joined."""
    channel = welcome_channel(guild)
    if channel is not None:
        await post(bot, str(channel.id), card(bot.renderer.text("discord/welcome.j2"), accent=Accent.DESK))
