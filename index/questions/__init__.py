"""Questions: what a reader asks for, read from the wording alone."""

from __future__ import annotations

from index.questions.people import Match, NameBook, NoNames, kind_of_unknown
from index.questions.understanding import STATEMENTS, understand
from index.questions.wording import asks_nothing, plain

__all__ = [
    "STATEMENTS",
    "Match",
    "NameBook",
    "NoNames",
    "asks_nothing",
    "kind_of_unknown",
    "plain",
    "understand",
]
