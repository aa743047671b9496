from __future__ import annotations

import pytest

from bot.cooldowns import DESK, PERSON, SERVER, Cooldowns, TooSoon
from tests.bot.conftest import Desk, text_of


class Time:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_person_who_asked_often_is_told_when_to_come_back() -> None:
    time = Time()
    cooldowns = Cooldowns(time)
    for _ in range(PERSON[0]):
        cooldowns.take(1, 7)
    with pytest.raises(TooSoon) as refused:
        cooldowns.take(1, 7)
    assert (refused.value.seconds, refused.value.whole_server, refused.value.first) == (6, False, True)
    with pytest.raises(TooSoon) as again:
        cooldowns.take(1, 7)
    assert not again.value.first
    cooldowns.take(2, 7)
    time.now += PERSON[1]
    cooldowns.take(1, 7)


def test_whoever_works_at_the_desk_has_a_pace_of_their_own() -> None:
    cooldowns = Cooldowns(Time())
    for _ in range(PERSON[0]):
        cooldowns.take(1, 7)
    for _ in range(DESK[0]):
        cooldowns.take(1, 7, desk=True)
    with pytest.raises(TooSoon):
        cooldowns.take(1, 7, desk=True)


def test_a_server_that_asks_very_much_waits_as_a_whole() -> None:
    cooldowns = Cooldowns(Time())
    for person in range(SERVER[0]):
        cooldowns.take(person, 7)
    with pytest.raises(TooSoon) as refused:
        cooldowns.take(1000, 7)
    assert refused.value.whole_server
    cooldowns.take(1000, 8)


async def test_an_admin_goes_through_many_commands_without_a_pause(desk: Desk) -> None:
    for _ in range(PERSON[0] + 2):
        shown = await desk.admin.slash(desk.channel, "feed list")
        assert "None yet" in text_of(shown)
