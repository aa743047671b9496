from __future__ import annotations

import asyncio

import pytest

from index.fetch.turns import Turns


class Clock:
    """Time that passes only in `sleep`."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def turns(clock: Clock, queue: float = 60.0) -> Turns:
    return Turns(2.0, queue, clock, clock.sleep)


async def test_the_second_request_to_a_host_waits_and_another_host_does_not() -> None:
    clock = Clock()
    table = turns(clock)
    for host in ("paper.example", "wire.example", "paper.example"):
        async with table.turn(host):
            pass
    assert clock.slept == [2.0]


async def test_a_host_that_asks_for_a_longer_pause_gets_it_within_reason() -> None:
    clock = Clock()
    table = turns(clock)
    for delay in (5.0, 86_400.0, 0.0):
        async with table.turn("paper.example"):
            table.slow("paper.example", delay)
    assert clock.slept == [5.0, 10.0]


async def test_waiting_for_a_turn_has_an_end() -> None:
    table = turns(Clock(), queue=0.01)
    async with table.turn("paper.example"):
        with pytest.raises(TimeoutError):
            async with table.turn("paper.example"):
                pytest.fail("two at once")


async def test_an_error_in_a_turn_passes_it_on() -> None:
    clock = Clock()
    table = turns(clock)
    with pytest.raises(ValueError, match="broken"):
        async with table.turn("paper.example"):
            raise ValueError("broken")
    async with asyncio.timeout(1), table.turn("paper.example"):
        pass


async def test_the_table_of_hosts_stays_small() -> None:
    clock = Clock()
    table = turns(clock)
    for number in range(2000):
        async with table.turn(f"{number}.example"):
            clock.now += 3
    assert len(table._hosts) <= 513
