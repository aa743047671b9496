"""`python -m tests.wire.loopback.seam run`: the bot as it is, but it may fetch from one port of 127.0.0.1
(SEAM_PORT), without a pause between pages, and makes its rounds every half second. For tests alone."""

from __future__ import annotations

import os
from datetime import timedelta
from functools import partial

import bot.rounds
import index.fetch
from index.fetch import Fetcher, FetchLimits


def open_up(port: int) -> None:
    """Let this process fetch from a port of 127.0.0.1."""
    opened = partial(Fetcher, open_to=frozenset({("127.0.0.1", port)}), limits=FetchLimits(gap=0.0))
    index.fetch.Fetcher = opened  # type: ignore[assignment,misc]  # the one place where the bot gets it
    bot.rounds.PAUSE_SECONDS = 0.5
    bot.rounds.VISIT_EVERY = timedelta()


def main() -> None:
    open_up(int(os.environ["SEAM_PORT"]))
    from bot.__main__ import main as run

    run()


if __name__ == "__main__":
    main()
