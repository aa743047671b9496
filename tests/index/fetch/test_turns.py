from __future__ import annotations

import asyncio
import time

import pytest

from index.fetch.turns import Crowded, Turns


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
        with table.visit() as visit:
            await visit.go(host)
    assert clock.slept == [2.0]


async def test_whoever_stays_at_a_host_waits_once_and_whoever_comes_back_waits_again() -> None:
    clock = Clock()
    with turns(clock).visit() as visit:
        for host in ("paper.example", "paper.example", "wire.example", "paper.example"):
            await visit.go(host)
    assert clock.slept == [2.0]


async def test_a_host_that_asks_for_a_longer_pause_gets_it_within_reason() -> None:
    clock = Clock()
    table = turns(clock)
    for delay in (5.0, 86_400.0, 0.0):
        with table.visit() as visit:
            await visit.go("paper.example")
            visit.slow(delay)
    assert clock.slept == [5.0, 10.0]


async def test_waiting_for_a_turn_has_an_end() -> None:
    table = turns(Clock(), queue=0.01)
    with table.visit() as one, table.visit() as other:
        await one.go("paper.example")
        with pytest.raises(Crowded):
            await other.go("paper.example")


async def test_two_who_change_places_do_not_wait_for_each_other() -> None:
    table = turns(Clock())

    async def walk(*hosts: str) -> None:
        with table.visit() as visit:
            for host in hosts:
                await visit.go(host)
                await asyncio.sleep(0)

    async with asyncio.timeout(1):
        await asyncio.gather(walk("paper.example", "wire.example"), walk("wire.example", "paper.example"))


async def test_an_error_in_a_turn_passes_it_on() -> None:
    clock = Clock()
    table = turns(clock)

    async def fail() -> None:
        with table.visit() as visit:
            await visit.go("paper.example")
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        await fail()
    with table.visit() as visit:
        async with asyncio.timeout(1):
            await visit.go("paper.example")


async def test_whoever_gives_up_during_the_pause_passes_the_turn_on() -> None:
    table = Turns(0.1, 60.0, time.monotonic, asyncio.sleep)
    with table.visit() as visit:
        await visit.go("paper.example")
    with table.visit() as hasty:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.001):
                await hasty.go("paper.example")
        with table.visit() as patient:
            async with asyncio.timeout(5):
                await patient.go("paper.example")


async def test_the_table_of_hosts_stays_small() -> None:
    clock = Clock()
    table = turns(clock)
    for number in range(2000):
        with table.visit() as visit:
            await visit.go(f"{number}.example")
            clock.now += 3
    assert len(table._hosts) <= 513
