from __future__ import annotations

from collections.abc import AsyncIterator

import aiosqlite
import pytest

from index.search import SEARCH_SCHEMA, recent, rows


@pytest.fixture
async def db() -> AsyncIterator[aiosqlite.Connection]:
    async with aiosqlite.connect(":memory:") as connection:
        await connection.executescript(SEARCH_SCHEMA)
        yield connection


@pytest.fixture
def three_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Carry a third of the words over with each small add."""
    monkeypatch.setattr(rows, "SLICES", 3)
    monkeypatch.setattr(recent, "SLICES", 3)
