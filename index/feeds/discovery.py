"""Finds the feed of a site: the address may be the feed's own, or any page's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser

from index.errors import PageRefused
from index.feeds.documents import FeedDocument, parse_feed, web_address
from index.feeds.ports import Web
from index.models import FeedResponse

_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "application/json",
    }
)
_LOOKS = re.compile(
    r"(?:/(?:feeds?|rss|atom)(?:/|$)|(?:rss|atom|feed)[\w-]*\.(?:xml|json)$|\.rss$)", re.IGNORECASE
)
_COMMENTS = re.compile(r"comment", re.IGNORECASE)
# Where sites that do not say keep it; asked in this order, a pause between.
_USUAL = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")
# Links to feeds stand in the head; what comes after this many characters is article.
_HEAD = 500_000
_MOST_TRIED = 5


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that was fetched and read: its address and what it says."""

    url: str
    document: FeedDocument


async def discover(url: str, web: Web) -> FoundFeed:
    """Return the feed at `url`, or the first one that the page there or its site offers.

    Raises PageRefused where there is none, or where `url` itself cannot be fetched.
    """
    answer = await web.conditional(url)
    if answer.status != 200:  # noqa: PLR2004 (HTTP)
        raise PageRefused(url, f"was not handed out ({answer.status}).", "Check the address.")
    try:
        return _found(url, answer)
    except PageRefused:
        # Addresses and types are ASCII, whatever the page is written in.
        html = answer.body[:_HEAD].decode("utf-8", errors="replace")
    for candidate in _candidates(html, answer.url):
        found = await _tried(candidate, web)
        if found is not None:
            return found
    raise PageRefused(
        url, "has no feed that could be found.", "Look for an RSS link on the site and give its address."
    )


def feed_links(html: str, url: str) -> list[str]:
    """Return the addresses of feeds that a page names, the likeliest first; feeds of comments come last."""
    finder = _LinkFinder()
    # Python's parser fails an assertion at some broken declarations; what came before them is enough.
    with suppress(AssertionError):
        finder.feed(html)
    ranked = sorted(finder.found, key=lambda link: (link.rank, bool(_COMMENTS.search(link.title + link.href))))
    addresses = [address for link in ranked if (address := web_address(link.href, url))]
    return list(dict.fromkeys(addresses))


def _candidates(html: str, url: str) -> Iterator[str]:
    linked = feed_links(html, url)[:_MOST_TRIED]
    yield from linked
    for path in _USUAL:
        address = web_address(path, url)
        if address and address not in linked:
            yield address


async def _tried(url: str, web: Web) -> FoundFeed | None:
    try:
        answer = await web.conditional(url)
        return _found(url, answer) if answer.status == 200 else None  # noqa: PLR2004 (HTTP)
    except PageRefused:
        return None


def _found(url: str, answer: FeedResponse) -> FoundFeed:
    """The feed that was handed out at `url`; raises PageRefused where it is none."""
    document = parse_feed(answer.body, answer.url, content_type=answer.content_type)
    return FoundFeed(answer.moved or url, document)


@dataclass(frozen=True, slots=True)
class _Link:
    rank: int
    href: str
    title: str


class _LinkFinder(HTMLParser):
    """Collects `<link rel=alternate>` of feed types and anchors that look like feeds."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Link] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        if tag not in {"link", "a"} or len(self.found) >= 100:  # noqa: PLR2004 (no page has so many feeds)
            return
        values = {name: value or "" for name, value in attrs}
        href, kind = values.get("href", "").strip(), values.get("type", "").partition(";")[0].strip().lower()
        relation = values.get("rel", "").lower().split()
        if not href:
            return
        if tag == "link" and {"alternate", "feed"} & set(relation) and kind in _TYPES:
            # A site's own JSON interface calls itself application/json too.
            self.found.append(_Link(1 if kind == "application/json" else 0, href, values.get("title", "")))
        elif tag == "a" and _LOOKS.search(href.partition("?")[0]):
            self.found.append(_Link(2, href, values.get("title", "")))
