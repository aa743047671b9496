from __future__ import annotations

import pytest

from bot.demo import QUESTION
from bot.hearing import Heard, question_of
from tests.bot.conftest import Desk, text_of

ME = 42


@pytest.mark.parametrize(
    ("heard", "question"),
    [
        (Heard("<@42> who said it?", from_bot=False, direct=False, mentioned=True), "who said it?"),
        (Heard("who said <@!42> it?", from_bot=False, direct=False, mentioned=True), "who said it?"),
        (Heard("<@42>", from_bot=False, direct=False, mentioned=True), ""),
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


async def test_a_message_to_no_one_is_left_alone(desk: Desk) -> None:
    asked = await desk.reader.send(desk.channel, QUESTION)
    assert desk.channel.last_message.id == asked.id


async def test_a_bare_mention_says_what_can_be_asked(desk: Desk) -> None:
    await desk.reader.send(desk.channel, f"<@{desk.bot.me}>")
    assert "Ask me what someone said" in text_of(desk.channel.last_message)
    await desk.reader.send(desk.channel, f"<@{desk.bot.me}> thanks!")
    assert "Ask me what someone said" in text_of(desk.channel.last_message)
