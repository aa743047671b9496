from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image

from bot.timeline import Total, draw, periods, series
from index.models import Bucket


def weekly(*counts: int) -> list[Bucket]:
    return [
        Bucket(date(2026, 3, 2 + 7 * place), "Courier", count) for place, count in enumerate(counts) if count
    ]


def monthly(months: int, outlets: int = 1) -> list[Bucket]:
    return [
        Bucket(date(2023 + month // 12, month % 12 + 1, 1), f"Outlet {outlet}", month % 5 + 1)
        for month in range(months)
        for outlet in range(outlets)
    ]


def test_periods_without_a_statement_stand_in_the_picture_and_not_in_the_words() -> None:
    figures = series(weekly(2, 0, 1))
    assert [sum(counts) for counts in figures.counts] == [2, 0, 1]
    found = periods(figures)
    assert found is not None
    assert found.unit == "week"
    assert found.totals == (Total("2 Mar 2026", 2), Total("16 Mar 2026", 1))


def test_the_words_hold_the_same_sum_as_the_picture_also_by_years() -> None:
    figures = series(monthly(36, outlets=3))
    found = periods(figures)
    assert found is not None
    assert found.unit == "year"
    assert [total.label for total in found.totals] == ["2023", "2024", "2025"]
    assert sum(total.count for total in found.totals) == sum(map(sum, figures.counts))


def test_without_statements_there_are_no_words() -> None:
    assert periods(series([])) is None


def test_small_outlets_are_one_in_the_picture() -> None:
    figures = series(monthly(3, outlets=12))
    assert figures.outlets[-1] is None
    assert len(figures.outlets) == 7
    assert sum(map(sum, figures.counts)) == sum(bucket.count for bucket in monthly(3, outlets=12))


@pytest.mark.parametrize("buckets", [weekly(1), monthly(36), monthly(36, outlets=12), monthly(400)])
def test_any_timeline_is_drawn_in_one_size(buckets: list[Bucket]) -> None:
    data = draw(series(buckets), title="مرحبا 👩 " + "long " * 60, others="Others")
    assert Image.open(io.BytesIO(data)).size == (800, 500)
