from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from index.library import Library
from index.models import Draft

DRAFTS = (
    Draft(
        id="before",
        title="Fishing fees divide the coast",
        source="The Orrin Post",
        published=date(2026, 1, 5),
        text='Veltish President Ana Moor said: "Fishing fees will not rise this year."\n\n'
        '"The fees are far too high," said Hamo Oskel, who mends nets in Orrin.',
    ),
    Draft(
        id="summit",
        title="Coastal summit opens in Hallin",
        source="The Brack Courier",
        published=date(2026, 2, 10),
        text="The coastal summit opened in Hallin on Tuesday with seven delegations.\n\n"
        "Delegates will talk about herring, tides and lighthouses.",
    ),
    Draft(
        id="after",
        title="Fishing fees return after the summit",
        source="The Orrin Post",
        published=date(2026, 2, 20),
        text='"Fishing fees must rise by a tenth," President Ana Moor said.\n\n'
        '"I never promised anyone cheap herring," replied Dorrit Oskel, a senator, about the fishing fees.',
    ),
)


@pytest.fixture
async def coast(tmp_path: Path) -> AsyncIterator[Library]:
    clock = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
    async with Library.open(tmp_path / "coast.sqlite", clock=lambda: clock) as library:
        await library.articles.add_many(DRAFTS, by="cli")
        yield library


async def test_days_since_an_event_are_those_since_the_article_that_reports_it(coast: Library) -> None:
    whole = await coast.ask("What did Ana Moor say about fishing fees?")
    assert {one.article for one in whole.passages} == {"before", "after"}
    found = await coast.ask("What has Ana Moor said about fishing fees since the summit?")
    assert found.understood.since == date(2026, 2, 10)
    assert [one.article for one in found.passages] == ["after"]
    found = await coast.ask("What did Ana Moor say about fishing fees before the coastal summit?")
    assert [one.article for one in found.passages] == ["before"]


async def test_an_event_that_no_article_reports_is_said(coast: Library) -> None:
    found = await coast.ask("What has Ana Moor said about fishing fees since the earthquake?")
    assert found.understood.since is None
    assert "the earthquake" in found.missing


async def test_a_speaker_is_known_by_office_and_misspelt(coast: Library) -> None:
    found = await coast.ask("What did the Veltish president say about fishing fees?")
    assert found.understood.speakers == ("Ana Moor",)
    found = await coast.ask("What did Dorit Oskell say about fishing fees?")
    assert "Dorrit Oskel" in found.understood.speakers


async def test_a_surname_of_two_brings_both_as_two(coast: Library) -> None:
    found = await coast.ask("What did Oskel say about fishing fees?")
    assert set(found.understood.speakers) == {"Hamo Oskel", "Dorrit Oskel"}
    assert {one.speaker for one in found.passages} == {"Hamo Oskel", "Dorrit Oskel"}


async def test_did_someone_say_it_is_answered_by_the_words(coast: Library) -> None:
    found = await coast.ask('Did Ana Moor say "Fishing fees must rise by a tenth"?')
    assert found.understood.kind == "did-say"
    assert found.answered
    assert found.passages[0].article == "after"
    assert not (await coast.ask('Did Ana Moor say "The lighthouse is haunted by bears"?')).answered


async def test_the_words_themselves_come_before_others_on_the_topic(coast: Library) -> None:
    found = await coast.ask("Who said the fees are far too high?")
    assert found.passages[0].speaker == "Hamo Oskel"


async def test_someone_unknown_is_named_in_the_no(coast: Library) -> None:
    found = await coast.ask("What did Ottilie Kramp say about fishing fees?")
    assert not found.answered
    assert found.missing == ("Ottilie Kramp",)
    assert found.coverage.articles == len(DRAFTS)


