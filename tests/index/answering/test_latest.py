from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from index.library import Library
from index.models import Draft

ARTICLES = (
    ("old", "The pier is closed", "The pier was closed for the winter. Anglers complained.", date(2026, 1, 5)),
    (
        "new",
        "The pier opens",
        "By News Desk - March 3 2026\n\nThe pier opened on Tuesday. Many came to see it.",
        date(2026, 3, 3),
    ),
    (
        "aside",
        "A new mayor",
        "Dela Brant is the mayor now. She won by nine votes.\n\n" + "The count took two days. " * 30 + "\n\n"
        "Her party wants the pier torn down.",
        date(2026, 3, 9),
    ),
)


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    async with Library.open(tmp_path / "library.sqlite") as opened:
        for key, title, text, day in ARTICLES:
            draft = Draft(text=text, id=key, title=title, source="The Post", published=day)
            await opened.articles.add(draft, by="cli")
        yield opened


async def test_the_latest_is_the_newest_about_the_topic_before_what_only_mentions_it(library: Library) -> None:
    answer = await library.ask("latest on the pier")
    assert answer.answered
    assert answer.articles == ("new", "old", "aside")
    assert all("pier" in passage.text for passage in answer.passages)


async def test_no_news_of_what_no_article_has(library: Library) -> None:
    answer = await library.ask("anything new on the lighthouse")
    assert not answer.answered
    assert answer.missing == ("lighthouse",)


async def test_the_latest_keeps_within_the_limits(library: Library) -> None:
    answer = await library.ask("latest on the pier", until=date(2026, 2, 1))
    assert answer.articles == ("old",)


async def test_a_heading_is_no_news(library: Library) -> None:
    text = "What is new at the pier?\n\nThe pier\n\nThe pier was painted green on Monday."
    draft = Draft(text=text, id="green", title="The pier", source="The Post", published=date(2026, 3, 4))
    await library.articles.add(draft, by="cli")
    answer = await library.ask("latest on the pier")
    assert [one.text for one in answer.passages if one.article == "green"] == [
        "The pier was painted green on Monday."
    ]


async def test_a_byline_is_never_shown(library: Library) -> None:
    for question in ("latest on the pier", "what happened on March 3", "is the tram late", "news desk"):
        answer = await library.ask(question, limit=20)
        assert not any(passage.text.startswith("By News Desk") for passage in answer.passages)


async def test_who_someone_is_is_no_question_of_what_they_said(library: Library) -> None:
    answer = await library.ask("who is dela brant")
    assert answer.understood.kind == "who"
    assert answer.passages[0].text == "Dela Brant is the mayor now."
