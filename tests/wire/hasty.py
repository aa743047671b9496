"""The bot with five rounds a second instead of one a minute: `python -m tests.wire.hasty run`."""

from __future__ import annotations

from datetime import timedelta

from bot import rounds
from bot.__main__ import main

rounds.PAUSE_SECONDS = 0.2
rounds.VISIT_EVERY = timedelta()

if __name__ == "__main__":
    main()
