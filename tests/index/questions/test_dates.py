from __future__ import annotations

from datetime import date

import pytest

from index.questions.dates import find_dates

TODAY = date(2026, 3, 20)  # a Friday


def _days(text: str) -> tuple[str | None, str | None] | None:
    found = find_dates(text, TODAY)
    if found is None:
        return None
    return (
        found.since.isoformat() if found.since else None,
        found.until.isoformat() if found.until else None,
    )


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("in mid-2025", ("2025-05-01", "2025-08-31")),
        ("in early 2025", ("2025-01-01", "2025-04-30")),
        ("in late 2025", ("2025-09-01", "2025-12-31")),
        ("in the second quarter of 2025", ("2025-04-01", "2025-06-30")),
        ("in q4 2025", ("2025-10-01", "2025-12-31")),
        ("in the fourth quarter", ("2025-10-01", "2025-12-31")),
        ("in the last quarter", ("2025-10-01", "2025-12-31")),
        ("since the first quarter", ("2026-01-01", None)),
        ("two fridays ago", ("2026-03-06", "2026-03-06")),
        ("a tuesday ago", ("2026-03-17", "2026-03-17")),
        ("the week before last", ("2026-03-02", "2026-03-08")),
        ("the month before last", ("2026-01-01", "2026-01-31")),
        ("in the past fortnight", ("2026-03-06", "2026-03-20")),
        ("in the past month", ("2026-02-18", "2026-03-20")),
        ("a fortnight ago", ("2026-03-02", "2026-03-08")),
        ("on the 3rd of last month", ("2026-02-03", "2026-02-03")),
        ("the day before yesterday", ("2026-03-18", "2026-03-18")),
        ("since the 3rd of last month", ("2026-02-03", None)),
        ("before the 3rd of last month", (None, "2026-02-02")),
    ],
)
def test_longer_ways_of_naming_days_are_read(words: str, days: tuple[str | None, str | None]) -> None:
    assert _days(f"what did Brant say {words}") == days
    assert _days(f"what did Brant say about fares {words}?") == days


@pytest.mark.parametrize(
    "words",
    [
        "long ago",
        "about the third quarter-final",
        "about the price of this year",
        "about the fourth quartet",
        "ago ago ago",
        "about q9 2025",
        "in mid-0000",
    ],
)
def test_what_only_looks_like_days_is_none(words: str) -> None:
    assert _days(f"what did Brant say {words}") is None


def test_the_place_of_a_phrase_is_cut_from_the_topic() -> None:
    text = "what did Brant say about fares on the 3rd of last month"
    found = find_dates(text, TODAY)
    assert found is not None
    assert text[found.start : found.end] == "on the 3rd of last month"


def test_numbers_beyond_any_calendar_are_no_days() -> None:
    assert _days("what did Brant say 999999999999 hours ago") is None
