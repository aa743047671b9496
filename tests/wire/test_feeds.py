"""Feeds over the wire: found from a site's address, fetched by the clock, their failures told once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from tests.wire.conftest import Office
from tests.wire.loopback import Member
from tests.wire.pages import feed, front, page

pytestmark = [
    pytest.mark.wire,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("office_in_order"),
]
RSS = "application/rss+xml"


async def works(editor: Member) -> str:
    """The list of feeds, when the only one has been fetched."""
    for _ in range(40):
        shown = (await editor.run("feed list")).text
        if "✓ works" in shown:
            return shown
        await asyncio.sleep(0.25)
    raise AssertionError(f"the feed does not work: {shown}")


async def test_a_feed_is_found_fetched_by_itself_paused_resumed_and_removed(office: Office) -> None:
    editor = (await office.guild("Feeding Quay", stocked=False)).member("Marek", admin=True)
    story = office.site.put("/gulls", page("Gulls take the fish market"))
    office.site.put("/bell/feed", feed("The Brannock Bell", ("Gulls take the fish market", story)), kind=RSS)
    added = await editor.run("feed add", url=office.site.put("/bell", front("/bell/feed")))
    assert "The Brannock Bell is kept" in added.text
    assert "quietly" in added.text
    await office.discord.until(lambda: "/gulls" in office.site.asked, "the bot to fetch the story")
    assert "1 article" in await works(editor)
    assert "Gulls take the fish market" in (await editor.run("article list")).text
    [name] = await editor.type("feed pause", "feed", "bell")
    assert name == "The Brannock Bell"
    assert "Paused" in (await editor.run("feed pause", feed=name)).text
    assert "paused" in (await editor.run("feed list")).text
    assert "works.**" in (checked := await editor.run("feed check", feed=name)).text
    assert "stays paused" in checked.text
    assert "There is no feed Bello" in (await editor.run("feed check", feed="Bello")).text
    assert "Resumed" in (await editor.run("feed resume", feed=name)).text
    assert "Its 1 article stays" in (await editor.run("feed remove", feed=name)).text
    assert "None yet" in (await editor.run("feed list")).text


async def test_a_site_without_a_feed_is_refused_in_a_sentence(office: Office) -> None:
    editor = (await office.guild("Feedless Quay", stocked=False)).member("Marek", admin=True)
    refused = await editor.run("feed add", url=office.site.put("/plain", "<html><p>No feed here.</p></html>"))
    assert refused.private
    assert "Something went wrong" not in refused.text
    assert "feed" in refused.text


async def test_a_feed_that_is_gone_is_told_once_to_the_owner_and_shown_in_status(office: Office) -> None:
    guild = await office.guild("Gone Quay")
    editor = guild.member("Marek", admin=True)
    url = office.site.put("/gone", feed("Last Words"), kind=RSS)
    await editor.run("feed add", url=url)
    await works(editor)
    office.site.put("/gone", "", status=410)
    checked = await editor.run("feed check", feed="Last Words")
    assert "does not work" in checked.text
    assert "410" in checked.text
    assert "Last Words" in (await editor.run("quotedesk status")).text


async def test_a_feed_that_dies_by_itself_is_told_once_in_a_direct_message(office: Office) -> None:
    guild = await office.guild("Dying Quay", stocked=False)
    editor = guild.member("Marek", admin=True)
    await editor.run("feed add", url=office.site.put("/dying", feed("Dying Words"), kind=RSS))
    office.site.put("/dying", "", status=410)
    asked = len(office.site.asked)
    await office.discord.until(lambda: "/dying" in office.site.asked[asked:], "the bot to ask the feed")
    [notice] = await office.discord.until(lambda: guild.owner.mail, "the notice")
    assert "A feed needs you: Dying Words" in notice.text
    asked = len(office.site.asked)
    other = await office.guild("Other Quay", stocked=False)
    await other.member("Petra", admin=True).run("feed add", url=office.site.url("/bell"))
    await office.discord.until(lambda: "/bell/feed" in office.site.asked[asked:], "another round")
    assert len(guild.owner.mail) == 1


async def test_new_articles_are_announced_where_admins_wish_and_the_first_ones_never(office: Office) -> None:
    guild = await office.guild("News Quay", stocked=False)
    admin, news = guild.member("Marek", admin=True), guild.add_channel("news")
    assert f"<#{news.id}>" in (await admin.run("quotedesk settings", news_channel=news)).text
    first = office.site.put("/news/1", page("Gulls take the fish market"))
    url = office.site.put("/news", feed("Gull Times", ("Gulls", first)), kind=RSS)
    assert "news_channel" not in (await admin.run("feed add", url=url)).text
    await office.discord.until(lambda: "/news/1" in office.site.asked, "the first fetch")
    await works(admin)
    # What was published long ago is no news, however new it is to the feed.
    today = datetime.now(UTC).date().isoformat()
    text = page("Quite another matter", published=today, extra="“Ask the gulls,” Brill said.")
    second = office.site.put("/news/2", text)
    office.site.put("/news", feed("Gull Times", ("Another", second), ("Gulls", first)), kind=RSS)
    assert "works" in (await admin.run("feed check", feed=url)).text
    [told] = await office.discord.until(lambda: news.messages, "the news")
    assert "New in Gull Times" in str(told.components)
    assert "Gulls take" not in str(told.components)


async def test_many_feeds_are_pages(office: Office) -> None:
    editor = (await office.guild("Many Quay", stocked=False)).member("Marek", admin=True)
    for number in range(9):
        url = office.site.put(f"/many/{number}", feed(f"Paper {number}"), kind=RSS)
        await editor.run("feed add", url=url)
    shown = await editor.run("feed list")
    assert "9 feeds" in shown.text
    assert "Paper 8" not in shown.text
    assert "Paper 8" in (await editor.press(shown, "Next page")).text
