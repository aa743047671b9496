"""What happens to a running bot: lost sockets, op 7, op 9, rate limits, bad gateways, a restart."""

from __future__ import annotations

import asyncio

import pytest

from tests.wire.conftest import Desk
from tests.wire.loopback import BotProcess, Member

pytestmark = [
    pytest.mark.wire,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("nothing_refused"),
]

QUESTION = "what did Korvel promise?"


async def settled(reader: Member) -> None:
    """Ask something else and see it answered: whatever was under way before is then through."""
    await reader.ask("who signed the declaration?")


async def test_a_question_during_a_lost_connection_is_answered_once(desk: Desk, reader: Member) -> None:
    resumed, identified = len(desk.discord.gateway.resumed), len(desk.discord.gateway.identified)
    desk.discord.gateway.drop()
    asked = reader.start("ask", question=QUESTION)
    written = reader.write(f"{reader.bot} {QUESTION}")
    assert "promised" in (await reader.see(asked, "/ask")).text
    await desk.discord.until(lambda: reader.replies(written), "the reply")
    await settled(reader)
    assert len(reader.replies(written)) == 1
    assert len(desk.discord.gateway.resumed) == resumed + 1
    assert len(desk.discord.gateway.identified) == identified


async def test_three_drops_in_a_row_lose_nothing_and_double_nothing(desk: Desk, reader: Member) -> None:
    written = []
    for _ in range(3):
        written.append(reader.write(f"{reader.bot} {QUESTION}"))
        desk.discord.gateway.drop()
        await desk.discord.until(lambda: desk.discord.gateway.live, "the bot to come back")
    await desk.discord.until(lambda: all(reader.replies(w) for w in written), "three replies")
    await settled(reader)
    assert [len(reader.replies(w)) for w in written] == [1, 1, 1]


async def test_op_7_makes_it_resume(desk: Desk, reader: Member) -> None:
    resumed = len(desk.discord.gateway.resumed)
    desk.discord.gateway.ask_to_reconnect()
    await desk.discord.until(lambda: len(desk.discord.gateway.resumed) > resumed, "a RESUME")
    assert "promised" in (await reader.ask(QUESTION)).text


async def test_op_9_with_a_live_session_makes_it_resume(desk: Desk, reader: Member) -> None:
    resumed = len(desk.discord.gateway.resumed)
    desk.discord.gateway.invalidate(resumable=True)
    await desk.discord.until(lambda: len(desk.discord.gateway.resumed) > resumed, "a RESUME")
    assert "promised" in (await reader.ask(QUESTION)).text


async def test_op_9_with_a_dead_session_makes_it_identify_anew(desk: Desk, reader: Member) -> None:
    identified = len(desk.discord.gateway.identified)
    desk.discord.gateway.invalidate(resumable=False)
    await desk.discord.until(
        lambda: len(desk.discord.gateway.identified) > identified and desk.discord.gateway.live,
        "an IDENTIFY",
        seconds=12,
    )
    assert "promised" in (await reader.ask(QUESTION)).text


async def test_a_rate_limit_on_the_reply_only_delays_it(desk: Desk, reader: Member) -> None:
    desk.discord.fail("POST", "/channels/*/messages", 429)
    answer = await reader.say(f"{reader.bot} {QUESTION}")
    assert "promised" in answer.text


async def test_a_rate_limit_on_the_edit_only_delays_it(desk: Desk, reader: Member) -> None:
    desk.discord.fail("PATCH", "/webhooks/*/messages/@original", 429, times=2)
    assert "promised" in (await reader.ask(QUESTION)).text


async def test_a_rate_limit_on_the_acknowledgement_leaves_it_in_time(desk: Desk, reader: Member) -> None:
    desk.discord.fail("POST", "/interactions/*/callback", 429)
    assert "promised" in (await reader.ask(QUESTION)).text


async def test_a_reply_whose_confirmation_was_lost_is_not_posted_twice(desk: Desk, reader: Member) -> None:
    before = len(desk.discord.asked("POST", "/messages"))
    desk.discord.fail("POST", "/channels/*/messages", 502, after=True)
    written = reader.write(f"{reader.bot} {QUESTION}")
    await desk.discord.until(
        lambda: [r.status for r in desk.discord.asked("POST", "/messages")[before:]] == [502, 200], "two tries"
    )
    assert len(reader.replies(written)) == 1


async def test_a_bad_gateway_on_the_edit_is_tried_again(desk: Desk, reader: Member) -> None:
    desk.discord.fail("PATCH", "/webhooks/*/messages/@original", 502, after=True)
    assert "promised" in (await reader.ask(QUESTION)).text


async def test_old_buttons_work_after_a_restart(desk: Desk, reader: Member) -> None:
    before = await reader.ask(QUESTION)
    assert await desk.bot.stop() == 0
    desk.bot = await BotProcess.start(desk.discord, desk.data)
    why = await reader.press(before, "Why")
    assert why.private
    context = await reader.press(before, "Context")
    assert "Korvel" in context.text


async def test_a_conversation_goes_on_after_a_kill(desk: Desk, reader: Member) -> None:
    first = await reader.say(f"{reader.bot} {QUESTION}")
    await desk.bot.kill()
    await asyncio.sleep(0)
    desk.bot = await BotProcess.start(desk.discord, desk.data)
    second = await reader.say(f"{reader.bot} and Ried?", reply_to=first.message)
    assert "Ried" in second.text
    assert "Korvel" not in second.text.split("Ried", 1)[1][:40]
