"""Pictures of the bot's real messages: `python -m tests.screenshots OUT` (needs Chromium).

The bot runs as its own process against the loopback Discord; what it sends is kept as JSON, drawn as
HTML in the manner of Discord's dark theme, and photographed on a phone and on a desktop.
"""
