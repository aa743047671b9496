"""Looks at cited pages again: a changed one is a new version, one that is gone is marked."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal, Protocol

from index.errors import ArticleRefused, PageRefused
from index.feeds.ports import ArticleSink, Web
from index.models import CitedPage, Draft, FeedResponse, FetchedPage

Finding = Literal["same", "changed", "gone", "failed"]
BY = "recheck"
_GONE = frozenset({404, 410})
# What a page shows in place of its article is no new version of it.
_NO_ARTICLE = frozenset({"short", "teaser", "paywall", "consent"})

log = logging.getLogger(__name__)


class VisitStore(Protocol):
    """Where it is kept what cited pages are."""

    async def record(
        self, page: CitedPage, draft: Draft | None, *, etag: str | None = None, modified: str | None = None
    ) -> None:
        """Note that a page is there."""
        ...

    async def record_gone(self, page: CitedPage) -> None:
        """Note that a page is gone."""
        ...

    async def record_failure(self, page: CitedPage) -> None:
        """Note that a page could not be looked at."""
        ...

    def is_changed(self, page: CitedPage, draft: Draft) -> bool:
        """Whether a page has other words now."""
        ...


async def revisit(
    pages: Iterable[CitedPage], *, store: VisitStore, articles: ArticleSink, web: Web
) -> Counter[Finding]:
    """Look at pages, one after another; returns what was found. No page's fault stops the others."""
    found: Counter[Finding] = Counter()
    for page in pages:
        try:
            found[await _look(page, store, articles, web)] += 1
        except (PageRefused, ArticleRefused) as error:
            log.info("a cited page could not be looked at again: %s", error)
            await store.record_failure(page)
            found["failed"] += 1
    return found


async def _look(page: CitedPage, store: VisitStore, articles: ArticleSink, web: Web) -> Finding:
    from index.parsing import read_fetched

    answer = await web.conditional(page.url, page.etag, page.modified)
    if answer.status in _GONE:
        await store.record_gone(page)
        return "gone"
    if answer.status == 304:  # noqa: PLR2004 (HTTP)
        await store.record(page, None, etag=page.etag, modified=page.modified)
        return "same"
    if answer.status != 200:  # noqa: PLR2004 (HTTP)
        raise PageRefused(page.url, f"answers with an error ({answer.status}).")
    draft = await read_fetched(_fetched(answer), web)
    if not store.is_changed(page, draft):
        await store.record(page, draft, etag=answer.etag, modified=answer.modified)
        return "same"
    if _NO_ARTICLE & set(draft.concerns):
        raise PageRefused(page.url, "shows no whole article now.")
    # An admin's own words are not replaced by those that the page had before the first look.
    known = replace(draft, id=page.article, url=page.url, fetched=not page.first)
    added = await articles.add(known, by=BY)
    await store.record(page, draft, etag=answer.etag, modified=answer.modified)
    return "changed" if added.outcome == "updated" else "same"


def _fetched(answer: FeedResponse) -> FetchedPage:
    return FetchedPage(answer.url, (), answer.content_type, answer.charset, answer.body)
