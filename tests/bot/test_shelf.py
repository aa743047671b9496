from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.libraries import library_path
from bot.shelf import IDLE, Shelf


class FrozenClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


async def test_a_library_that_was_used_stays_open_for_a_while(tmp_path: Path) -> None:
    clock = FrozenClock()
    shelf = Shelf(tmp_path, clock)
    async with shelf.library(7):
        assert shelf.is_open(7)
    clock.now += IDLE - timedelta(seconds=1)
    await shelf.close_idle()
    assert shelf.is_open(7)
    clock.now += timedelta(seconds=1)
    await shelf.close_idle()
    assert not shelf.is_open(7)
    await shelf.close()


async def test_a_library_that_was_only_passed_is_closed_at_once(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, FrozenClock())
    async with shelf.library(7, passing=True):
        await shelf.close_idle()
        assert shelf.is_open(7)
    await shelf.close_idle()
    assert not shelf.is_open(7)


async def test_passing_does_not_make_a_library_stay_longer(tmp_path: Path) -> None:
    clock = FrozenClock()
    shelf = Shelf(tmp_path, clock)
    async with shelf.library(7):
        pass
    clock.now += IDLE
    async with shelf.library(7, passing=True):
        pass
    await shelf.close_idle()
    assert not shelf.is_open(7)


async def test_a_deleted_library_is_gone_with_its_file(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, FrozenClock())
    async with shelf.library(7):
        pass
    assert shelf.servers() == [7]
    await shelf.delete(7)
    assert shelf.servers() == []
    assert not library_path(tmp_path, "7").exists()
