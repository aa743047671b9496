"""Digests over the wire: what is new, at its hour and once; nothing new, no message; faults stop no others."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
import pytest_asyncio

from bot.libraries import library_path
from index.library import Library
from index.models import Draft
from tests.wire.conftest import Desk
from tests.wire.loopback import Answer, BotProcess, Channel, Discord, Guild, Member

pytestmark = [
    pytest.mark.wire,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("nothing_refused"),
]

HASTY = "tests.wire.hasty"
NEWS = Draft(
    title="The lamp of Brannock burns again",
    source="The Brannock Bell",
    text="The lamp was lit on Monday.\n\n“A lamp that nobody tends is only a tower,” Odo Larkin said.",
)
OLD = Draft(
    title="Stairs to be mended",
    source="The Brannock Bell",
    text="The keeper spoke on Friday.\n\n“The stairs come first,” Odo Larkin said.",
)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    """A bot that makes its rounds five times a second."""
    data = tmp_path_factory.mktemp("hasty")
    async with Discord() as discord:
        desk = Desk(discord, await BotProcess.start(discord, data, module=HASTY), data)
        yield desk
        await desk.bot.stop()


class Newsroom:
    """A server whose people follow Odo Larkin since some days ago, and its library."""

    def __init__(self, desk: Desk, guild: Guild) -> None:
        self.guild = guild
        self._path = library_path(desk.data, str(guild.id))

    @classmethod
    async def open(cls, desk: Desk, name: str, *, quiet: tuple[int, int] = (0, 0)) -> Newsroom:
        """A server with one article, digests from midnight on, and these quiet hours."""
        room = cls(desk, await desk.guild(name, stocked=False))
        await room.set_hours(*quiet)
        await room.print(OLD)
        return room

    async def set_hours(self, quiet_from: int, quiet_until: int) -> None:
        async with Library.open(self._path) as library:
            hours = {"quiet_from": quiet_from, "quiet_until": quiet_until}
            await library.settings.change(by="wire", digest_hour=0, **hours)

    async def print(self, draft: Draft, *, by: str = "wire") -> None:
        """Add an article."""
        async with Library.open(self._path) as library:
            await library.articles.add(draft, by=by)

    async def follow(
        self,
        reader: Member,
        subject: str = "Odo Larkin",
        *,
        kind: Literal["person", "topic"] = "person",
        every: Literal["day", "week"] = "day",
        days: int = 2,
        channel: Channel | None = None,
    ) -> None:
        """Follow, as asked for some days ago."""
        then = datetime.now(UTC) - timedelta(days=days)
        place = None if channel is None else str(channel.id)
        async with Library.open(self._path, clock=lambda: then) as library:
            await library.follows.add(str(reader.id), subject, kind=kind, every=every, channel=place)


async def letter(desk: Desk, reader: Member) -> str:
    """The text of a reader's first direct message, when it has come."""
    await desk.discord.until(lambda: reader.mail, "a direct message")
    return reader.mail[0].text


async def test_a_follower_hears_what_is_new_and_who_has_nothing_new_hears_nothing(desk: Desk) -> None:
    room = await Newsroom.open(desk, "Brannock Daily")
    daily, idle = room.guild.member("Ines"), room.guild.member("Tove")
    await room.follow(daily)
    await room.follow(idle, "herring quota", kind="topic")
    await room.print(NEWS)
    text = await letter(desk, daily)
    assert "### New on Odo Larkin" in text
    assert "A lamp that nobody tends is only a tower" in text
    assert "The stairs come first" not in text
    assert "Daily, from Brannock Daily" in text
    assert daily.mail[0].message is not None
    assert daily.mail[0].message.ping_user_ids == []
    assert idle.mail == []


async def test_a_topic_in_an_article_that_a_feed_brought_comes_to_its_follower(desk: Desk) -> None:
    room = await Newsroom.open(desk, "Brannock Topics")
    reader = room.guild.member("Ines")
    await room.follow(reader, "lamp", kind="topic")
    await room.print(NEWS, by="feed")
    assert "lamp" in (await letter(desk, reader)).casefold()


