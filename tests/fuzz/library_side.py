"""Targets below Discord: parsers, the quote engine, questions, links, tokens, feeds, imports."""

from __future__ import annotations

import functools
import gzip
import logging
import lzma
import sqlite3
from datetime import UTC, date, datetime
from urllib.parse import unquote

from index import schema
from index.errors import QuotedeskError
from index.feeds import parse_feed
from index.feeds.discovery import feed_links
from index.fetch.addresses import refusal
from index.fetch.robots import parse_robots
from index.fetch.urls import check_url
from index.library import importing
from index.library.addresses import canonical
from index.links import LIMIT, text_fragment
from index.models import Draft, Refused
from index.parsing import Limits, parse_file
from index.questions import NoNames, understand
from index.quotes import read
from index.store import audit
from index.text.sentences import paragraphs, sentences
from index.text.tokens import terms, token_spans

_LIMITS = Limits(file=200_000, line=50_000, total=400_000)
_TODAY = date(2026, 3, 5)


def _words(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _files(name: str, data: bytes) -> list[Draft]:
    drafts = []
    for found in parse_file(name, data, limits=_LIMITS):
        if isinstance(found, Refused):
            assert found.message.startswith(name)
            continue
        assert found.text.strip()
        for words in (found.text, found.title, found.author, found.source, found.url or "", found.id or ""):
            words.encode()  # what the library stores must be text
        drafts.append(found)
    return drafts


def plain(data: bytes) -> None:
    """A text's body is one slice of it."""
    for suffix in (".txt", ".md"):
        for draft in _files(f"notice{suffix}", data):
            assert draft.text in _words(data) or b"\xef\xbf\xbd" not in draft.text.encode()


def page(data: bytes) -> None:
    """A page is an article or refused."""
    _files("page.html", data)


def json_file(data: bytes) -> None:
    """So is a JSON file."""
    _files("one.json", data)


def json_lines(data: bytes) -> None:
    """Each line is an article or a refusal."""
    _files("many.jsonl", data)


def mail(data: bytes) -> None:
    """So is a mail."""
    _files("letter.eml", data)


def pdf(data: bytes) -> None:
    """So is a PDF; its library may grumble in the log."""
    logging.disable(logging.CRITICAL)
    try:
        _files("sheet.pdf", data)
    finally:
        logging.disable(logging.NOTSET)


def packed(data: bytes) -> None:
    """Packed data, sound or not."""
    _files("many.jsonl.gz", data)
    _files("many.jsonl.xz", data)
    _files("notice.txt.gz", gzip.compress(data, 1, mtime=0)[: -1 - len(data) % 3])
    if len(data) % 16 == 0:
        _files("notice.txt.xz", lzma.compress(data, preset=0))


def feed(data: bytes) -> None:
    """A feed's entries have addresses of the web, or it is refused."""
    for content_type in ("application/rss+xml", "application/feed+json; charset=latin-1"):
        try:
            document = parse_feed(data, "https://lantern.example/feed", content_type=content_type)
        except QuotedeskError:
            continue
        assert len(document.entries) <= 200
        for entry in document.entries:
            assert not entry.url or entry.url.casefold().startswith(("http:", "https:")), entry.url
            assert all(entry.names)


def discovery(data: bytes) -> None:
    """The feeds that a page names are addresses of the web."""
    for address in feed_links(_words(data), "https://lantern.example/"):
        assert address.startswith(("http://", "https://"))


def quotes(data: bytes) -> None:
    """Statements lie within the text and within a line; who is named was found."""
    text = _words(data)
    reading = read(text, text[:60])
    names = {person.name for person in reading.people}
    for quote in reading.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert not {"\n", "\r"} & set(text[quote.start : quote.end])
        assert (quote.certainty == "unclear") == (quote.speaker is None)
        assert quote.speaker is None or quote.speaker in names
        if quote.speaker_start is not None and quote.speaker_end is not None:
            assert text[quote.speaker_start : quote.speaker_end].strip()
    for role in reading.roles:
        assert 0 <= role.start < role.end <= len(text)


def question(data: bytes) -> None:
    """Anything is understood as some question, also after another one."""
    words = data.decode("utf-8", "surrogateescape")
    half = len(words) // 2
    sources = ["The Sarn Lantern", "Week"]
    first = understand(words[half:], names=NoNames(), sources=sources, today=_TODAY)
    found = understand(words, names=NoNames(), sources=sources, today=_TODAY, after=first)
    assert found.since is None or found.until is None or found.since <= found.until


def link(data: bytes) -> None:
    """A link is the plain one, or names words of the slice; it fits a button where the plain one does."""
    text = _words(data)
    start = data[0] * len(text) // 255 if data else 0
    end = min(len(text), start + (data[1] if len(data) > 1 else 0))
    url = "https://lantern.example/a?b=c#top"
    found = text_fragment(url, text, start, end)
    assert found is not None
    assert len(found) <= LIMIT
    assert found.isascii()
    assert not set(' <>"\\^`{|}\n') & set(found)
    if ":~:text=" in found:
        for part in found.partition(":~:text=")[2].split(","):
            assert unquote(part.removeprefix("-").removesuffix("-")) in text
    text_fragment(text[:200], text, start, end)


def addresses(data: bytes) -> None:
    """An address is canonical once and for all; hosts, numbers and robots are judged, never a crash."""
    words = _words(data)[:3000]
    for url in (words, f"https://{words}", f"http://lantern.example/{words}"):
        once = canonical(url)
        assert once is None or once
        try:
            check_url(url)
        except QuotedeskError:
            continue
    refusal(words[:60])
    parse_robots(words, "quotedesk").allows(f"/{words[:40]}")


def tokens(data: bytes) -> None:
    """Tokens and sentences lie within the text, in order."""
    text = _words(data)
    assert [term for term, _, _ in token_spans(text)] == terms(text)
    assert all(0 <= start < end <= len(text) for _, start, end in token_spans(text))
    last = 0
    for span in sentences(text):
        assert last <= span.start < span.end <= len(text)
        last = span.end
    assert all(span.end <= len(text) for span in paragraphs(text))


def import_lines(data: bytes) -> None:
    """Lines of an export are taken in or refused; never a fault of SQLite."""
    lines = list(enumerate(data.decode("utf-8", "replace").splitlines(), 1))
    db = _library()
    try:
        batch = importing._read_batch(lines)
        audit.begin(db, at=datetime(2026, 3, 5, tzinfo=UTC), by="cli", action="import")
        importing._write(db, batch)
    except QuotedeskError:
        pass
    finally:
        db.rollback()


@functools.cache
def _library() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.executescript(schema.script())
    return db
