from __future__ import annotations

import pytest

from index.errors import PageRefused
from index.feeds import discover
from index.feeds.discovery import feed_links
from index.models import FeedResponse
from tests.index.feeds.fakes import FEED, FakeWeb, Item

SITE = "https://courier.example/"


def web_with_site(html: str) -> FakeWeb:
    web = FakeWeb()
    web.answers[SITE] = FeedResponse(200, SITE, html.encode(), "text/html", "utf-8")
    return web


async def test_the_address_of_a_feed_is_taken_as_it_is() -> None:
    web = FakeWeb()
    web.publish(Item(1))
    found = await discover(FEED, web)
    assert (found.url, found.document.title, web.asked) == (FEED, "The Orvane Courier", [FEED])


async def test_the_feed_that_a_page_names_is_found() -> None:
    web = web_with_site('<link rel="alternate" type="application/rss+xml" href="/feed">')
    web.publish(Item(1))
    assert (await discover(SITE, web)).url == FEED


async def test_a_feed_that_a_page_names_and_that_is_none_is_passed_over() -> None:
    web = web_with_site(
        '<link rel="alternate" type="application/rss+xml" href="/old"><a href="/rss/news.xml">RSS</a>'
    )
    web.publish(Item(1), url=SITE + "rss/news.xml")
    assert (await discover(SITE, web)).url == SITE + "rss/news.xml"


async def test_the_usual_places_are_tried_last() -> None:
    web = web_with_site("<p>no links</p>")
    web.publish(Item(1), url=SITE + "atom.xml")
    assert (await discover(SITE, web)).url == SITE + "atom.xml"


async def test_a_site_without_a_feed_is_refused_after_few_tries() -> None:
    web = web_with_site('<link rel="alternate" type="application/rss+xml" href="/x">' * 300)
    with pytest.raises(PageRefused, match="no feed that could be found"):
        await discover(SITE, web)
    assert len(web.asked) <= 13


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_a_site_that_cannot_be_fetched_is_refused(status: int) -> None:
    web = FakeWeb()
    web.fail(status, SITE)
    with pytest.raises(PageRefused, match=str(status)):
        await discover(SITE, web)


def test_feeds_of_comments_come_last_and_other_schemes_not_at_all() -> None:
    html = (
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">'
        '<link rel="alternate" type="application/atom+xml" href="news.atom">'
        '<link rel="alternate" type="text/html" hreflang="de" href="/de">'
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'
    )
    assert feed_links(html, SITE) == [SITE + "news.atom", SITE + "comments/feed"]


def test_broken_html_of_a_million_characters_ends() -> None:
    assert feed_links("<link " * 160_000, SITE) == []
    assert feed_links("<!--" * 250_000, SITE) == []
