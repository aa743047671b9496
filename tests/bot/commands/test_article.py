from __future__ import annotations

import pytest

from bot.commands.article import listing
from bot.limits import walk
from index.models import Draft
from tests.bot.conftest import Desk, buttons_of, text_of

TEXT = b"""Ferry pier to be mended

By Ola Brandt, 5 March 2026

Mayor Mara Lind promised on Thursday that the pier would be mended before the summer.

"We will mend the pier," Lind said. "No ferry will wait."
"""


async def test_a_file_is_previewed_saved_and_answers(desk: Desk) -> None:
    shown = await desk.admin.slash(desk.channel, "article add", file=("pier.txt", TEXT))
    assert "Nothing is stored yet." in text_of(shown)
    await desk.admin.click(shown.response, custom_id=buttons_of(shown.response)["Save"])
    assert "**Saved: Ferry pier to be mended**" in text_of(shown)
    result = await desk.reader.slash(desk.channel, "ask", question="What did Lind say about the pier?")
    assert '> "We will mend the pier," Lind said.' in text_of(result)


async def test_cancel_leaves_nothing(desk: Desk) -> None:
    shown = await desk.admin.slash(desk.channel, "article add", file=("pier.txt", TEXT))
    await desk.admin.click(shown.response, custom_id=buttons_of(shown.response)["Cancel"])
    async with desk.bot.shelf.library(desk.guild.id) as library:
        assert (await library.articles.list("pier to be mended")).total == 0


async def test_pasted_text_comes_by_a_form_and_is_kept_to_the_character(desk: Desk) -> None:
    form = await desk.admin.slash(desk.channel, "article add")
    text = "“We will mend\u00a0the pier,” Mara Lind said.\n\nIt is old."
    values = {"title": "The pier", "source": "Courier", "date": "2026-03-05", "url": "", "text": text}
    shown = await desk.admin.submit_modal(form, values)
    await desk.admin.click(shown.response, custom_id=buttons_of(shown.response)["Save"])
    async with desk.bot.shelf.library(desk.guild.id) as library:
        [card] = (await library.articles.list("The pier")).items
        assert (await library.articles.get(card.id)).text == text


async def test_an_empty_file_is_refused_in_a_sentence(desk: Desk) -> None:
    shown = await desk.admin.slash(desk.channel, "article add", file=("empty.txt", b""))
    assert "### Nothing to add" in text_of(shown)


async def test_removing_offers_to_restore(desk: Desk) -> None:
    removed = await desk.admin.slash(desk.channel, "article remove", article="ferry-contract")
    assert "**Withdrawn:" in text_of(removed)
    back = await desk.admin.click(removed.response, custom_id=buttons_of(removed.response)["Restore"])
    assert "**Back in the library:" in text_of(back)


async def test_the_list_has_pages(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PER_PAGE", 4)
    shown = await desk.admin.slash(desk.channel, "article list")
    assert "### 9 articles" in text_of(shown)
    await desk.admin.click(shown.response, custom_id=buttons_of(shown.response)["Next page"])
    assert "First page" in buttons_of(shown.response)


async def test_an_edit_by_form_changes_the_title(desk: Desk) -> None:
    form = await desk.admin.slash(desk.channel, "article edit", article="ferry-contract")
    values = {"title": "A new title", "source": "", "published": "", "url": "", "author": ""}
    shown = await desk.admin.submit_modal(form, values)
    assert "### A new title" in text_of(shown)


async def test_a_wrong_day_or_address_does_not_cost_the_pasted_text(desk: Desk) -> None:
    form = await desk.admin.slash(desk.channel, "article add")
    values = {
        "title": "The pier",
        "source": "Courier",
        "date": "some day",
        "url": "the pier",
        "text": "It is old.",
    }
    shown = await desk.admin.submit_modal(form, values)
    assert "“some day” could not be read" in text_of(shown)
    assert "“the pier” could not be read" in text_of(shown)
    assert "No date found" in text_of(shown)
    await desk.admin.click(shown.response, custom_id=buttons_of(shown.response)["Save"])
    async with desk.bot.shelf.library(desk.guild.id) as library:
        [card] = (await library.articles.list("The pier")).items
    assert (card.url, card.published) == (None, None)


async def test_an_edit_takes_no_address_that_is_none(desk: Desk) -> None:
    form = await desk.admin.slash(desk.channel, "article edit", article="ferry-contract")
    values = {"title": "New", "source": "", "published": "", "url": "javascript:alert(1)", "author": ""}
    assert "is no web address" in text_of(await desk.admin.submit_modal(form, values))
    refused = await desk.admin.slash(desk.channel, "article edit", article="ferry-contract", url="pier")
    assert "is no web address" in text_of(refused)
    async with desk.bot.shelf.library(desk.guild.id) as library:
        assert (await library.articles.get("ferry-contract")).title != "New"
    desk.expected("NoAddress")


async def test_undoing_an_undoing_is_told_in_words(desk: Desk) -> None:
    await desk.admin.slash(desk.channel, "quotedesk block", outlet="Lowland Ledger")
    await desk.admin.slash(desk.channel, "quotedesk undo")
    again = await desk.admin.slash(desk.channel, "quotedesk undo")
    assert "**Taken back:** the undoing of Outlet left out, Lowland Ledger" in text_of(again)


async def test_an_article_with_an_id_of_any_length_is_picked_edited_removed_and_restored(desk: Desk) -> None:
    name = "https://courier.example/2026/03/05/" + "the-pier-will-be-mended-" * 10
    async with desk.bot.shelf.library(desk.guild.id) as library:
        await library.articles.add(Draft(text="The pier is old.", title="Pier", id=name), by="cli")
    listed = await desk.admin.slash(desk.channel, "article list", query="Pier")
    shown = await desk.admin.select(listed.response, values=[f"…{name[-49:]}"])
    form = await desk.admin.click(shown.response, custom_id=buttons_of(shown.response)["Edit"])
    values = {"title": "The old pier", "source": "", "published": "", "url": "", "author": ""}
    shown = await desk.admin.submit_modal(form, values)
    assert "### The old pier" in text_of(shown)
    removed = await desk.admin.click(shown.response, custom_id=buttons_of(shown.response)["Withdraw"])
    back = await desk.admin.click(removed.response, custom_id=buttons_of(removed.response)["Restore"])
    assert "**Back in the library:" in text_of(back)


@pytest.mark.parametrize("command", ["article list", "feed list", "quotedesk status", "people merge"])
async def test_a_reader_is_refused_by_discord_itself(desk: Desk, command: str) -> None:
    assert command not in desk.reader.available_commands(desk.channel)
    assert command in desk.admin.available_commands(desk.channel)


async def test_a_button_is_authorised_anew_at_every_press(desk: Desk) -> None:
    shown = await desk.admin.slash(desk.channel, "article show", article="ferry-contract")
    remove = buttons_of(shown.response)["Withdraw"]
    public = await desk.reader.slash(desk.channel, "ask", question="what did Korvel promise?")
    stored = desk.env.backend.get_message(desk.channel.id, public.response.id)
    for one in walk(stored.components):
        if one.get("custom_id", "").startswith("qd1:context"):
            one["custom_id"] = remove  # type: ignore[index]  # a forged id
            break
    refused = await desk.reader.click(public.response, custom_id=remove)
    assert "**Manage Server**" in text_of(refused)
    async with desk.bot.shelf.library(desk.guild.id) as library:
        assert (await library.articles.get("ferry-contract")).removed is None