async def test_a_weekly_digest_waits_for_its_week(desk: Desk) -> None:
    room = await Newsroom.open(desk, "Brannock Weekly")
    early, due = room.guild.member("Ines"), room.guild.member("Tove")
    await room.follow(early, every="week", days=3)
    await room.follow(due, every="week", days=8)
    await room.print(NEWS)
    assert "Weekly, from Brannock Weekly" in await letter(desk, due)
    assert early.mail == []


async def test_in_quiet_hours_nobody_hears_and_after_them_everybody(desk: Desk) -> None:
    hour = datetime.now(UTC).hour
    quiet = await Newsroom.open(desk, "Brannock Quiet", quiet=((hour - 1) % 24, (hour + 2) % 24))
    awake = await Newsroom.open(desk, "Brannock Awake")
    asleep, up = quiet.guild.member("Ines"), awake.guild.member("Tove")
    for room, reader in ((quiet, asleep), (awake, up)):
        await room.follow(reader)
        await room.print(NEWS)
    await letter(desk, up)
    assert asleep.mail == []
    await quiet.set_hours(0, 0)
    assert "A lamp that nobody tends" in await letter(desk, asleep)


async def test_a_channel_that_is_gone_and_a_reader_without_messages_cost_the_others_nothing(desk: Desk) -> None:
    room = await Newsroom.open(desk, "Brannock Gone")
    lost, shut, well = (room.guild.member(name) for name in ("Ines", "Tove", "Una"))
    channel = room.guild.add_channel("digests")
    await room.follow(lost, channel=channel)
    desk.discord.backend.delete_channel(channel.id)
    await room.follow(shut)
    await room.follow(well)
    shut_off = desk.discord.backend.get_dm_channel(shut.id).id
    desk.discord.fail("POST", f"/channels/{shut_off}/messages", 403)
    await room.print(NEWS)
    await letter(desk, well)
    assert shut.mail == []
    assert "Your digest on Odo Larkin has ended" in await letter(desk, lost)
    assert "Nothing." in (await lost.run("privacy show")).text
    tries = len(desk.discord.asked("POST", "/messages"))
    await Newsroom.open(desk, "Brannock Later")
    assert len(desk.discord.asked("POST", "/messages")) == tries


async def test_a_digest_in_a_channel_has_buttons_that_work_there(desk: Desk) -> None:
    room = await Newsroom.open(desk, "Brannock Channel")
    reader = room.guild.member("Ines")
    await room.follow(reader, channel=room.guild.channel)
    await room.print(NEWS)
    await desk.discord.until(lambda: room.guild.channel.messages, "the digest")
    posted = Answer(room.guild.channel.messages[0])
    assert "A lamp that nobody tends" in posted.text
    assert "The lamp was lit on Monday." in (await room.guild.member("Tove").press(posted, "Context")).text
    refused = await room.guild.member("Tove").press(posted, "Unfollow")
    assert "You follow nothing here" in refused.text
    assert "Ended" in (await reader.press(posted, "Unfollow")).text


async def test_the_button_of_a_direct_message_ends_it(desk: Desk) -> None:
    room = await Newsroom.open(desk, "Brannock Ended")
    reader = room.guild.member("Ines")
    await room.follow(reader)
    await room.print(NEWS)
    await letter(desk, reader)
    assert "You no longer follow Odo Larkin" in (await reader.press(reader.mail[0], "Unfollow")).text
    assert "Nothing." in (await reader.run("privacy show")).text


async def test_neither_a_lost_confirmation_nor_a_kill_nor_a_restart_sends_it_twice(desk: Desk) -> None:
    room = await Newsroom.open(desk, "Brannock Once")
    reader = room.guild.member("Ines")
    await room.follow(reader)
    desk.discord.fail("POST", "/channels/*/messages", 502, after=True)
    await room.print(NEWS)
    await letter(desk, reader)
    await desk.bot.kill()
    desk.bot = await BotProcess.start(desk.discord, desk.data, module=HASTY)
    other = await Newsroom.open(desk, "Brannock After")
    witness = other.guild.member("Tove")
    await other.follow(witness)
    await other.print(NEWS)
    await letter(desk, witness)
    assert len(reader.mail) == 1
