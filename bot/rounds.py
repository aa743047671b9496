"""What happens by the clock: feeds, digests, changes posted for admins, tidying, and deleting what was left."""

from __future__ import annotations

import asyncio
import logging
import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot import notices
from bot.cards import Accent, card
from bot.client import Client
from bot.shelf import NEVER
from index.errors import QuotedeskError

if TYPE_CHECKING:
    import discord

    from index.feeds import Outcome
    from index.library import Library
    from index.models import Follow

log = logging.getLogger(__name__)

PAUSE_SECONDS = 60.0
TIDY_EVERY = timedelta(hours=1)
# A library that no one uses is opened this often: it costs four threads and some megabytes while it is.
VISIT_EVERY = timedelta(minutes=10)


class Rounds:
    """Goes through the libraries in use once a minute; a fault in one costs the others nothing."""

    def __init__(self, bot: Client) -> None:
        self._bot = bot
        self._tidied: dict[int, datetime] = {}
        self._visited: dict[int, datetime] = {}
        self._posted: dict[int, int] = {}

    async def keep_on(self) -> None:
        """Make rounds until cancelled."""
        while True:
            await asyncio.sleep(PAUSE_SECONDS)
            if self._bot.is_ready():
                await self.once(datetime.now(UTC))

    async def once(self, now: datetime) -> None:
        """One round."""
        for server in await asyncio.to_thread(self._bot.shelf.servers):
            guild = self._bot.get_guild(server)
            if guild is not None and not self._is_wanted(server, now):
                continue
            try:
                await (self._left(server, now) if guild is None else self._served(guild, now))
            except QuotedeskError as error:
                log.warning("the round of server %d: %s", server, error)
            except Exception:
                log.exception("the round of server %d", server)
            await self._bot.shelf.close_idle()

    def _is_wanted(self, server: int, now: datetime) -> bool:
        """Whether it is the turn of a library: each time while it is in use, else now and then."""
        wanted = self._bot.shelf.is_open(server) or now - self._visited.get(server, NEVER) >= VISIT_EVERY
        if wanted:
            self._visited[server] = now
        return wanted

    async def _left(self, server: int, now: datetime) -> None:
        """Start the clock of a server left while the bot was away; delete the library when it has run out."""
        from index.library.upkeep import GRACE

        async with self._bot.shelf.library(server, passing=True) as library:
            since = await library.upkeep.left()
            if since is None:
                await library.upkeep.leave()
        if since is not None and since + GRACE <= now:
            await self._bot.shelf.delete(server)
            log.info("deleted the library of server %d, left at %s", server, since.date())

    async def _served(self, guild: discord.Guild, now: datetime) -> None:
        async with self._bot.shelf.library(guild.id, passing=True) as library:
            if await library.upkeep.left() is not None:
                await library.upkeep.rejoin()
            await self._poll(guild, library, now)
            await self._revisit(library, now)
            for digest in await library.follows.due(now):
                sent = await notices.send_digest(self._bot, digest, guild)
                # Also where it could not be sent: what no one can read is not tried anew each minute.
                await library.follows.sent(digest.follow.id, now)
                if not sent:
                    await self._lost(guild, library, digest.follow)
            await self._post_changes(guild, library)
            if now - self._tidied.get(guild.id, now - TIDY_EVERY) >= TIDY_EVERY:
                await library.upkeep.tidy(now)
                self._tidied[guild.id] = now

    async def _lost(self, guild: discord.Guild, library: Library, follow: Follow) -> None:
        """End a digest whose channel is gone, and tell who asked for it."""
        if follow.channel is None or guild.get_channel_or_thread(int(follow.channel)) is not None:
            return
        await library.follows.remove(follow.id, reader=follow.reader)
        text = self._bot.renderer.text("discord/follow/lost.j2", follow=follow, server=guild.name)
        await notices.tell(self._bot, follow.reader, card(text, accent=Accent.WARNING))

    async def _poll(self, guild: discord.Guild, library: Library, now: datetime) -> None:
        if not await library.feeds.due(now):
            return
        from index.feeds import Poller

        async def hear(outcome: Outcome) -> None:
            if outcome.tell:
                await self._warn(guild, library, outcome)
            await notices.announce(self._bot, library, outcome)

        poller = Poller(
            library.feeds, library.articles, self._bot.web, clock=lambda: now, rng=random.SystemRandom()
        )
        await poller.round(hear)

    async def _revisit(self, library: Library, now: datetime) -> None:
        """Look at some cited pages again, where the admins wish it and it is night."""
        if pages := await library.rechecks.due(now):
            from index.feeds import revisit

            await revisit(pages, store=library.rechecks, articles=library.articles, web=self._bot.web)

    async def _warn(self, guild: discord.Guild, library: Library, outcome: Outcome) -> None:
        """Tell the admins once that a feed fails."""
        text = self._bot.renderer.text("discord/feed/failing.j2", feed=outcome.feed)
        settings = await library.settings.get()
        notice = card(text, accent=Accent.WARNING)
        if settings.audit_channel is not None:
            await notices.post(self._bot, settings.audit_channel, notice)
        elif guild.owner_id is not None:
            await notices.tell(self._bot, str(guild.owner_id), notice)

    async def _post_changes(self, guild: discord.Guild, library: Library) -> None:
        """Post the changes since the last round where the admins wish it; none from before the bot's start."""
        settings = await library.settings.get()
        if settings.audit_channel is None:
            return
        page = await library.audit.list(limit=5)
        newest = max((entry.id for entry in page.items), default=0)
        seen = self._posted.get(guild.id, newest)
        self._posted[guild.id] = newest
        fresh = [entry for entry in page.items if entry.id > seen]
        if fresh:
            text = self._bot.renderer.text("discord/desk/changes.j2", entries=list(reversed(fresh)))
            await notices.post(self._bot, settings.audit_channel, card(text, accent=Accent.DESK))
