"""`python -m bot` is `quotedesk`."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from bot.cli.app import main as run

    run()


if __name__ == "__main__":
    main()
