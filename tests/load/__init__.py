"""Load: `python -m tests.load` asks 200 questions at once in three servers while an import runs,
`python -m tests.load.soak --minutes 30` keeps at it. Both run the bot as its own process on the loopback."""
