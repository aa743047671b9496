"""One entry of a feed becomes an article: its page, or the feed's own text where the page is closed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.errors import ArticleRefused, PageRefused
from index.feeds.documents import Entry
from index.feeds.ports import ArticleSink, Web
from index.models import Added, Draft

# Feeds with full articles have hundreds of words an entry, teasers some dozens.
FULL_TEXT_WORDS = 150
# A page that could not be fetched is tried again with the next polls while its entry is so young.
RETRY_AGE = timedelta(days=2)
BY = "feed"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an entry: `added` where there is an article, `done` where it needs no second look."""

    entry: Entry
    added: Added | None
    published: date | None
    done: bool


async def take(entry: Entry, source: str, *, web: Web, articles: ArticleSink, today: date) -> Taken:
    """Fetch, read and store one entry of the feed called `source`; raises nothing that is the entry's fault."""
    try:
        draft = _completed(await _draft(entry, web), entry, source)
    except PageRefused:
        young = entry.published is not None and today - entry.published <= RETRY_AGE
        return Taken(entry, None, entry.published, done=not young)
    if "consent" in draft.concerns:
        return Taken(entry, None, entry.published, done=True)
    try:
        added = await articles.add(draft, by=BY)
    except ArticleRefused:
        return Taken(entry, None, draft.published, done=True)
    return Taken(entry, added, draft.published, done=True)


async def _draft(entry: Entry, web: Web) -> Draft:
    from index.parsing import parse_page, read_article

    if not entry.url:
        return await asyncio.to_thread(parse_page, entry.html, None)
    try:
        draft = await read_article(entry.url, web)
    except PageRefused:
        if not _is_full(entry):
            raise
        return await asyncio.to_thread(parse_page, entry.html, entry.url)
    if {"paywall", "teaser", "consent", "short"} & set(draft.concerns) and _is_full(entry):
        # The publisher's feed has the whole text where the page shows a wall.
        return await asyncio.to_thread(parse_page, entry.html, entry.url)
    return draft


def _completed(draft: Draft, entry: Entry, source: str) -> Draft:
    """Fill what the page did not say from what the feed says."""
    settled = {"no-title"} if entry.title else set()
    settled |= {"no-date"} if entry.published else set()
    host_only = "." in draft.source and " " not in draft.source
    return replace(
        draft,
        title=draft.title or entry.title,
        author=draft.author or entry.author,
        source=source if source and (not draft.source or host_only) else draft.source,
        published=draft.published or entry.published,
        concerns=tuple(concern for concern in draft.concerns if concern not in settled),
        fetched=True,
    )


def _is_full(entry: Entry) -> bool:
    return len(entry.html.split()) >= FULL_TEXT_WORDS
