from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from index.feeds.schedule import (
    LATEST,
    LONGEST_BACK_OFF,
    LONGEST_PAUSE,
    SOONEST,
    after_failure,
    after_success,
    is_news,
)

NOW = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)
SPANS = st.none() | st.timedeltas(min_value=timedelta(), max_value=timedelta(days=4000))


@given(SPANS, st.integers())
def test_a_good_feed_is_asked_again_within_bounds_whatever_it_asks_for(
    every: timedelta | None, seed: int
) -> None:
    pause = after_success(NOW, every, random.Random(seed)) - NOW
    assert SOONEST * 0.9 <= pause <= LATEST * 1.1


@given(st.integers(min_value=1, max_value=10**6), SPANS, st.integers())
def test_a_bad_feed_is_asked_again_within_bounds(failures: int, asked: timedelta | None, seed: int) -> None:
    pause = after_failure(NOW, failures, asked, random.Random(seed)) - NOW
    assert timedelta(minutes=30) <= pause <= max(LONGEST_BACK_OFF, LONGEST_PAUSE)
    assert pause >= min(asked or timedelta(), LONGEST_PAUSE)


def test_feeds_that_failed_together_do_not_come_back_together() -> None:
    tries = {after_failure(NOW, 2, None, random.Random(seed)) for seed in range(20)}
    assert len(tries) == 20


def test_news_is_what_is_days_old_or_undated() -> None:
    today = NOW.date()
    assert is_news(None, today)
    assert is_news(today - timedelta(days=3), today)
    assert not is_news(today - timedelta(days=4), today)
