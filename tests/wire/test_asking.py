"""Readers over the wire: questions by command, by mention, by reply; pages, context, reasons."""

from __future__ import annotations

import pytest

from tests.wire.conftest import Desk
from tests.wire.loopback import Guild, Member, Unusable

pytestmark = [
    pytest.mark.wire,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("nothing_refused"),
]


async def test_a_question_is_answered_with_words_speaker_day_and_source(reader: Member) -> None:
    answer = await reader.ask("what did Korvel promise?")
    assert "**Ana Korvel** promised" in answer.text
    assert "Ana Korvel" in answer.text
    assert "The Harbour Courier" in answer.text
    assert "https://courier.example/2026/10/09/korvel-paid-season" in answer.text
    assert "Tomas Ried**" not in answer.text
    assert not answer.private


async def test_it_is_acknowledged_within_a_second(reader: Member) -> None:
    answer = await reader.ask("what did Ried say about the quota?")
    assert answer.exchange is not None
    assert (answer.exchange.acknowledged or 9) < 1


async def test_a_question_without_evidence_gets_an_honest_no(reader: Member) -> None:
    answer = await reader.ask("what did Osgood Penhallow say about pensions?")
    assert "No answer" in answer.text
    assert "9 articles" in answer.text


async def test_a_private_answer_is_seen_by_one_person_only(reader: Member) -> None:
    answer = await reader.ask("what did Korvel promise?", private=True)
    assert answer.private


async def test_filters_are_kept_to(reader: Member) -> None:
    answer = await reader.ask("what was said about the quota?", source="Orsenia Today", since="2026-10-01")
    assert "The Harbour Courier" not in answer.text
    assert "Ried denied that he had given way on the herring quota" in answer.text


async def test_a_mention_is_answered_and_pings_nobody(desk: Desk, reader: Member) -> None:
    answer = await reader.say(f"{reader.bot} what did Korvel promise?")
    assert "inspectors of both countries would sail on the same boat" in answer.text
    assert answer.message is not None
    assert answer.message.ping_user_ids == []
    sent = desk.discord.asked("POST", "/messages")[-1].body
    assert sent["allowed_mentions"]["parse"] == []
    assert sent["enforce_nonce"] is True


async def test_a_reply_goes_on_with_the_conversation(reader: Member) -> None:
    first = await reader.say(f"{reader.bot} what did Korvel say about the closed season?")
    second = await reader.say(f"{reader.bot} and Ried?", reply_to=first.message)
    assert "**Tomas Ried**" in second.text
    assert "**Ana Korvel**" not in second.text


async def test_other_messages_and_other_bots_are_left_alone(desk: Desk, guild: Guild, reader: Member) -> None:
    overheard = reader.write("what did Korvel promise?")
    robot = guild.member("Clatter", bot=True)
    from_robot = robot.write(f"{robot.bot} what did Korvel promise?")
    await reader.say(f"{reader.bot} what did Korvel promise?")
    assert reader.replies(overheard) == []
    assert reader.replies(from_robot) == []
    assert desk.bot.running


async def test_more_turns_the_page_in_place_and_back(reader: Member) -> None:
    first = await reader.ask("what did Ried say?")
    more = await reader.press(first, "More")
    assert more.message is not None
    assert first.message is not None
    assert more.message.id == first.message.id
    assert "Back" in more.buttons
    words = more.text
    back = await reader.press(more, "Back")
    assert back.text != words


async def test_another_person_who_turns_the_page_gets_a_private_copy(guild: Guild, reader: Member) -> None:
    first = await reader.ask("what did Ried say?")
    words = first.text
    copy = await guild.member("Tove").press(first, "More")
    assert copy.private
    assert first.text == words


async def test_context_and_reasons_are_shown_privately(reader: Member) -> None:
    answer = await reader.ask("what did Korvel promise?")
    context = await reader.press(answer, "Context")
    assert context.private
    assert "**" in context.text
    why = await reader.press(answer, "Why")
    assert why.private
    assert "Ana Korvel" in why.text


async def test_names_complete_themselves(reader: Member) -> None:
    assert "Ana Korvel" in await reader.type("ask", "speaker", "korv")
    assert "Ana Korvel" in await reader.type("ask", "speaker", "Korvle")
    assert 0 < len(await reader.type("ask", "speaker", "")) <= 25
    assert "Lowland Ledger" in await reader.type("ask", "source", "ledg")


async def test_words_that_would_ping_or_format_stay_words(desk: Desk, reader: Member) -> None:
    question = "what did @everyone say **loud** [here](https://evil.example) <@1> \u202e?"
    answer = await reader.ask(question)
    assert answer.message is not None
    assert not answer.message.mention_everyone
    assert answer.message.ping_user_ids == []
    assert "[here](https://evil.example)" not in answer.text
    assert desk.bot.running


@pytest.mark.parametrize("question", ["?", "\u200b", "«»" * 200, "🦈" * 600, "a" * 600, "' OR 1=1 --", "((((("])
async def test_odd_questions_are_answered_all_the_same(reader: Member, question: str) -> None:
    assert (await reader.ask(question)).text


async def test_a_question_past_the_limit_cannot_be_sent(reader: Member) -> None:
    with pytest.raises((Unusable, Exception), match="600"):
        await reader.ask("a" * 601)
