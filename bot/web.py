"""The web, opened when first needed: what fetches and reads pages stays out of an idle bot's memory."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.feeds.ports import Web
    from index.fetch import Fetcher
    from index.models import Draft, FeedResponse, FetchedPage


class OpenWeb:
    """The real web through the one door for sockets; one fetcher, so that it is polite to each host."""

    def __init__(self, contact: str) -> None:
        self._contact = contact
        self._stack = AsyncExitStack()
        self._opening = asyncio.Lock()
        self._fetcher: Fetcher | None = None

    async def page(self, url: str) -> FetchedPage:
        """Fetch a page."""
        return await (await self._opened()).page(url)

    async def conditional(self, url: str, etag: str | None = None, modified: str | None = None) -> FeedResponse:
        """Fetch a feed unless it is unchanged."""
        return await (await self._opened()).conditional(url, etag, modified)

    async def close(self) -> None:
        """Close the fetcher where one was opened."""
        self._fetcher = None
        await self._stack.aclose()

    async def _opened(self) -> Fetcher:
        async with self._opening:
            if self._fetcher is None:
                from index.fetch import Fetcher

                self._fetcher = await self._stack.enter_async_context(Fetcher(contact=self._contact))
            return self._fetcher


async def article_at(web: Web, url: str) -> Draft:
    """The article at `url`, all its pages. Raises PageRefused."""
    from index.parsing import read_article

    return await read_article(url, web)
