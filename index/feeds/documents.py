"""What a feed says: RSS and Atom by feedparser, JSON Feed by its own few fields."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from index.errors import PageRefused
from index.parsing.dates import read_date

# Feeds have 10 to 100 entries; a longer one is an archive, and its newest part is what is news.
MOST_ENTRIES = 200
_ADVICE = "Give the address of a feed or of its site."


@dataclass(frozen=True, slots=True)
class Entry:
    """One item. `id` is what the feed calls it ("" where it does not), `html` its own text, often a teaser."""

    id: str
    url: str
    title: str = ""
    author: str = ""
    published: date | None = None
    html: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """What the entry is known by: either is enough, so that renumbered items are not news again."""
        link = self.url.partition("#")[0].partition("://")[2]
        names = (f"id {self.id}" if self.id else "", f"link {link}" if link else "")
        return tuple(name for name in names if name)


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A feed as read; `every` is how often it asks to be fetched, None where it does not say."""

    title: str
    site: str
    entries: tuple[Entry, ...]
    every: timedelta | None = None


def parse_feed(body: bytes, url: str, *, content_type: str = "") -> FeedDocument:
    """Return the feed in `body`, entries in the feed's order; raises PageRefused where it is none."""
    start = body[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise PageRefused(url, "is empty.", _ADVICE)
    if start.startswith(b"{"):
        return _json_feed(body, url)
    # No feed needs entities of its own; a few lines of them unfold to gigabytes.
    if b"<!ENTITY" in body:
        raise PageRefused(url, "defines entities of its own, which feeds do not need.", _ADVICE)
    return _xml_feed(body, url, content_type)


def _xml_feed(body: bytes, url: str, content_type: str) -> FeedDocument:
    import feedparser

    headers = {"content-type": content_type or "application/xml", "content-location": url}
    # Always a stream: a string would be taken for an address or a file name.
    try:
        parsed = feedparser.parse(io.BytesIO(body), response_headers=headers, sanitize_html=False)
    except Exception as error:  # broken markup makes it raise whatever its parsers do
        raise PageRefused(url, "is no feed that can be read.", _ADVICE) from error
    if not parsed.get("version"):
        raise PageRefused(url, "is no feed.", _ADVICE)
    channel = parsed.feed
    entries = tuple(
        entry for item in parsed.entries[:MOST_ENTRIES] if (entry := _xml_entry(item, url)) is not None
    )
    return FeedDocument(
        title=_line(channel.get("title")),
        site=web_address(channel.get("link"), url),
        entries=entries,
        every=_every(channel),
    )


def _xml_entry(item: Mapping[str, Any], base: str) -> Entry | None:
    identity = str(item.get("id") or "").strip()
    address = web_address(item.get("link"), base) or (
        identity if identity.startswith(("http://", "https://")) else ""
    )
    if not address and not identity:
        return None
    contents = [str(content.get("value") or "") for content in item.get("content") or []]
    html = max([*contents, str(item.get("summary") or "")], key=len)
    published = item.get("published") or item.get("created") or item.get("updated") or ""
    return Entry(
        id=identity,
        url=address,
        title=_line(item.get("title")),
        author=_line(item.get("author")),
        published=_day(item, str(published)),
        html=html,
    )


def _day(item: Mapping[str, Any], written: str) -> date | None:
    """Return the day as written, else as feedparser understood it (years before 1 do not exist)."""
    found = read_date(written)
    if found is not None:
        return found
    parsed = item.get("published_parsed") or item.get("updated_parsed")
    try:
        return date(*parsed[:3]) if parsed else None
    except (ValueError, TypeError):
        return None


def _every(channel: Mapping[str, Any]) -> timedelta | None:
    """Read RSS `ttl` (minutes) or the syndication module's period and frequency."""
    ttl = str(channel.get("ttl") or "")
    if ttl.isdecimal() and int(ttl[:6]) > 0:
        return timedelta(minutes=int(ttl[:6]))
    hours = {"hourly": 1, "daily": 24, "weekly": 168}.get(str(channel.get("sy_updateperiod") or "").lower())
    often = str(channel.get("sy_updatefrequency") or "1")
    if hours is None or not often.isdecimal() or int(often[:6]) == 0:
        return None
    return timedelta(hours=hours) / int(often[:6])


def _json_feed(body: bytes, url: str) -> FeedDocument:
    try:
        value = json.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise PageRefused(url, "is no feed: its JSON is broken.", _ADVICE) from error
    version = value.get("version") if isinstance(value, dict) else None
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(version, str) or "jsonfeed.org" not in version or not isinstance(items, list):
        raise PageRefused(url, "is JSON, but no JSON Feed.", _ADVICE)
    entries = (_json_entry(item, url) for item in items[:MOST_ENTRIES] if isinstance(item, dict))
    return FeedDocument(
        title=_line(value.get("title")),
        site=web_address(value.get("home_page_url"), url),
        entries=tuple(entry for entry in entries if entry.id or entry.url),
    )


def _json_entry(item: Mapping[str, Any], base: str) -> Entry:
    authors = item.get("authors") or [item.get("author")]
    named = authors if isinstance(authors, list) else []
    names = [_line(author.get("name")) for author in named if isinstance(author, dict)]
    html = item.get("content_html") or item.get("content_text") or ""
    identity = item.get("id")
    return Entry(
        id=str(identity).strip() if isinstance(identity, str | int) else "",
        url=web_address(item.get("url"), base) or web_address(item.get("external_url"), base),
        title=_line(item.get("title")),
        author=", ".join(filter(None, names)),
        published=read_date(str(item.get("date_published") or "")),
        html=html if isinstance(html, str) else "",
    )


def _line(value: object) -> str:
    return " ".join(value.split())[:500] if isinstance(value, str) else ""


def web_address(value: object, base: str) -> str:
    """Return an absolute http(s) address, "" for anything else."""
    if not isinstance(value, str) or not value.strip():
        return ""
    try:
        joined = urljoin(base, value.strip())
        return joined if urlsplit(joined).scheme in {"http", "https"} else ""
    except ValueError:
        return ""
