"""The article behind an address: its page or pages, in whatever form they come, fetched by a given web."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Protocol

from index.errors import FileRefused, PageRefused
from index.models import Draft, FetchedPage, Refused
from index.parsing.decoding import decode
from index.parsing.pages import PageRead, host_of, read_page, url_day
from index.parsing.plain import is_short, parse_text

# Articles in more parts are picture series or lists that go on for ever.
MOST_PAGES = 20
_TEXTS = frozenset({"text/plain", "text/markdown"})
_HTML = (b"<!doctype html", b"<html")


class Pages(Protocol):
    """Where pages come from."""

    async def page(self, url: str) -> FetchedPage:
        """Fetch a page; raises PageRefused."""
        ...


async def read_article(url: str, web: Pages) -> Draft:
    """Return the article at `url`, all of its pages as one; `redirects` name the other addresses it was met at.

    Where a further page cannot be had, the draft is called a teaser. Raises PageRefused.
    """
    return await read_fetched(await web.page(url), web)


async def read_fetched(page: FetchedPage, web: Pages) -> Draft:
    """Return the article whose first page is there already."""
    read = await asyncio.to_thread(_read, page)
    draft = replace(read.draft, redirects=page.redirects, fetched=True)
    return draft if read.following is None else await _joined(draft, read.following, page, web)


async def _joined(draft: Draft, following: str | None, first: FetchedPage, web: Pages) -> Draft:
    parts, met, last = [draft.text], [first.url], draft
    while following is not None and following not in met and len(parts) < MOST_PAGES:
        try:
            page = await web.page(following)
            read = await asyncio.to_thread(_read, page)
        except PageRefused:
            break
        met += [following, page.url]
        # Sites without a second page answer with the first.
        if read.draft.text not in parts:
            parts.append(read.draft.text)
        last, following = read.draft, read.following
    text = "\n\n".join(parts)
    settled = set() if following is not None and following not in met else {"teaser"} - set(last.concerns)
    settled |= set() if is_short(text) else {"short"}
    return replace(
        draft,
        text=text,
        redirects=tuple(dict.fromkeys((*draft.redirects, *met[1:]))),
        concerns=tuple(one for one in draft.concerns if one not in settled),
    )


def _read(page: FetchedPage) -> PageRead:
    kind = page.content_type
    if kind in _TEXTS and not page.body[:512].lstrip().lower().startswith(_HTML):
        return PageRead(_placed(_text(page), page), None)
    if kind == "application/pdf":
        return PageRead(_placed(_pdf(page), page), None)
    return read_page(page.body, page.url, charset=page.charset)


def _text(page: FetchedPage) -> Draft:
    """A text file is taken as it is, with its line breaks."""
    try:
        return parse_text(decode(page.body, page.url, charset=page.charset), page.url)
    except FileRefused as error:
        raise PageRefused(page.url, error.reason, error.advice) from error


def _pdf(page: FetchedPage) -> Draft:
    from index.parsing.pdf import read_pdf

    try:
        found = next(read_pdf(page.url, page.body))
    except FileRefused as error:
        raise PageRefused(page.url, error.reason, error.advice) from error
    if isinstance(found, Refused):
        raise PageRefused(page.url, found.message)
    return found


def _placed(draft: Draft, page: FetchedPage) -> Draft:
    """A file says less about itself than a page: its address tells the rest."""
    return replace(
        draft,
        url=page.url,
        source=draft.source or host_of(page.url),
        published=draft.published or url_day(page.url),
    )
