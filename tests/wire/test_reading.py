"""Readers over the wire, beyond the first answer: checks, citations, follow-ups, privacy, faults."""

from __future__ import annotations

import json

import pytest

from bot.libraries import library_path
from index.library import Library
from tests.bot.commands.test_ask import NAMESAKE
from tests.wire.conftest import Desk
from tests.wire.loopback import Answer, BotProcess, Guild, Member
from tests.wire.loopback.answers import find_button

pytestmark = [
    pytest.mark.wire,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("nothing_refused"),
]

QUESTION = "what did Korvel promise?"
TAPE = "one measuring tape in this strait, not two"


def button_id(answer: Answer, label: str) -> str:
    """The id of the first button with this label."""
    found = find_button(answer, label)
    return str(found["custom_id"])


async def the_second_try(desk: Desk) -> None:
    """Wait until Discord has told the bot that it acknowledged already: that is no fault of the bot."""
    refused = desk.discord.refused
    await desk.discord.until(lambda: refused and "40060" in refused[-1], "the second try")
    refused.pop()


async def test_a_quote_in_a_message_is_checked_for_whoever_asks(guild: Guild, reader: Member) -> None:
    said = guild.member("Tove").write(f"They all say “{TAPE}”, you know.")
    verdict = await reader.menu("Check this quote", said)
    assert verdict.private
    assert "Said exactly so" in verdict.text
    assert "Ana Korvel" in verdict.text
    assert reader.replies(said) == []


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("> two measuring tapes in this strait, not one", "Said in other words"),
        ("“purple zeppelins sing at midnight”", "Not found here"),
        ("👍 <:lamp:12345> https://harbour.example", "no words to check"),
        ("@everyone **" + "loud " * 380 + "**", "Not found here"),
    ],
)
async def test_any_message_can_be_checked(guild: Guild, reader: Member, words: str, verdict: str) -> None:
    checked = await reader.menu("Check this quote", guild.member("Tove").write(words))
    assert verdict in checked.text


async def test_a_citation_is_shown_privately_to_be_copied(reader: Member) -> None:
    cited = await reader.press(await reader.ask(QUESTION), "Cite")
    assert cited.private
    assert "```\n“We will put the money into the budget this month.”\n— Ana Korvel, quoted in" in cited.text


async def test_two_people_of_one_name_are_told_apart_by_a_button(desk: Desk) -> None:
    guild = await desk.guild("Two Rieds")
    async with Library.open(library_path(desk.data, str(guild.id))) as library:
        await library.articles.add(NAMESAKE, by="wire")
    reader = guild.member("Ines")
    both = await reader.say(f"{reader.bot} what did Ried say?")
    assert "Did you mean someone else?" in both.text
    one = await reader.press(both, "Pavel Ried")
    assert "No pilot is asked twice" in one.text
    assert "**Tomas Ried**" not in one.text
    which = await reader.run("person", name="Ried")
    shown = await reader.press(which, "Tomas Ried")
    assert "## Tomas Ried" in shown.text
    assert shown.files == ["timeline.png"]


async def test_short_replies_are_understood_after_the_answer(reader: Member) -> None:
    first = await reader.say(f"{reader.bot} what did Korvel say about the measuring tape?")
    when = await reader.say(f"{reader.bot} when?", reply_to=first.message)
    assert "### when?" in when.text
    assert TAPE in when.text
    other = await reader.say(f"{reader.bot} and Brandow?", reply_to=when.message)
    assert "-# when?" in other.text
    why = await reader.press(other, "Why")
    assert "People: Ilse Brandow" in why.text
    assert "Words looked for: the measuring tape" in why.text


async def test_days_complete_themselves_with_their_articles(reader: Member) -> None:
    assert await reader.type("ask", "since", "oct", question="q") == ["October 2026 · 4 articles"]
    assert "Yesterday" in await reader.type("quotes", "until", "")


async def test_what_is_kept_is_shown_handed_over_and_deleted(desk: Desk) -> None:
    guild = await desk.guild("Private Quay")
    reader = guild.member("Ines")
    await reader.run("follow", person="Ana Korvel")
    form = await reader.press(await reader.ask(QUESTION), "Flag")
    await reader.submit(form, reason=["text"], note="A word is missing.")
    shown = await reader.run("privacy show")
    assert shown.private
    assert "You follow Ana Korvel" in shown.text
    assert "A report of" in shown.text
    export = await reader.run("privacy export")
    assert export.private
    assert export.message is not None
    data = desk.discord.backend.cdn.get(export.message.attachments[0]["url"])
    assert data is not None
    kept = json.loads(data)
    assert kept["follows"][0]["subject"] == "Ana Korvel"
    assert kept["flags"][0]["note"] == "A word is missing."
    assert QUESTION not in data.decode()
    deleted = await reader.press(await reader.run("privacy show"), "Delete")
    assert "1 report and 1 follow are gone" in deleted.text
    assert "Nothing." in (await reader.run("privacy show")).text
    stored = library_path(desk.data, str(guild.id)).read_bytes()
    assert str(reader.id).encode() not in stored


async def test_where_the_bot_may_not_post_it_explains_that_in_private(desk: Desk) -> None:
    guild = await desk.guild("Silent Quay")
    reader = guild.member("Ines")
    closed = guild.add_channel("closed")
    closed.deny_bot("send_messages")
    written = reader.write(f"{reader.bot} {QUESTION}", channel=closed)
    await desk.discord.until(lambda: reader.mail, "the explanation")
    assert "I cannot answer in" in reader.mail[0].text
    assert "Send Messages" in reader.mail[0].text
    assert reader.replies(written) == []
    assert "promised" in (await reader.ask(QUESTION, channel=closed)).text


