"""The loopback itself, proven with a tiny bot: its refusals are Discord's."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.wire.loopback import BotProcess, Discord, Member, Unusable

pytestmark = [pytest.mark.wire, pytest.mark.asyncio(loop_scope="module")]

TINY = "tests.wire.tinybot"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord() -> AsyncIterator[Discord]:
    async with Discord(heartbeat=0.4) as world:
        yield world


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def reader(discord: Discord, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Member]:
    guild = discord.guild("Pier Press")
    bot = await BotProcess.start(discord, tmp_path_factory.mktemp("tiny"), module=TINY)
    yield guild.member("Ines")
    await bot.kill()


async def test_a_slash_command_is_deferred_and_edited_in(reader: Member) -> None:
    answer = await reader.ask("is the pier open?")
    assert answer.text == "> is the pier open?"
    assert answer.exchange is not None
    assert answer.exchange.acknowledged is not None


async def test_a_button_is_pressed_and_edits_its_message(reader: Member) -> None:
    answer = await reader.ask("press me")
    once = await reader.press(answer, "Pressed 0")
    twice = await reader.press(once, "Pressed 1")
    assert "Pressed 2 times" in twice.text
    with pytest.raises(Unusable, match="Pressed 7"):
        await reader.press(twice, "Pressed 7")


async def test_a_form_is_shown_and_sent(reader: Member) -> None:
    shown = await reader.run("form")
    answer = await reader.submit(shown, words="salt and rope")
    assert answer.private
    assert answer.text == "You wrote salt and rope"


async def test_a_file_goes_in_and_comes_back(reader: Member) -> None:
    answer = await reader.run("file", paper=("tide table.txt", b"high at noon"))
    assert answer.files == ["12.txt"]


async def test_a_message_command_and_a_mention(reader: Member) -> None:
    written = reader.write("four words stand here")
    assert (await reader.menu("Count its words", written)).text == "4"
    answer = await reader.say(f"{reader.bot} good morning")
    assert "good morning" in answer.text


async def test_twenty_six_choices_are_refused(discord: Discord, reader: Member) -> None:
    assert await reader.type("ask", "question", "tide") == ["tide0", "tide1", "tide2"]
    with pytest.raises(AssertionError, match="26 choices, 25 are allowed"):
        await reader.type("ask", "question", "many")
    assert discord.refused.pop()


async def test_an_empty_field_name_is_refused(discord: Discord, reader: Member) -> None:
    with pytest.raises(AssertionError, match="an embed field's name is empty"):
        await reader.run("wrong")
    assert discord.refused.pop()


async def test_an_answer_after_three_seconds_is_too_late(reader: Member) -> None:
    with pytest.raises(AssertionError, match="acknowledgement of /slow"):
        await reader.run("slow")


async def test_events_of_a_lost_connection_are_replayed(discord: Discord, reader: Member) -> None:
    resumed = len(discord.gateway.resumed)
    discord.gateway.drop()
    assert not discord.gateway.live
    answer = await reader.say(f"{reader.bot} sent while nobody listened")
    assert "nobody listened" in answer.text
    assert len(discord.gateway.resumed) == resumed + 1


async def test_a_message_is_posted_once_for_one_nonce(discord: Discord, reader: Member) -> None:
    before = len(discord.asked("POST", "/messages"))
    discord.fail("POST", "/channels/*/messages", 502, after=True)
    written = reader.write(f"{reader.bot} only once")
    tries = discord.until(
        lambda: [r.status for r in discord.asked("POST", "/messages")[before:]] == [502, 200], "two tries"
    )
    await tries
    assert len(reader.replies(written)) == 1


async def test_heartbeats_are_counted(discord: Discord, reader: Member) -> None:
    assert reader
    before = discord.gateway.heartbeats
    await discord.until(lambda: discord.gateway.heartbeats > before, "a heartbeat", seconds=3)


async def test_requests_are_held_against_discords_document(discord: Discord, reader: Member) -> None:
    if discord.contract is None:
        pytest.skip("Discord's OpenAPI document does not lie beside the project: requests went unchecked")
    with pytest.raises(AssertionError, match="26 choices"):
        await reader.type("ask", "question", "many")
    assert discord.refused.pop()
    found = discord.violations()
    assert [fault for fault in found if "choices" in fault], "26 choices are against the document"
    assert not [fault for fault in found if "choices" not in fault and "fields" not in fault]
