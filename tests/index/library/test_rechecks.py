"""Cited pages are looked at again at night, by a clock that is moved and a web that is made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.errors import NotFound
from index.feeds import revisit
from index.library import Library
from index.models import FeedResponse, Filters
from index.parsing import parse_page
from tests.index.feeds.fakes import FakeWeb
from tests.index.library.conftest import FrozenClock
from tests.index.library.writing import exported

URL = "https://lantern.example/harbour"
FIRST = "“We will finish the breakwater before the autumn storms,” Mayor Ilva Torrens said."
LATER = "“We will finish the breakwater next year,” Mayor Ilva Torrens said."
REST = (
    "The harbour board met for three hours in the hall behind the fish market, and the public was let in."
    " Bram Oskel, who sits for the upper town, asked what the stone would cost and where it would come from."
    " Nobody could say. The board will meet again in the first week of the month after next, it decided."
)
NIGHT = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)


def html(*paragraphs: str) -> bytes:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    head = "<title>Breakwater</title><meta property='article:published_time' content='2026-03-01'>"
    return (
        f"<html lang='en'><head>{head}</head><body><article><h1>Breakwater</h1>{body}</article></body></html>"
    ).encode()


@dataclass
class Site:
    """A library with one fetched article, and the web that it came from."""

    library: Library
    clock: FrozenClock
    web: FakeWeb = field(default_factory=FakeWeb)

    def show(self, *paragraphs: str, etag: str | None = None, status: int = 200) -> None:
        body = html(*paragraphs) if paragraphs else b""
        self.web.answers[URL] = FeedResponse(status, URL, body, "text/html", "utf-8", etag=etag)

    async def cite(self) -> None:
        assert (await self.library.ask("What did Torrens say about the breakwater?")).answered

    async def night(self) -> Counter[str]:
        """The next night comes: what is due is looked at."""
        self.clock.forward(hours=24)
        pages = await self.library.rechecks.due(self.clock())
        found = await revisit(pages, store=self.library.rechecks, articles=self.library.articles, web=self.web)
        return Counter({str(finding): count for finding, count in found.items()})


@pytest.fixture
async def site(path: Path) -> AsyncIterator[Site]:
    clock = FrozenClock()
    clock.now = NIGHT
    async with Library.open(path, clock=clock) as library:
        await library.settings.change(by="7", recheck=True)
        await library.articles.add(parse_page(html(FIRST, REST), URL), by="7")
        site = Site(library, clock)
        site.show(FIRST, REST, etag='"1"')
        yield site


async def the_article(site: Site) -> str:
    (card,) = (await site.library.articles.list()).items
    return card.id


async def test_a_page_that_did_not_change_is_asked_with_its_mark_and_nothing_is_written(site: Site) -> None:
    await site.cite()
    before = await exported(site.library)
    assert await site.night() == {"same": 1}
    assert await site.night() == {"same": 1}
    assert site.web.conditions == [(None, None), ('"1"', None)]
    assert await exported(site.library) == before
    assert (await site.library.audit.list()).total == 2


async def test_a_page_that_changed_is_a_new_version_and_what_vanished_is_told_with_both_days(
    site: Site,
) -> None:
    await site.cite()
    (passage,) = (await site.library.quotes(Filters(speaker="Ilva Torrens"))).items
    site.show(LATER, REST)
    assert await site.night() == {"changed": 1}
    article = await the_article(site)
    (version,) = await site.library.articles.versions(article)
    assert any("before the autumn storms" in words for words in version.vanished)
    assert passage.quote_id is not None
    with pytest.raises(NotFound, match="stood in the article on 2026-03-03 is gone since 2026-03-04"):
        await site.library.passage(passage.quote_id)
    entry = (await site.library.audit.list()).items[0]
    assert (entry.by, entry.action) == ("recheck", "add")
    assert await site.night() == {"same": 1}
    assert await site.library.upkeep.check() == []


async def test_a_page_that_is_gone_is_marked_since_when_and_its_article_stays(site: Site) -> None:
    await site.cite()
    site.show(status=404)
    assert await site.night() == {"gone": 1}
    since = site.clock()
    assert await site.night() == {"gone": 1}
    article = await the_article(site)
    assert (await site.library.articles.get(article)).gone == since
    await site.cite()
    site.show(FIRST, REST)
    assert await site.night() == {"same": 1}
    assert (await site.library.articles.get(article)).gone is None


async def test_a_page_that_cannot_be_had_is_left_until_the_next_night(site: Site) -> None:
    await site.cite()
    site.show(status=503)
    assert await site.night() == {"failed": 1}
    assert await site.library.rechecks.due(site.clock()) == ()
    site.web.answers.clear()
    assert await site.night() == {"failed": 1}
    site.show(LATER, REST)
    assert await site.night() == {"changed": 1}


async def test_a_page_that_shows_a_wall_in_place_of_its_article_changes_nothing(site: Site) -> None:
    await site.cite()
    before = await exported(site.library)
    site.show("We use cookies. Accept all or reject all; manage your choices, our partners and vendors too.")
    assert await site.night() == {"failed": 1}
    assert await exported(site.library) == before


async def test_an_admins_words_are_not_replaced_by_those_that_the_page_had(site: Site) -> None:
    article = await the_article(site)
    await site.library.articles.edit(article, by="7", text=f"{FIRST}\n{REST}\nCorrected by hand.")
    await site.cite()
    assert await site.night() == {"same": 1}
    assert await site.night() == {"same": 1}
    assert "Corrected by hand" in (await site.library.articles.get(article)).text


async def test_nothing_is_looked_at_by_day_or_unasked_or_uncited_or_long_after(site: Site) -> None:
    assert await site.night() == {}
    await site.cite()
    site.clock.forward(hours=8)
    assert await site.library.rechecks.due(site.clock()) == ()
    site.clock.forward(hours=16, days=14)
    assert await site.library.rechecks.due(site.clock()) == ()
    await site.library.settings.change(by="7", recheck=False)
    await site.cite()
    assert await site.night() == {}
    assert site.web.asked == []


async def test_where_the_setting_is_off_no_citation_is_kept(library: Library) -> None:
    await library.articles.add(parse_page(html(FIRST, REST), URL), by="7")
    assert (await library.ask("What did Torrens say about the breakwater?")).answered
    await library.rechecks.due()
    rows = await library._room.read(lambda db: db.execute("SELECT * FROM visit").fetchall())
    assert rows == []


async def test_the_night_is_that_of_the_librarys_time_zone(site: Site) -> None:
    await site.library.settings.change(by="7", timezone="Asia/Tokyo")
    await site.cite()
    assert await site.night() == {}
    site.clock.forward(hours=16)
    assert len(await site.library.rechecks.due(site.clock())) == 1
