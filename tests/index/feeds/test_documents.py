from __future__ import annotations

import contextlib
import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import PageRefused
from index.feeds import Entry, parse_feed
from tests.index.feeds.fakes import FEED, Item, rss

ATOM = b"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Orvane  Courier</title><link href="https://courier.example/"/>
<entry><id>tag:courier.example,2023:7</id><title>Salt &amp; tide</title><link rel="alternate" href="/story/7"/>
<author><name>Mirela Tasch</name></author><published>2023-03-14T23:30:00-05:00</published>
<updated>2023-04-01T00:00:00Z</updated><summary>short</summary>
<content type="html">&lt;p&gt;The longer text.&lt;/p&gt;</content></entry></feed>"""

SYNDICATION = "xmlns:s='http://purl.org/rss/1.0/modules/syndication/'"

HOURLY = f"<s:updatePeriod {SYNDICATION}>hourly</s:updatePeriod>"
TWICE = f"<s:updateFrequency {SYNDICATION}>2</s:updateFrequency>"

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Orvane Courier",
    "home_page_url": "https://courier.example/",
    "items": [
        {
            "id": 7,
            "url": "/story/7",
            "title": "Salt & tide",
            "content_html": "<p>The longer text.</p>",
            "date_published": "2023-03-14T23:30:00-05:00",
            "authors": [{"name": "Mirela Tasch"}],
        },
        {"id": None, "title": "nothing to go by"},
        "not an item",
    ],
}


def test_atom_is_read() -> None:
    feed = parse_feed(ATOM, FEED, content_type="application/atom+xml")
    assert (feed.title, feed.site) == ("Orvane Courier", "https://courier.example/")
    assert feed.entries == (
        Entry(
            id="tag:courier.example,2023:7",
            url="https://courier.example/story/7",
            title="Salt & tide",
            author="Mirela Tasch",
            published=date(2023, 3, 14),
            html="<p>The longer text.</p>",
        ),
    )


def test_json_feed_is_read_alike() -> None:
    feed = parse_feed(json.dumps(JSON_FEED).encode(), FEED, content_type="application/feed+json")
    (entry,) = feed.entries
    assert (entry.id, entry.url, entry.title) == ("7", "https://courier.example/story/7", "Salt & tide")
    assert (entry.author, entry.published) == ("Mirela Tasch", date(2023, 3, 14))


def test_rss_in_another_encoding_is_read() -> None:
    body = rss(Item(1), title="Вестник Орване").decode().replace("'1.0'", "'1.0' encoding='windows-1251'")
    assert parse_feed(body.encode("cp1251"), FEED).title == "Вестник Орване"


def test_rss_with_html_entities_and_stray_marks_is_read() -> None:
    body = rss(Item(1), title="Salt &nbsp;&amp; tide & more")
    assert [entry.url for entry in parse_feed(body, FEED).entries] == [Item(1).url]


@pytest.mark.parametrize(
    ("extra", "every"),
    [
        ("<ttl>90</ttl>", timedelta(minutes=90)),
        ("<ttl>0</ttl>", None),
        ("<ttl>soon</ttl>", None),
        (HOURLY, timedelta(hours=1)),
        (HOURLY + TWICE, timedelta(minutes=30)),
        ("", None),
    ],
)
def test_a_feed_says_how_often(extra: str, every: timedelta | None) -> None:
    assert parse_feed(rss(Item(1), extra=extra), FEED).every == every


def test_an_entry_is_known_by_its_id_and_by_its_link_without_scheme_and_fragment() -> None:
    secure = Entry("a", "https://courier.example/story#top")
    plain = Entry("b", "http://courier.example/story")
    assert set(secure.names) & set(plain.names)
    assert Entry("", "").names == ()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   \n",
        b"<html><body>A page</body></html>",
        b"hello",
        b"{broken",
        b'{"version": "1", "items": []}',
        b'{"version": "https://jsonfeed.org/version/1", "items": {}}',
        b"{" * 100_000,
        b"\x00\xff\xfe" * 100,
    ],
)
def test_what_is_no_feed_is_refused(body: bytes) -> None:
    with pytest.raises(PageRefused):
        parse_feed(body, FEED)


def test_entities_that_unfold_without_end_are_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    body = f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]>'.encode() + channel("<title>&l11;</title>")
    with pytest.raises(PageRefused, match="entities"):
        parse_feed(body, FEED)


def test_entities_that_name_files_are_refused() -> None:
    body = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + channel("<title>&x;</title>")
    with pytest.raises(PageRefused, match="entities"):
        parse_feed(body, FEED)


def test_links_other_than_to_the_web_are_left_out() -> None:
    item = "<item><guid isPermaLink='false'>1</guid><link>javascript:alert(1)</link></item>"
    (entry,) = parse_feed(channel(item), FEED).entries
    assert entry.url == ""


def channel(inside: str) -> bytes:
    return f"<rss version='2.0'><channel>{inside}</channel></rss>".encode()


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: b"<rss version='2.0'>" + text.encode()))
@settings(deadline=None)  # the first loads feedparser
def test_no_bytes_raise_anything_else(body: bytes) -> None:
    with contextlib.suppress(PageRefused):
        assert isinstance(parse_feed(body, FEED).entries, tuple)
