"""What admins keep in order over the wire: people, reports, settings, outlets, changes, rights of the bot."""

from __future__ import annotations

import asyncio

import pytest

from bot.libraries import library_path
from index.library import Library
from tests.wire.conftest import Office
from tests.wire.loopback import Guild, Member

pytestmark = [
    pytest.mark.wire,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("office_in_order"),
]
QUESTION = "what did Korvel promise?"


async def people_of(office: Office, name: str) -> tuple[Guild, Member, Member]:
    guild = await office.guild(name)
    return guild, guild.member("Marek", admin=True), guild.member("Ines")


async def report(reader: Member, reason: str) -> None:
    form = await reader.press(await reader.ask(QUESTION), "Flag")
    await reader.submit(form, reason=[reason], note="I think it was Ried")


async def test_people_are_merged_renamed_and_it_is_taken_back(office: Office) -> None:
    _, editor, reader = await people_of(office, "Names Quay")
    merged = await editor.run("people merge", keep="Ana Korvel", other="Tomas Ried")
    assert "counts as" in merged.text
    assert "Ana Korvel" in (await reader.run("person", name="Tomas Ried")).text
    assert "Taken back" in (await editor.run("quotedesk undo")).text
    assert "Tomas Ried" in (await reader.run("person", name="Tomas Ried")).text
    renamed = await editor.run("people rename", name="Ana Korvel", new="Ana Korvel-Sund")
    assert "Ana Korvel-Sund" in renamed.text
    forms = await editor.type("people split", "form", "", name="Ana Korvel-Sund")
    assert "Ana Korvel" in forms
    unknown = await editor.run("people merge", keep="Ana Korvel-Sund", other="Osgood Penhallow")
    assert unknown.private
    assert "Penhallow" in unknown.text


async def test_two_people_under_one_name_are_split(office: Office) -> None:
    _, editor, reader = await people_of(office, "Split Quay")
    await editor.run("people merge", keep="Ana Korvel", other="Tomas Ried")
    split = await editor.run("people split", name="Ana Korvel", form="Tomas Ried")
    assert "are two people now" in split.text
    assert "Tomas Ried" in (await reader.run("person", name="Tomas Ried")).text


async def test_a_wrong_speaker_is_corrected_with_a_choice_and_the_reader_thanked(office: Office) -> None:
    _, editor, reader = await people_of(office, "Report Quay")
    await report(reader, "speaker")
    queue = await editor.run("quotedesk flags")
    assert "1 open report" in queue.text
    assert "I think it was Ried" in queue.text
    assert queue.buttons[0] == "Correct the speaker"
    assert "Ana Korvel" in (await editor.press(queue, "Context")).text
    form = await editor.press(queue, "Correct the speaker")
    corrected = await editor.submit(form, name=["Derrin Vale"])
    assert "Corrected" in corrected.text
    assert "**Derrin Vale**" in corrected.text
    [thanks] = await office.discord.until(lambda: reader.mail, "the thanks")
    assert "It was right, and is mended" in thanks.text
    assert "Nothing waits" in (await editor.run("quotedesk flags")).text
    assert "resolved already" in (await editor.press(queue, "Mended")).text


async def test_an_editor_who_flags_can_mend_at_once(office: Office) -> None:
    _, editor, reader = await people_of(office, "Own Quay")
    form = await editor.press(await editor.ask(QUESTION), "Flag")
    noted = await editor.submit(form, reason=["speaker"])
    form = await editor.press(noted, "Correct the speaker")
    assert "Corrected" in (await editor.submit(form, name=["unclear"])).text
    assert "Nothing waits" in (await editor.run("quotedesk flags")).text
    form = await reader.press(await reader.ask(QUESTION), "Flag")
    assert (await reader.submit(form, reason=["speaker"])).buttons == []


async def test_a_speaker_who_is_not_in_the_list_is_written_in(office: Office) -> None:
    _, editor, reader = await people_of(office, "Written Quay")
    await report(reader, "speaker")
    form = await editor.press(await editor.run("quotedesk flags"), "Correct the speaker")
    corrected = await editor.submit(form, name=["other"], other="Odo Larkin")
    assert "**Odo Larkin**" in corrected.text


async def test_a_report_is_closed_with_one_tap_and_the_next_one_comes_up(office: Office) -> None:
    _, editor, reader = await people_of(office, "Closing Quay")
    await report(reader, "outdated")
    await report(reader, "text")
    queue = await editor.run("quotedesk flags")
    assert "2 open reports" in queue.text
    assert queue.buttons[0] == "Show the article"
    assert "1 open report" in (await editor.press(queue, "Nothing to mend")).text
    [thanks] = await office.discord.until(lambda: reader.mail, "the thanks")
    assert "left things as they are" in thanks.text


