"""How many answers are worked out at a time, and what need not wait for its turn."""

from __future__ import annotations

import asyncio
from pathlib import Path

from index.library import Library
from index.models import Draft

TEXT = "“We will mend the pier,” Mayor Mara Lind said.\n\nThe pier is old."


async def test_a_question_waits_for_its_turn_and_settings_do_not(tmp_path: Path) -> None:
    turns = asyncio.Semaphore(1)
    async with Library.open(tmp_path / "one.sqlite", turns=turns) as library:
        await library.articles.add(Draft(TEXT, title="Pier to be mended"), by="cli")
        async with turns:
            asking = asyncio.create_task(library.ask("what did Lind say?"))
            assert (await library.settings.get()).answers == "public"
            assert not asking.done()
        assert (await asking).passages


async def test_libraries_that_share_turns_wait_for_one_another(tmp_path: Path) -> None:
    turns = asyncio.Semaphore(1)
    async with (
        Library.open(tmp_path / "one.sqlite", turns=turns) as one,
        Library.open(tmp_path / "two.sqlite", turns=turns) as two,
    ):
        for library in (one, two):
            await library.articles.add(Draft(TEXT, title="Pier to be mended"), by="cli")
        both = await asyncio.gather(*(library.ask("what did Lind say?") for library in (one, two) * 4))
    assert all(answer.passages for answer in both)
