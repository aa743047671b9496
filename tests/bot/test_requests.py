from __future__ import annotations

import asyncio

import pytest

from bot import requests
from bot.requests import AUTOCOMPLETE, Work


async def test_a_stop_waits_for_what_is_under_way_and_no_longer_than_it_may() -> None:
    work = Work()
    assert await work.drained(1)
    finish = asyncio.Event()

    async def answer() -> None:
        with work.one("ask"):
            await finish.wait()

    running = [asyncio.create_task(answer()) for _ in range(2)]
    await asyncio.sleep(0)
    assert work.running == 2
    assert not await work.drained(0.01)
    finish.set()
    assert await work.drained(5)
    assert work.running == 0
    await asyncio.gather(*running)


def test_a_request_that_fails_is_at_its_end_too_and_told_with_its_outcome() -> None:
    work, told = Work(), []
    work.note = lambda *values: told.append(values[:2])
    requests.begin()
    with work.one("ask"):
        pass
    requests.begin()
    requests.end_as("not_found")
    with pytest.raises(RuntimeError), work.one("person"):
        raise RuntimeError
    assert told == [("ask", "answered"), ("person", "not_found")]
    assert work.running == 0


def test_a_new_request_has_a_new_id_and_begins_without_an_error() -> None:
    requests.end_as("unknown")
    first, second = requests.begin(), requests.begin()
    assert first != second == requests.current()
    assert len(second) == 7


def test_completions_do_not_fill_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    work = Work()
    requests.begin()
    with work.one(AUTOCOMPLETE):
        pass
    assert caplog.text == ""
    with work.one("ask"):
        pass
    assert "ask: answered after " in caplog.text
