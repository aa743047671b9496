from __future__ import annotations

import threading
from datetime import date

import pytest

from bot import options
from bot.options import NoAddress, NoDay, days, parse_address, parse_day
from bot.render import Renderer
from index.models import Count

RENDERER = Renderer()
TODAY = date(2026, 11, 24)
MONTHS = (Count("2026-11", 1), Count("2026-02", 1200))


def offered(typed: str, end: str = "first") -> dict[str, str]:
    found = days(RENDERER, typed, MONTHS, TODAY, end)  # type: ignore[arg-type]  # one of the two ends
    return {choice.name: choice.value for choice in found}


def test_before_anything_is_typed_sensible_days_and_the_months_with_articles_are_offered() -> None:
    assert offered("") == {
        "Today": "2026-11-24",
        "Yesterday": "2026-11-23",
        "A week ago": "2026-11-17",
        "A month ago": "2026-10-25",
        "A year ago": "2025-11-24",
        "November 2026 · 1 article": "2026-11-01",
        "February 2026 · 1,200 articles": "2026-02-01",
    }


def test_until_a_month_means_its_last_day() -> None:
    assert offered("feb", "last") == {"February 2026 · 1,200 articles": "2026-02-28"}


@pytest.mark.parametrize(
    ("typed", "name"), [("2026-03-05", "5 March 2026"), ("week", "A week ago"), ("2026-02", "February")]
)
def test_what_is_typed_narrows_the_choice_or_is_shown_as_the_day_it_means(typed: str, name: str) -> None:
    assert next(iter(offered(typed))).startswith(name)


def test_words_that_no_choice_has_offer_nothing_and_are_still_taken() -> None:
    assert offered("5 March 2024") == {}
    assert parse_day("5 March 2024") == date(2024, 3, 5)


def test_many_months_are_no_more_choices_than_discord_takes() -> None:
    many = [Count(f"{year}-{month:02}", 3) for year in range(2000, 2026) for month in range(1, 13)]
    assert len(days(RENDERER, "", many, TODAY, "first")) == 25


def test_a_month_in_words_is_its_first_or_its_last_day() -> None:
    assert parse_day("February 2024") == date(2024, 2, 1)
    assert parse_day("February 2024", "last") == date(2024, 2, 29)


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(NoDay, match="the day of never"):
        parse_day("the day of never")


@pytest.mark.parametrize(
    "typed", ["", "javascript:alert(1)", "courier.example/pier", "https://", "http://[", "https://a b"]
)
def test_what_is_no_web_address_is_refused(typed: str) -> None:
    with pytest.raises(NoAddress):
        parse_address(typed)


def test_a_web_address_is_taken_without_the_blanks_around_it() -> None:
    assert parse_address(" https://courier.example/pier?a=1#b\n") == "https://courier.example/pier?a=1#b"


async def test_a_day_in_words_is_read_beside_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[threading.Thread] = []

    def parse(_value: str, _end: str) -> date:
        threads.append(threading.current_thread())
        return TODAY

    monkeypatch.setattr(options, "parse_day", parse)
    assert await options.read_day("last week") == TODAY
    assert threads != [threading.main_thread()]