async def test_every_change_is_one_entry_with_who_and_undo(office: Office) -> None:
    _, editor, _ = await people_of(office, "Audit Quay")
    await editor.run("article edit", article="ferry-contract", source="The Tide")
    await editor.run("article remove", article="ferry-contract")
    audit = await editor.run("quotedesk audit")
    assert "3 changes" in audit.text  # the sample articles, the edit, the withdrawal
    assert f"<@{editor.id}>" in audit.text
    assert audit.text.index("Withdrawn") < audit.text.index("Edited") < audit.text.index("Added")
    undone = await editor.press(audit, "Undo")
    assert "Taken back" in undone.text
    assert "(undone)" in (await editor.run("quotedesk audit")).text
    assert "The Tide" in (await editor.run("article show", article="ferry-contract")).text


async def test_settings_shape_where_and_how_answers_come(office: Office) -> None:
    guild, admin, reader = await people_of(office, "Settings Quay")
    private = await admin.run("quotedesk settings", answers="private", timezone="Europe/Berlin")
    assert "private, unless asked by mention" in private.text
    assert "Europe/Berlin" in private.text
    assert (await reader.ask(QUESTION)).private
    await admin.run("quotedesk settings", answers="public")
    assert not (await reader.ask(QUESTION)).private
    desk = guild.add_channel("questions")
    here = await admin.run("quotedesk settings", given={"channel": desk})
    assert f"Answers in:** <#{desk.id}>" in here.text
    assert (await reader.ask(QUESTION)).private
    assert not (await reader.ask(QUESTION, channel=desk)).private
    refused = await admin.run("quotedesk settings", timezone="Middle/Earth")
    assert "time zone" in refused.text


async def test_changes_are_posted_where_admins_wish(office: Office) -> None:
    guild, admin, _ = await people_of(office, "Posting Quay")
    log = guild.add_channel("changes")
    await admin.run("quotedesk settings", audit_channel=log)
    await admin.run("article edit", article="ferry-contract", source="The Tide")

    def posted() -> bool:
        return any("Edited" in str(message.components) for message in log.messages)

    for _ in range(5):
        # What was changed before the first round that knew of the channel is not posted.
        try:
            await office.discord.until(posted, "the change", seconds=2)
            break
        except AssertionError:
            await admin.run("article edit", article="ferry-contract", author=f"Ola {_}")
    assert posted()
    again = await admin.run("quotedesk settings", audit_channel=log)
    assert "no channel" in again.text


async def test_an_outlet_is_left_out_and_allowed_again(office: Office) -> None:
    _, admin, reader = await people_of(office, "Blocking Quay")
    [outlet, *_] = await admin.type("quotedesk block", "outlet", "Harbour")
    blocked = await admin.run("quotedesk block", outlet=outlet)
    assert "is left out from now on" in blocked.text
    assert outlet in (await admin.run("quotedesk settings")).text
    assert outlet not in (await reader.ask(QUESTION)).text
    line = f'{{"title": "Again", "source": "{outlet}", "text": "“Again,” Odo Larkin said on Monday."}}\n'
    preview = await admin.run("article add", file=("again.jsonl", line.encode()))
    assert "blocked" in preview.text
    assert [outlet] == await admin.type("quotedesk unblock", "outlet", "")
    assert "may be added again" in (await admin.run("quotedesk unblock", outlet=outlet)).text
    assert "Outlets left out:** none" in (await admin.run("quotedesk settings")).text


async def test_status_names_the_channel_the_right_and_the_place_to_give_it(office: Office) -> None:
    guild, admin, reader = await people_of(office, "Status Quay")
    shut = guild.add_channel("shut")
    shut.deny_bot("send_messages")
    await report(reader, "other")
    status = await admin.run("quotedesk status")
    assert f"In <#{shut.id}> I cannot write; I lack Send Messages. Edit Channel → Permissions" in status.text
    assert "1 report waits" in status.text
    # Where the bot answers elsewhere alone, the channel is none of its business, unless the settings name it.
    await admin.run("quotedesk settings", given={"channel": guild.channel})
    assert str(shut.id) not in (await admin.run("quotedesk status")).text
    await admin.run("quotedesk settings", news_channel=shut)
    assert f"In <#{shut.id}> I cannot write" in (await admin.run("quotedesk status")).text
    shut.delete()
    assert "1 channel in the settings is gone" in (await admin.run("quotedesk status")).text
    changed = await admin.run("quotedesk settings", answers="private")
    assert "New articles of feeds go to:** no channel" in changed.text
    assert f"<#{guild.channel.id}>" in changed.text


async def test_leaving_a_server_starts_the_clock_of_its_library(office: Office) -> None:
    guild, admin, _ = await people_of(office, "Leaving Quay")
    await admin.run("article list")
    guild.leave()
    for _ in range(40):
        async with Library.open(library_path(office.data, str(guild.id))) as library:
            if await library.upkeep.left() is not None:
                break
        await asyncio.sleep(0.25)
    else:
        raise AssertionError("the clock of a server that was left does not run")