async def test_a_follow_up_keeps_the_topic_and_takes_another_speaker(coast: Library) -> None:
    first = await coast.ask("What did Ana Moor say about fishing fees?")
    second = await coast.ask("and Dorrit Oskel?", after=first.understood)
    assert second.answered
    assert {one.speaker for one in second.passages} == {"Dorrit Oskel"}


async def test_what_several_outlets_print_is_shown_once(coast: Library) -> None:
    words = '"The lighthouse of Brack will be painted green and white in April," said Nella Voss, its keeper.'
    for number, outlet in enumerate(("The Orrin Post", "The Brack Courier", "Radio Velt")):
        beside = (
            f"Report {number} of {outlet}: the weather in month {number} was fine for gulls and boats alike."
        )
        draft = Draft(
            text=f"{beside}\n\n{words}", id=f"light{number}", source=outlet, published=date(2026, 2, 21)
        )
        await coast.articles.add(draft, by="cli")
    found = await coast.ask("What did Nella Voss say about the lighthouse?")
    assert len(found.passages) == 1
    assert {found.passages[0].source, *(outlet.source for outlet in found.passages[0].also)} == {
        "The Orrin Post",
        "The Brack Courier",
        "Radio Velt",
    }


async def test_what_is_known_of_a_question_is_the_same_when_asked_again(coast: Library) -> None:
    first = await coast.ask("What did Ana Moor say about fishing fees?")
    assert replace(first) == await coast.ask("What did Ana Moor say about fishing fees?")


async def test_a_day_is_told_of_by_its_own_articles_and_else_by_later_ones(coast: Library) -> None:
    pier = Draft(
        id="pier",
        title="Pier of Hallin collapsed for want of bolts, inquiry finds",
        source="The Orrin Post",
        published=date(2026, 3, 1),
        text="The pier of Hallin collapsed on January 5 for want of bolts, an inquiry found.",
    )
    await coast.articles.add(pier, by="cli")
    asked = "Why did the pier of Hallin collapse on January 5, 2026?"
    found = await coast.ask(asked)
    assert (found.answered, found.passages[0].article) == (True, "pier")
    assert (found.understood.since, found.understood.until) == (date(2026, 1, 5), None)
    found = await coast.ask(asked, until=date(2026, 1, 31))
    assert not found.answered

    await coast.articles.add(replace(pier, id="same-day", published=date(2026, 1, 5)), by="cli")
    found = await coast.ask(asked)
    assert [one.article for one in found.passages] == ["same-day"]
    assert found.understood.until == date(2026, 1, 5)


def _report(key: str, day: date, words: str) -> Draft:
    return Draft(
        id=key, title=words, source="The Orrin Post", published=day, text=f"{words}, the harbour office said."
    )


async def test_an_event_is_when_most_articles_report_it(coast: Library) -> None:
    reports = [
        _report(f"flood-{n}", date(2026, 1, 10 + n), f"Flood number {n} reaches Orrin") for n in (0, 1, 2)
    ]
    later = _report("later", date(2026, 2, 25), "Orrin mends what the flood broke")
    early = _report("early", date(2025, 6, 1), "Orrin fears a flood")
    await coast.articles.add_many([*reports, later, early], by="cli")
    found = await coast.ask("What has Ana Moor said about fishing fees since the flood?")
    assert found.understood.since == date(2026, 1, 10)


async def test_what_is_in_the_news_all_year_is_no_one_event(coast: Library) -> None:
    matches = [_report(f"match-{n}", date(2025, 1 + n, 1), f"Orrin plays match number {n}") for n in range(12)]
    await coast.articles.add_many(matches, by="cli")
    found = await coast.ask("What has Ana Moor said about fishing fees since the match?")
    assert (found.understood.since, found.understood.dropped) == (None, ("the match",))


@pytest.mark.parametrize("question", ["what happened?", "who is who", "the", "did say", "why why why"])
async def test_what_asks_of_nothing_is_an_honest_no(coast: Library, question: str) -> None:
    found = await coast.ask(question)
    assert (found.answered, found.score) == (False, 0.0)
