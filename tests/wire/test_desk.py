"""Every other command over the wire: articles added by file and form, people, lists, checks, privacy."""

from __future__ import annotations

import pytest

from tests.wire.conftest import Desk
from tests.wire.loopback import Member, Unusable

pytestmark = [
    pytest.mark.wire,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("nothing_refused"),
]

TEXT = """Lighthouse of Brannock to be lit again

The lighthouse of Brannock will be lit again in June, the keeper Odo Larkin said on Monday.

“A lamp that nobody tends is only a tower,” Larkin said. He promised that the stairs would be mended first.
"""


async def test_a_file_is_previewed_saved_listed_and_then_answers(desk: Desk) -> None:
    guild = await desk.guild("Brannock Bell", stocked=False)
    editor = guild.member("Marek", admin=True)
    preview = await editor.run("article add", file=("brannock.txt", TEXT.encode()))
    assert preview.private
    assert "Lighthouse of Brannock" in preview.text
    assert "Nothing is stored yet" in preview.text
    saved = await editor.press(preview, "Save")
    assert "Saved" in saved.text
    assert "Lighthouse of Brannock" in (await editor.run("article list")).text
    answer = await guild.member("Ines").ask("what did Larkin say?")
    assert "A lamp that nobody tends is only a tower" in answer.text
    assert "Odo Larkin" in answer.text


async def test_a_pasted_text_is_saved(desk: Desk) -> None:
    editor = (await desk.guild("Brannock Paste", stocked=False)).member("Marek", admin=True)
    form = await editor.run("article add")
    assert form.modal is not None
    title, _, text = TEXT.partition("\n\n")
    preview = await editor.submit(form, title=title, source="The Brannock Bell", text=text)
    assert "The Brannock Bell" in preview.text
    assert "Saved" in (await editor.press(preview, "Save")).text


async def test_a_cancelled_preview_stores_nothing(desk: Desk) -> None:
    editor = (await desk.guild("Brannock Cancel", stocked=False)).member("Marek", admin=True)
    preview = await editor.run("article add", file=("brannock.txt", TEXT.encode()))
    assert "Nothing was stored" in (await editor.press(preview, "Cancel")).text
    assert "The library is empty" in (await editor.run("article list")).text


async def test_an_address_inside_the_house_is_refused(desk: Desk) -> None:
    editor = (await desk.guild("Brannock Web", stocked=False)).member("Marek", admin=True)
    refused = await editor.run("article add", url="http://127.0.0.1:9/story")
    assert refused.private
    assert "Save" not in refused.buttons
    assert "Something went wrong" not in refused.text


async def test_a_withdrawn_article_answers_no_more_until_it_is_restored(desk: Desk) -> None:
    guild = await desk.guild("Brannock Withdrawn")
    editor = guild.member("Marek", admin=True)
    shown = await editor.run("article show", article="closed-season-agreed")
    removed = await editor.press(shown, "Withdraw")
    assert "same boat" not in (await guild.member("Ines").ask("what did Korvel promise?")).text
    await editor.press(removed, "Restore")
    assert "same boat" in (await guild.member("Ines").ask("what did Korvel promise?")).text


async def test_a_reader_cannot_add_articles(reader: Member) -> None:
    with pytest.raises(Unusable):
        await reader.run("article list")
    refused = await reader.run("article list", force=True)
    assert refused.private
    assert "Manage Server" in refused.text


async def test_a_person_is_shown_with_figures_picture_and_words(reader: Member) -> None:
    shown = await reader.run("person", name="Ana Korvel")
    assert "Ana Korvel" in shown.text
    assert "statements" in shown.text
    assert shown.files == ["timeline.png"]


async def test_a_person_who_is_not_there_gets_a_sentence(reader: Member) -> None:
    shown = await reader.run("person", name="Osgood Penhallow", private=True)
    assert shown.private
    assert "Something went wrong" not in shown.text


async def test_words_are_verified_as_exact_or_as_not_found(reader: Member) -> None:
    exact = await reader.run("verify", words="one measuring tape in this strait, not two", speaker="Ana Korvel")
    assert "Said exactly so" in exact.text
    assert "Ana Korvel" in exact.text
    unknown = await reader.run("verify", words="Pensions are a kind of weather system")
    assert "Not found here" in unknown.text


async def test_quotes_are_listed_page_by_page(reader: Member) -> None:
    first = await reader.run("quotes", speaker="Tomas Ried")
    assert "Tomas Ried" in first.text
    words = first.text
    more = await reader.press(first, "Next page")
    assert more.text != words


async def test_two_people_are_compared(reader: Member) -> None:
    shown = await reader.run("compare", left="Ana Korvel", right="Tomas Ried", topic="closed season")
    assert "Ana Korvel" in shown.text
    assert "Tomas Ried" in shown.text


async def test_help_and_privacy_are_private(reader: Member) -> None:
    helped = await reader.run("help")
    assert helped.private
    assert "/ask" in helped.text
    kept = await reader.run("privacy show")
    assert kept.private
    assert "Nothing." in kept.text
    assert "Deleted" in (await reader.run("privacy delete")).text
    export = await reader.run("privacy export")
    assert export.files == ["quotedesk-about-me.json"]


async def test_a_flag_is_taken_in_and_shown_to_an_admin(desk: Desk) -> None:
    guild = await desk.guild("Flagging Quay")
    reader = guild.member("Ines")
    form = await reader.press(await reader.ask("what did Korvel promise?"), "Flag")
    thanked = await reader.submit(form, reason=["speaker"], note="Was it Ried?")
    assert thanked.private
    assert "Thank you" in thanked.text
    flags = await guild.member("Marek", admin=True).run("quotedesk flags")
    assert "Was it Ried?" in flags.text


async def test_a_person_is_followed_and_unfollowed(reader: Member) -> None:
    followed = await reader.run("follow", person="Ana Korvel")
    assert "You follow Ana Korvel" in followed.text
    assert "Ended" in (await reader.press(followed, "Unfollow")).text


async def test_status_settings_and_audit_answer_an_admin(desk: Desk) -> None:
    admin = (await desk.guild("Status Quay")).member("Marek", admin=True)
    for command in ("status", "settings", "audit"):
        shown = await admin.run(f"quotedesk {command}")
        assert shown.private
        assert "Something went wrong" not in shown.text
