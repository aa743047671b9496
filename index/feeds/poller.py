"""Polls the feeds of one library; what fails, fails alone."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
from collections.abc import Awaitable, Callable
from datetime import datetime
from urllib.parse import urlsplit

from index.errors import PageRefused, QuotedeskError
from index.feeds.documents import Entry, FeedDocument, parse_feed
from index.feeds.entries import Taken, take
from index.feeds.ports import ArticleSink, FeedStore, Outcome, Web
from index.feeds.schedule import TELL_AFTER, after_failure, after_success, is_news
from index.models import Feed, FeedResponse, Poll

# A first run stores the newest so many and takes the rest as read; later polls take so many at a time.
FIRST_RUN = 50
ONE_RUN = 30
# Hosts polled at the same time; more would be felt by the readers' questions on two cores.
HOSTS_AT_ONCE = 4
# Seconds for one feed with its articles: 50 pages at a second's pause, most of them prompt.
LONGEST_POLL = 300.0

log = logging.getLogger(__name__)


class Poller:
    """Asks feeds for news when they are due.

    `store` and `articles` are the library's desks, `web` a fetcher, `clock` returns aware moments, `rng`
    spreads the polls. Nothing here sleeps or loops: call `round` every minute or so.
    """

    def __init__(
        self,
        store: FeedStore,
        articles: ArticleSink,
        web: Web,
        *,
        clock: Callable[[], datetime],
        rng: random.Random,
    ) -> None:
        self._store = store
        self._articles = articles
        self._web = web
        self._clock = clock
        self._rng = rng

    async def round(self, hear: Callable[[Outcome], Awaitable[None]]) -> int:
        """Poll all that are due, hosts beside one another; return how many.

        `hear` is awaited with each outcome as it comes; what it raises costs that outcome only.
        """
        due = await self._store.due(self._clock())
        hosts: dict[str, list[Feed]] = {}
        for feed in due:
            hosts.setdefault(urlsplit(feed.url).netloc.lower(), []).append(feed)
        room = asyncio.Semaphore(HOSTS_AT_ONCE)

        async def work(feeds: list[Feed]) -> None:
            async with room:
                for feed in feeds:
                    await self._guarded(feed, hear)

        async with asyncio.TaskGroup() as tasks:
            for feeds in hosts.values():
                tasks.create_task(work(feeds))
        return len(due)

    async def poll(self, feed: Feed) -> Outcome:
        """Poll one feed now, due or not; all but the library's own errors become the feed's health."""
        try:
            # Twice the time after which no new page is begun: this is for a fetcher without limits of its own.
            async with asyncio.timeout(2 * LONGEST_POLL):
                answer = await self._web.conditional(feed.url, feed.etag, feed.modified)
                return await self._judged(feed, answer)
        except PageRefused as error:
            return await self._failed(feed, f"{error.reason} {error.advice}".strip())
        except TimeoutError:
            return await self._failed(feed, "takes too long.")

    async def _guarded(self, feed: Feed, hear: Callable[[Outcome], Awaitable[None]]) -> None:
        """Poll, and keep any fault with one feed from costing the others their turn."""
        try:
            await hear(await self.poll(feed))
        except QuotedeskError:
            # The library is full or damaged, or the feed was removed meanwhile: nothing to note anywhere.
            log.warning("feed %d was not recorded", feed.id, exc_info=True)
        except Exception:
            log.exception("feed %d could not be polled", feed.id)
            with contextlib.suppress(QuotedeskError):
                await self._failed(feed, "could not be read by this program; the log says why.")

    async def _judged(self, feed: Feed, answer: FeedResponse) -> Outcome:
        if answer.status == 304:  # noqa: PLR2004 (HTTP)
            return await self._good(feed, answer, None, [])
        if answer.status == 410:  # noqa: PLR2004 (HTTP)
            reason = "has been taken down (410)."
            gone = await self._store.record(feed.id, Poll("gone", None, reason, told=True))
            return Outcome(gone, tell=not feed.told)
        if answer.status != 200:  # noqa: PLR2004 (HTTP)
            return await self._failed(feed, f"answers with an error ({answer.status}).", answer)
        document = await asyncio.to_thread(
            parse_feed, answer.body, answer.url, content_type=answer.content_type
        )
        first = feed.last_good is None
        fresh = await self._fresh(feed, document)
        taken = await self._take(fresh[: FIRST_RUN if first else ONE_RUN], document.title or feed.title)
        complete = first or len(taken) == len(fresh)
        return await self._good(feed, answer, document, taken, first=first, complete=complete)

    async def _fresh(self, feed: Feed, document: FeedDocument) -> list[Entry]:
        """Return the entries of which no name is known, each once."""
        names = {name for entry in document.entries for name in entry.names}
        known = set(await self._store.known(feed.id, names))
        fresh: list[Entry] = []
        for entry in document.entries:
            if known.isdisjoint(entry.names):
                fresh.append(entry)
                known.update(entry.names)
        return fresh

    async def _take(self, entries: list[Entry], source: str) -> list[Taken]:
        """Take entries in order until the time for one feed is over; the rest waits for the next poll."""
        loop = asyncio.get_running_loop()
        end = loop.time() + LONGEST_POLL
        today = self._clock().date()
        taken: list[Taken] = []
        for entry in entries:
            if loop.time() > end:
                break
            taken.append(await take(entry, source, web=self._web, articles=self._articles, today=today))
        return taken

    async def _good(
        self,
        feed: Feed,
        answer: FeedResponse,
        document: FeedDocument | None,
        taken: list[Taken],
        *,
        first: bool = False,
        complete: bool = True,
    ) -> Outcome:
        """Note a good poll; `document` is None where nothing had changed, not `complete` where entries wait."""
        now = self._clock()
        new = [one for one in taken if one.added is not None and one.added.outcome == "added"]
        # Entries that wait would be hidden behind "not modified".
        complete = complete and all(one.done for one in taken)
        titled = document is not None and document.title and feed.title == feed.url
        poll = Poll(
            state="ok",
            next_try=after_success(now, document.every if document else None, self._rng),
            etag=(answer.etag or feed.etag) if complete else None,
            modified=(answer.modified or feed.modified) if complete else None,
            url=answer.moved if answer.moved != feed.url else None,
            title=document.title if document and titled else None,
            stored=len(new),
            entries=_done(document, taken, first=first),
        )
        recorded = await self._store.record(feed.id, poll)
        news = [one.added for one in new if one.added is not None and is_news(one.published, now.date())]
        skipped = sum(one.added is None for one in taken)
        return Outcome(recorded, () if first else tuple(news), len(new), skipped)

    async def _failed(self, feed: Feed, reason: str, answer: FeedResponse | None = None) -> Outcome:
        failures = feed.failures + 1
        tell = failures >= TELL_AFTER and not feed.told
        poll = Poll(
            state="failing",
            next_try=after_failure(self._clock(), failures, answer.retry_after if answer else None, self._rng),
            reason=reason,
            etag=feed.etag,
            modified=feed.modified,
            told=feed.told or tell,
        )
        recorded = await self._store.record(feed.id, poll)
        return Outcome(recorded, tell=tell)


def _done(document: FeedDocument | None, taken: list[Taken], *, first: bool) -> frozenset[str]:
    """Return the names of entries that need no second look."""
    done = {name for one in taken if one.done for name in one.entry.names}
    if document is not None and first:
        # What a first run did not take is old: it must not come out as news tomorrow.
        waiting = {name for one in taken if not one.done for name in one.entry.names}
        done |= {name for entry in document.entries for name in entry.names} - waiting
    return frozenset(done)
