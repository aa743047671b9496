"""`python -m bot` is `quotedesk`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line."""
    try:
        from bot.cli.app import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