async def test_a_reader_without_direct_messages_costs_nothing(desk: Desk) -> None:
    guild = await desk.guild("Mute Quay")
    reader = guild.member("Ines")
    closed = guild.add_channel("closed")
    closed.deny_bot("send_messages")
    desk.discord.fail("POST", "/channels/*/messages", 403)
    reader.write(f"{reader.bot} {QUESTION}", channel=closed)
    await desk.discord.until(lambda: not desk.discord.rest.faults, "the refusal")
    assert "promised" in (await reader.ask(QUESTION)).text


async def test_a_flood_is_told_once_when_to_come_back(desk: Desk) -> None:
    reader = (await desk.guild("Flooded Quay")).member("Ines")
    written = [reader.write(f"{reader.bot} {QUESTION}") for _ in range(14)]
    await desk.discord.until(lambda: sum(len(reader.replies(w)) for w in written) >= 11, "the refusal")
    refused = await reader.ask(QUESTION)
    assert refused.private
    assert "Come back in" in refused.text
    texts = [Answer(reply).text for w in written for reply in reader.replies(w)]
    assert sum("Come back in" in text for text in texts) == 1


async def test_an_answer_whose_article_was_withdrawn_says_so_when_touched(desk: Desk) -> None:
    guild = await desk.guild("Withdrawn Quay")
    reader = guild.member("Ines")
    answer = await reader.ask("what did Korvel say about the measuring tape?")
    async with Library.open(library_path(desk.data, str(guild.id))) as library:
        await library.articles.remove("closed-season-agreed", by="wire")
    for label in ("Context", "Cite"):
        touched = await reader.press(answer, label)
        assert touched.private
        assert "This passage is no longer in the library" in touched.text
    form = await reader.press(answer, "Flag")
    flagged = await reader.submit(form, reason=["text"], note="")
    assert "no longer in the library" in flagged.text


async def test_the_buttons_of_a_year_ago_work_after_a_restart(desk: Desk) -> None:
    guild = await desk.guild("Old Quay")
    reader = guild.member("Ines")
    answer = await reader.ask("what did Ried say?")
    ids = {label: button_id(answer, label) for label in ("Context", "Cite", "Flag", "More", "Why")}
    assert answer.message is not None
    assert await desk.bot.stop() == 0
    desk.bot = await BotProcess.start(desk.discord, desk.data)
    # As a message of last year: its id is of then, and only the buttons say what it was.
    assert all(custom_id.startswith("qd1:") for custom_id in ids.values())
    assert "Ried" in (await reader.press(answer, "Context")).text
    assert "Tomas Ried, quoted in" in (await reader.press(answer, "Cite")).text
    assert (await reader.press(answer, "Flag")).modal is not None
    assert "Back" in (await reader.press(answer, "More")).buttons
    assert "How I understood it" in (await reader.press(answer, "Why")).text


@pytest.mark.parametrize(
    "custom_id",
    [
        "qd1:cite:0:10::00000000:closed-season-agreed",
        "qd1:cite:0:99999999:1:00000000:closed-season-agreed",
        "qd1:cite:0:10:999999999999999999999:00000000:closed-season-agreed",
        "qd1:person:Nobody Atall",
        "qd1:person",
        "qd1:more:0:1:::Ana Korvel:",
        "qd1:quotes:zzz::::",
        "qd1:unfollow:1:1",
        "qd1:unfollow:99999999999999999999999",
        "qd1:flagged:0:10::00000000:x",
        "qd0:context:0:10::00000000:closed-season-agreed",
        "menu:qd1:more",
    ],
)
async def test_a_forged_id_gets_a_sentence_in_private_and_changes_nothing(
    reader: Member, custom_id: str
) -> None:
    shown = await reader.press_id(reader.write("hello"), custom_id)
    assert shown.private
    assert shown.text
    assert "Something went wrong" not in shown.text


async def test_a_lost_confirmation_of_the_acknowledgement_is_still_one_answer(
    desk: Desk, reader: Member
) -> None:
    desk.discord.fail("POST", "/interactions/*/callback", 502, after=True)
    answer = await reader.ask(QUESTION)
    assert "promised" in answer.text
    assert answer.followups == ()
    await the_second_try(desk)


async def test_a_lost_confirmation_of_a_form_is_still_one_form(desk: Desk, reader: Member) -> None:
    answer = await reader.ask(QUESTION)
    desk.discord.fail("POST", "/interactions/*/callback", 502, after=True)
    form = await reader.press(answer, "Flag")
    assert form.modal is not None
    await the_second_try(desk)
    assert form.followups == ()
    assert "Thank you" in (await reader.submit(form, reason=["other"], note="")).text


async def test_a_lost_socket_between_two_questions_loses_no_thread(desk: Desk, reader: Member) -> None:
    first = await reader.say(f"{reader.bot} what did Korvel say about the closed season?")
    desk.discord.gateway.drop()
    second = await reader.say(f"{reader.bot} and Ried?", reply_to=first.message)
    assert "-# what did Korvel say about the closed season?" in second.text
    assert len(reader.replies(second.message)) == 0  # type: ignore[arg-type]  # there is one
