"""Adding and changing articles over the wire: by address, by several files, from a message's menu."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tests.wire.conftest import Office
from tests.wire.loopback import Guild, Member, Unusable
from tests.wire.loopback.answers import find_button
from tests.wire.pages import page

pytestmark = [
    pytest.mark.wire,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("office_in_order"),
]


async def editor_of(office: Office, name: str, *, stocked: bool = False) -> Member:
    return (await office.guild(name, stocked=stocked)).member("Marek", admin=True)


async def joined(office: Office) -> Guild:
    """A server that the bot has just been added to, and has greeted.

    In the first seconds after its start every server is one that it was in before.
    """
    for _ in range(5):
        guild = office.discord.guild("Brannock", joins=True)
        with suppress(AssertionError):
            await office.discord.until(lambda: guild.channel.messages, "the welcome", seconds=2)  # noqa: B023
            return guild
    raise AssertionError("no welcome in any of five servers")


async def test_the_first_session_of_an_admin_and_a_reader(office: Office) -> None:
    guild = await joined(office)
    assert "Three steps, two minutes" in str(guild.channel.messages[0].components)
    editor, reader = guild.member("Marek", admin=True), guild.member("Ines")
    url = office.site.put("/lighthouse", page("Lighthouse of Brannock to be lit again"))
    preview = await editor.run("article add", url=url)
    assert preview.private
    for shown in (
        "### Lighthouse of Brannock to be lit again",
        "The Brannock Bell",
        "statements",
        "Odo Larkin",
    ):
        assert shown in preview.text
    saved = await editor.press(preview, "Save")
    assert "Saved: Lighthouse of Brannock" in saved.text
    assert "Try it: `/ask`" in saved.text
    answer = await reader.say(f"{reader.bot} what did Larkin say about the lamp?")
    assert "A lamp that nobody tends is only a tower" in answer.text
    assert "Odo Larkin" in answer.text
    assert f"{url}#:~:text=" in answer.text


async def test_a_page_that_is_known_is_called_so_and_a_changed_one_becomes_a_version(
    office: Office,
) -> None:
    editor = await editor_of(office, "Brannock Twice")
    url = office.site.put("/twice", page("Harbour wall to be raised"))
    await editor.press(await editor.run("article add", url=url), "Save")
    again = await editor.run("article add", url=url)
    assert "In the library already; saving changes nothing" in again.text
    assert "nothing changed" in (await editor.press(again, "Save")).text
    office.site.put(
        "/twice", page("Harbour wall to be raised", extra="“Stone by stone,” Brill said on Friday.")
    )
    changed = await editor.run("article add", url=url)
    assert "its new version" in changed.text
    saved = await editor.press(changed, "Save")
    assert "Saved as a new version" in saved.text
    assert "Version 2" in (await editor.press(saved, "Show the article")).text


async def test_what_looks_wrong_with_a_page_is_said_before_it_is_saved(office: Office) -> None:
    editor = await editor_of(office, "Brannock Teaser")
    words = "Forty of the steps are missing, and the lamp has not been lit for eleven years now. " * 2
    teaser = f"<h1>Forty steps</h1><p>{words}</p><p>Subscribe to read the full story.</p>"
    html = f"<html><head><title>Forty steps</title></head><body><article>{teaser}</article></body></html>"
    preview = await editor.run("article add", url=office.site.put("/teaser", html))
    assert "⚠" in preview.text
    assert "Nobody is quoted in it" in preview.text


async def test_a_page_that_cannot_be_read_can_be_pasted_at_once(office: Office) -> None:
    editor = await editor_of(office, "Brannock Gone")
    refused = await editor.run("article add", url=office.site.url("/nowhere"))
    assert "Nothing to add" in refused.text
    assert "404" in refused.text
    form = await editor.press(refused, "Paste its text instead")
    preview = await editor.submit(form, title="Pasted", text="“It is dark,” Odo Larkin said.")
    assert "Pasted" in (await editor.press(preview, "Save")).text


async def test_several_files_at_once_and_one_that_is_none(office: Office) -> None:
    editor = await editor_of(office, "Brannock Files")
    story = (
        "Quay to be paved\n\nThe quay will be paved, Mayor Edda Brill said.\n\n“Dry feet for all,” Brill said."
    )
    preview = await editor.run(
        "article add",
        file=("quay.txt", story.encode()),
        file_2=("lamp.html", page("Lamp is back").encode()),
        file_3=("noise.bin", bytes(range(256)) * 8),
    )
    assert "2 articles to add" in preview.text
    assert "Quay to be paved" in preview.text
    assert "1 input cannot be added" in preview.text
    assert "noise.bin" in preview.text
    assert "2 articles done" in (await editor.press(preview, "Save")).text


async def test_a_pasted_text_comes_in_parts(office: Office) -> None:
    editor = await editor_of(office, "Brannock Parts")
    form = await editor.run("article add")
    preview = await editor.submit(form, title="Two parts", text="“First part,” Odo Larkin said.")
    form = await editor.press(preview, "Add another part")
    longer = await editor.submit(form, text="“Second part,” Larkin said.")
    saved = await editor.press(longer, "Save")
    assert "2 statements by 1 person" in saved.text


async def test_the_link_in_a_message_is_added_from_its_menu(office: Office) -> None:
    guild = await office.guild("Brannock Menu", stocked=False)
    reader, editor = guild.member("Ines"), guild.member("Marek", admin=True)
    url = office.site.put("/menu", page("Menu of the harbour inn"))
    written = reader.write(f"Have you read this ({url})?")
    preview = await editor.menu("Add to the library", written)
    assert preview.private
    assert "Menu of the harbour inn" in preview.text
    assert "Saved" in (await editor.press(preview, "Save")).text
    bare = await editor.menu("Add to the library", reader.write("No address here."))
    assert "no link" in bare.text
    refused = await reader.menu("Add to the library", written)
    assert "Manage Server" in refused.text


async def test_an_edit_by_form_goes_round_and_is_undone(office: Office) -> None:
    editor = await editor_of(office, "Brannock Edits", stocked=True)
    shown = await editor.run("article show", article="ferry-contract")
    form = await editor.press(shown, "Edit")
    assert form.modal is not None
    fields = {row["component"]["custom_id"]: row["component"].get("value") for row in form.modal["components"]}
    edited = await editor.submit(
        form, **{name: value or "" for name, value in fields.items()} | {"title": "New"}
    )
    assert "### New" in edited.text
    audit = await editor.run("quotedesk audit")
    assert "Edited" in audit.text
    assert "Taken back" in (await editor.press(audit, "Undo")).text
    assert fields["title"] in (await editor.run("article show", article="ferry-contract")).text


async def test_articles_are_listed_picked_withdrawn_and_found_again(office: Office) -> None:
    editor = await editor_of(office, "Brannock Lists", stocked=True)
    first = await editor.run("article list")
    words = first.text
    assert "9 articles" in words
    more = await editor.press(first, "Next page")
    assert more.text != words
    assert "First page" in more.buttons
    found = await editor.run("article list", query="ferry")
    picked = await editor.choose(found, found.text.split("**")[1])
    assert "Version 1" in picked.text
    removed = await editor.press(picked, "Withdraw")
    assert "24 hours" in removed.text
    gone = await editor.run("article list", sort="removed")
    assert "1 article to restore" in gone.text
    [choice] = await editor.type("article restore", "article", "ferry")
    assert "erry" in choice
    restored = await editor.run("article restore", article="ferry-contract")
    assert "Back in the library" in restored.text


async def test_a_preview_is_for_one_person_and_saved_once(office: Office) -> None:
    guild = await office.guild("Brannock Once", stocked=False)
    editor, other = guild.member("Marek", admin=True), guild.member("Petra", admin=True)
    preview = await editor.run("article add", url=office.site.put("/once", page("Once only")))
    assert preview.message is not None
    save = find_button(preview, "Save")["custom_id"]
    assert "no longer there" in (await other.press_id(preview.message, save)).text
    await editor.press(preview, "Save")
    assert "no longer there" in (await editor.press_id(preview.message, save)).text
    assert "1 article" in (await editor.run("article list")).text


async def test_a_role_may_add_and_a_reader_may_not(office: Office) -> None:
    guild = await office.guild("Brannock Roles", stocked=False)
    admin, helper = guild.member("Marek", admin=True), guild.member("Ines")
    with pytest.raises(Unusable):
        await helper.run("article list")
    role = guild.add_role("desk", helper)
    shown = await admin.run("quotedesk settings", editor_role=role)
    assert "Server Settings → Integrations" in shown.text
    assert "library is empty" in (await helper.run("article list", force=True)).text
    refused = await helper.run("quotedesk settings", answers="private", force=True)
    assert "Server Settings → Roles" in refused.text
    await admin.run("quotedesk settings", editor_role=role)
    assert "Manage Server" in (await helper.run("article list", force=True)).text
