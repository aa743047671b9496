from __future__ import annotations

from collections.abc import AsyncIterator

import aiosqlite
import pytest

from index.search import SEARCH_SCHEMA


@pytest.fixture
async def db() -> AsyncIterator[aiosqlite.Connection]:
    async with aiosqlite.connect(":memory:") as connection:
        await connection.executescript(SEARCH_SCHEMA)
        yield connection
