from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from index.library import Library
from index.models import Draft

FERRY = (
    'The ferry to Orrin Isle will keep its night crossing, Mayor Dela Brant said. "We will keep the night '
    'ferry running through the winter," Brant promised. "Nobody on the island will be cut off."\n\n'
    'Councillor Tomas Wick disagreed. "The night ferry loses 400 crowns on every crossing," Wick said.\n\n'
    "The harbour office counted nine passengers a night in January."
)
ANSWER = (
    'Mayor Dela Brant answered her critic on Friday. "The night ferry does not lose 400 crowns on every '
    'crossing," Brant said.\n\n'
    "Councillor Tomas Wick warned that the ferry company would be bankrupt by spring. "
    '"I never asked for the ferry to be closed," Wick said.'
)
SCHOOL = (
    'The school on Orrin Isle gets a new roof. "The children have waited long enough for this roof," said '
    "Mayor Dela Brant.\n\n"
    "The ferry brought the first slates on Tuesday."
)


async def add(library: Library, *pieces: tuple[str, str, str]) -> None:
    """Store articles of one day, given as (id, title, text)."""
    for key, title, text in pieces:
        draft = Draft(text=text, id=key, title=title, source="The Post", published=date(2026, 2, 20))
        await library.articles.add(draft, by="cli")


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    pieces = [
        ("ferry", FERRY, "The Orrin Post", date(2026, 1, 12)),
        ("answer", ANSWER, "The Brack Courier", date(2026, 2, 6)),
        ("school", SCHOOL, "The Orrin Post", date(2026, 2, 20)),
    ]
    clock = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    async with Library.open(tmp_path / "library.sqlite", clock=lambda: clock) as opened:
        for key, text, source, day in pieces:
            await opened.articles.add(
                Draft(text=text, id=key, title=f"Orrin: {key}", source=source, published=day), by="cli"
            )
        yield opened
