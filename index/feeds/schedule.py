"""When a feed is asked next: pure functions of what happened, the time, and a source of chance."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

# News feeds change some times an hour; asking more often than they do brings nothing.
USUAL = timedelta(minutes=30)
SOONEST = timedelta(minutes=15)
# A feed that asks for less is still looked at four times a day, or its news would be old.
LATEST = timedelta(hours=6)
# A feed that fails is asked half as often each time, and once a day for as long as it stays.
LONGEST_BACK_OFF = timedelta(hours=24)
# A server that asks for a pause gets it, up to a week.
LONGEST_PAUSE = timedelta(days=7)
# Twice can be a restart; three failures in a row, at least two hours, are worth an admin's attention.
TELL_AFTER = 3
# What a feed prints as new although it is older was renumbered, re-dated or restored: stored, not announced.
NEWS_AGE = timedelta(days=3)


def after_success(now: datetime, every: timedelta | None, rng: random.Random) -> datetime:
    """Return the next try after a good poll of a feed that asks to be fetched `every` so often."""
    pause = min(max(every or USUAL, SOONEST), LATEST)
    # A tenth either way, so that feeds added together are not polled together for ever.
    spread: timedelta = pause * rng.uniform(0.9, 1.1)
    return now + spread


def after_failure(now: datetime, failures: int, asked: timedelta | None, rng: random.Random) -> datetime:
    """Return the next try after `failures` (>= 1) bad polls in a row; `asked` is the pause the server wants."""
    # The exponent is bounded: 2 ** failures of a feed that has been dead for a year is no timedelta.
    back_off: timedelta = min(USUAL * 2 ** min(failures, 12), LONGEST_BACK_OFF)
    pause = back_off * rng.uniform(0.75, 1.0)
    return now + max(pause, min(asked or timedelta(), LONGEST_PAUSE))


def is_news(published: date | None, today: date) -> bool:
    """Whether an entry that is new to the library is new to the world as well."""
    return published is None or today - published <= NEWS_AGE
