"""How often a person and a server may ask, and when to come back."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

# A person reads an answer in about six seconds; bursts of ten are a conversation, more is a flood.
PERSON = (10, 6.0)
# Whoever adds and mends goes through a queue press by press.
DESK = (60, 1.0)
# A busy server: a burst of a hundred, then two a second.
SERVER = (100, 0.5)
_REMEMBERED = 10_000


class TooSoon(Exception):
    """Asked too often: come back in `seconds`.

    `whole_server` when everyone there has to wait, `first` when this was not said since the last answer.
    """

    def __init__(self, seconds: int, *, whole_server: bool, first: bool) -> None:
        super().__init__(f"{seconds} s")
        self.seconds = seconds
        self.first = first
        self.whole_server = whole_server


@dataclass(slots=True)
class Bucket:
    """A token bucket: `burst` at once, then one each `pace` seconds."""

    burst: int
    pace: float
    tokens: float
    at: float
    refused: bool = False

    def wait(self, now: float) -> float:
        """Take one token; or the seconds until there is one (0: taken)."""
        self.tokens = min(self.burst, self.tokens + (now - self.at) / self.pace)
        self.at = now
        if self.tokens >= 1:
            self.tokens -= 1
            self.refused = False
            return 0.0
        return (1 - self.tokens) * self.pace


# A person (None: anyone) in a server, asking or at the desk.
_Key = tuple[int | None, int | None, bool]


class Cooldowns:
    """The buckets of the people and servers that asked last; no one else is remembered."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._buckets: OrderedDict[_Key, Bucket] = OrderedDict()

    def take(self, person: int, server: int | None, *, desk: bool = False) -> None:
        """Count one question, or one act at the `desk`, which only editors can do. Raises TooSoon."""
        self._take((person, server, desk), DESK if desk else PERSON, whole_server=False)
        if server is not None:
            self._take((None, server, False), SERVER, whole_server=True)

    def _take(self, key: _Key, rate: tuple[int, float], *, whole_server: bool) -> None:
        now = self._monotonic()
        bucket = self._buckets.setdefault(key, Bucket(*rate, tokens=rate[0], at=now))
        self._buckets.move_to_end(key)
        if len(self._buckets) > _REMEMBERED:
            self._buckets.popitem(last=False)
        if wait := bucket.wait(now):
            first, bucket.refused = not bucket.refused, True
            raise TooSoon(math.ceil(wait), whole_server=whole_server, first=first)
