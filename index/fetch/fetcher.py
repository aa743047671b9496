"""Fetches pages and feeds from strangers' servers."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from index.errors import PageRefused
from index.fetch.bodies import read_body
from index.fetch.headers import content_type, is_header, retry_after
from index.fetch.limits import FetchLimits
from index.fetch.robots import ANY, LONGEST_ROBOTS, Robots, parse_robots
from index.fetch.turns import Turns, Visit
from index.fetch.urls import check_url
from index.models import FeedResponse, FetchedPage

if TYPE_CHECKING:
    import aiohttp
    from yarl import URL

    from index.fetch.sockets import Lookup, OpenTo

AGENT = "Quotedesk"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_PAGES = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/markdown",
        "application/xml",
        "text/xml",
        "application/pdf",
    }
)
# Looked into for a feed: everything but this, since many servers give feeds odd types.
_NO_FEED = ("image/", "audio/", "video/", "font/", "application/zip", "application/pdf")
_PAGE_ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1"
_FEED_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
)
# RFC 9309: a robots.txt is kept for a day at most.
_ROBOTS_AGE = 24 * 3600.0
_MOST_ROBOTS = 256


@dataclass(frozen=True, slots=True)
class _Arrival:
    """Where a chain of redirects ended: the open response."""

    response: aiohttp.ClientResponse
    url: URL
    redirects: tuple[str, ...]
    permanent: bool


@dataclass(frozen=True, slots=True)
class _Way:
    """The way of one visit, and the time that it may take: waiting for a turn is not counted."""

    visit: Visit
    timer: asyncio.Timeout

    async def go(self, host: str) -> None:
        """Wait for the turn at a host. Raises Crowded."""
        loop = asyncio.get_running_loop()
        left = (self.timer.when() or 0.0) - loop.time()
        self.timer.reschedule(None)
        await self.visit.go(host)
        self.timer.reschedule(loop.time() + left)


class Fetcher:
    """An async context manager around one session.

    `contact` (an address or a page) goes into the User-Agent. `lookup` and `open_to` are for tests: another
    resolver, and the (address, port) pairs that are let pass although not public. `clock` counts seconds.
    Every method raises PageRefused, and nothing else, for what is at fault on the other side.
    """

    def __init__(
        self,
        *,
        contact: str = "",
        limits: FetchLimits | None = None,
        lookup: Lookup | None = None,
        open_to: OpenTo = frozenset(),
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._limits = limits or FetchLimits()
        self._agent = f"{AGENT}/0.1 (+{contact})" if contact else f"{AGENT}/0.1"
        self._lookup = lookup
        self._open_to = open_to
        self._clock = clock
        self._turns = Turns(self._limits.gap, self._limits.queue, clock, sleep)
        self._robots: OrderedDict[str, tuple[float, Robots]] = OrderedDict()
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        # aiohttp is loaded with the first session, not with this module: asking the library needs no web.
        from index.fetch.sockets import open_session

        self._session = open_session(self._agent, self._limits, lookup=self._lookup, open_to=self._open_to)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session is not None:
            await self._session.close()

    async def page(self, url: str) -> FetchedPage:
        """Fetch the page at `url`, following redirects, as robots.txt allows."""
        async with self._visit(url, {"Accept": _PAGE_ACCEPT}) as arrival:
            response, shown = arrival.response, str(arrival.url)
            if response.status != 200:  # noqa: PLR2004 (HTTP)
                raise self._status(shown, response.status)
            kind = content_type(response)
            if kind and kind not in _PAGES:
                raise PageRefused(shown, f"is no page but {kind[:60]}.", "Download it and add the file.")
            body = await read_body(response, self._limits.body)
            return FetchedPage(shown, arrival.redirects, kind, response.charset, body)

    async def conditional(self, url: str, etag: str | None = None, modified: str | None = None) -> FeedResponse:
        """Fetch the feed at `url` unless it is still what `etag` and `modified` say; returns every status."""
        headers = {"Accept": _FEED_ACCEPT, "A-IM": "feed"}
        headers |= {"If-None-Match": etag} if etag and is_header(etag) else {}
        headers |= {"If-Modified-Since": modified} if modified and is_header(modified) else {}
        async with self._visit(url, headers) as arrival:
            response, shown = arrival.response, str(arrival.url)
            kind = content_type(response)
            fresh = response.status in {200, 226}
            if fresh and kind.startswith(_NO_FEED):
                raise PageRefused(
                    shown, f"is no feed but {kind[:60]}.", "Give the address of a feed or of its site."
                )
            body = await read_body(response, self._limits.body) if fresh else b""
            return FeedResponse(
                status=200 if fresh else response.status,
                url=shown,
                body=body,
                content_type=kind,
                charset=response.charset,
                moved=shown if arrival.permanent and arrival.redirects else None,
                etag=response.headers.get("ETag", "")[:512] or None,
                modified=response.headers.get("Last-Modified", "")[:128] or None,
                retry_after=retry_after(response.headers.get("Retry-After", "")),
            )

    @asynccontextmanager
    async def _visit(self, url: str, headers: dict[str, str]) -> AsyncIterator[_Arrival]:
        """Go where `url` leads, at each host in turn, within the time limit."""
        from index.fetch.failures import of_error, wire_errors

        start = check_url(url, open_to=self._open_to)
        try:
            with self._turns.visit() as visit:
                async with asyncio.timeout(self._limits.total) as timer:
                    way = _Way(visit, timer)
                    async with self._follow(way, start, headers, robots=True) as arrival:
                        yield arrival
        except wire_errors() as error:
            # Our own limit raises the bare class; a silent server raises one of aiohttp's.
            if type(error) is TimeoutError:
                late = f"took longer than {self._limits.total:g} s."
                raise PageRefused(str(start), late, "Try again later.") from error
            raise of_error(str(start), error) from error

    @asynccontextmanager
    async def _follow(
        self, way: _Way, url: URL, headers: dict[str, str], *, robots: bool
    ) -> AsyncIterator[_Arrival]:
        """Request `url` and what it redirects to, checking each address anew."""
        passed: list[str] = []
        permanent = True
        while True:
            if robots:
                await self._ask_robots(way, url)
            async with self._request(way, url, headers) as response:
                if response.status not in _REDIRECTS:
                    yield _Arrival(response, url, tuple(passed), permanent)
                    return
                following = self._next(url, response)
                permanent = permanent and response.status in _PERMANENT
            passed.append(str(url))
            if str(following) in passed:
                raise PageRefused(
                    passed[0], "redirects in a circle.", "Open it in a browser and paste the text."
                )
            if len(passed) > self._limits.redirects:
                reason = f"redirects more than {self._limits.redirects} times."
                raise PageRefused(passed[0], reason, "Give the last address.")
            url = following

    def _next(self, url: URL, response: aiohttp.ClientResponse) -> URL:
        import yarl

        target = response.headers.get("Location", "").strip()
        if not target:
            raise PageRefused(str(url), "redirects to nowhere.", "Check the address.")
        try:
            joined = url.join(yarl.URL(target))
        except (ValueError, UnicodeError) as error:
            raise PageRefused(
                str(url), "redirects to something that is no address.", "Check the address."
            ) from error
        return check_url(str(joined), open_to=self._open_to)

    @asynccontextmanager
    async def _request(
        self, way: _Way, url: URL, headers: dict[str, str]
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        if self._session is None:
            raise RuntimeError("Fetcher is used outside of its `async with`")
        await way.go(url.raw_authority)
        response = await self._session.get(url, headers=headers, allow_redirects=False)
        try:
            yield response
        finally:
            # Not `release`, which would read the rest of an endless body.
            response.close()

    async def _ask_robots(self, way: _Way, url: URL) -> None:
        """Raise PageRefused where the robots.txt of the site keeps this program out."""
        origin = str(url.origin())
        kept = self._robots.get(origin)
        if kept is None or kept[0] <= self._clock():
            found = await self._fetch_robots(way, url.origin())
            kept = self._robots[origin] = (self._clock() + _ROBOTS_AGE, found)
            self._robots.move_to_end(origin)
            while len(self._robots) > _MOST_ROBOTS:
                self._robots.popitem(last=False)
        await way.go(url.raw_authority)
        way.visit.slow(kept[1].delay)
        if not kept[1].allows(url.raw_path_qs):
            raise PageRefused(
                str(url), "is closed to programs by its site's robots.txt.", "Paste the text instead."
            )

    async def _fetch_robots(self, way: _Way, origin: URL) -> Robots:
        """RFC 9309: a site without the file is open; where a site is out of order, nothing is fetched."""
        async with self._follow(
            way, origin.with_path("/robots.txt"), {"Accept": "text/plain"}, robots=False
        ) as arrival:
            status = arrival.response.status
            if status >= 500 or status == 429:  # noqa: PLR2004 (HTTP)
                raise self._status(str(arrival.url), status)
            if status != 200:  # noqa: PLR2004 (HTTP)
                return ANY
            body = await read_body(arrival.response, LONGEST_ROBOTS)
            return parse_robots(body.decode("utf-8", errors="replace"), AGENT)

    @staticmethod
    def _status(url: str, status: int) -> PageRefused:
        from index.fetch.failures import of_status

        return of_status(url, status)
