from __future__ import annotations

import pytest

from bot.demo import QUESTION
from bot.hearing import Heard, plain, question_of, wants_more
from tests.bot.conftest import Desk, buttons_of, text_of

ME = 42


@pytest.mark.parametrize(
    ("heard", "question"),
    [
        (Heard("<@42> who said it?", from_bot=False, direct=False, mentioned=True), "who said it?"),
        (Heard("who said <@!42> it?", from_bot=False, direct=False, mentioned=True), "who said it?"),
        (Heard("<@42>", from_bot=False, direct=False, mentioned=True), ""),
        (Heard("<@42> <:wave:77>", from_bot=False, direct=False, mentioned=True), ""),
        (Heard("<:wave:77>", from_bot=False, direct=False, mentioned=True), None),
        (Heard("and when?", from_bot=False, direct=False, mentioned=True), "and when?"),
        (Heard("", from_bot=False, direct=False, mentioned=True), None),
        (Heard("who said it?", from_bot=False, direct=False, mentioned=False), None),
        (Heard("<@42> who?", from_bot=True, direct=False, mentioned=True), None),
        (Heard("who said it?", from_bot=False, direct=True, mentioned=False), "who said it?"),
    ],
)
def test_the_bot_answers_only_who_speaks_to_it(heard: Heard, question: str | None) -> None:
    assert question_of(heard, ME) == question


async def test_a_mention_is_answered_by_a_reply(desk: Desk) -> None:
    asked = await desk.reader.send(desk.channel, f"<@{desk.bot.me}> {QUESTION}")
    reply = desk.channel.last_message
    assert reply.reference.message_id == asked.id
    assert "**Ana Korvel** promised" in text_of(reply)


async def test_a_reply_goes_on_from_the_answer(desk: Desk) -> None:
    await desk.reader.send(desk.channel, f"<@{desk.bot.me}> {QUESTION}")
    await desk.reader.send(desk.channel, f"<@{desk.bot.me}> and Ried?", reply_to=desk.channel.last_message)
    text = text_of(desk.channel.last_message)
    assert f"-# {QUESTION}" in text
    assert "### and Ried?" in text
    assert "Ried**" in text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("# what did\nKorvel  promise?", "what did Korvel promise?"),
        ("> **what** did __Korvel__ ~~promise~~ `?`", "what did Korvel promise ?"),
        ("```\nwhat did *Korvel* promise?\n```", "what did Korvel promise?"),
        (
            "what did @everyone <@7> <@!7> <@&7> <#7> <a:x:7> <t:7:R> Korvel promise?",
            "what did Korvel promise?",
        ),
        ("who said “2 < 3 > 1” and snake_case - mail@here.example?",) * 2,
        ("👍", "👍"),
        ("|| ||", ""),
    ],
)
def test_marks_and_mentions_are_no_words_of_a_question(typed: str, words: str) -> None:
    assert plain(typed) == words


@pytest.mark.parametrize(
    "question", ["more", "More!", "show me more please", "next page", "anything else?", "go on"]
)
def test_a_wish_for_more_is_told_from_a_question(question: str) -> None:
    assert wants_more(question)
    assert not wants_more(f"{question} about the ferry")


async def test_a_reply_of_more_shows_the_next_page_and_the_last_one_has_none(desk: Desk) -> None:
    answer = await desk.reader.slash(desk.channel, "ask", question=QUESTION)
    message = desk.channel.last_message
    await desk.reader.send(desk.channel, f"<@{desk.bot.me}> more", reply_to=message)
    second = desk.channel.last_message
    await desk.reader.click(answer.response, custom_id=buttons_of(answer.response)["More"])
    assert text_of(second) == text_of(answer)
    assert "Back" in buttons_of(second)
    await desk.reader.send(desk.channel, f"<@{desk.bot.me}> more", reply_to=second)
    assert "### more" in text_of(desk.channel.last_message)


async def test_a_message_to_no_one_is_left_alone(desk: Desk) -> None:
    asked = await desk.reader.send(desk.channel, QUESTION)
    assert desk.channel.last_message.id == asked.id


async def test_a_bare_mention_says_what_can_be_asked(desk: Desk) -> None:
    await desk.reader.send(desk.channel, f"<@{desk.bot.me}>")
    assert "Ask me what someone said" in text_of(desk.channel.last_message)
    await desk.reader.send(desk.channel, f"<@{desk.bot.me}> thanks!")
    assert "Ask me what someone said" in text_of(desk.channel.last_message)
