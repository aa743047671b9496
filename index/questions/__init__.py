"""Questions: what a reader asks for, read from the wording alone."""

from __future__ import annotations

from index.questions.matches import Match, NameBook, NoNames
from index.questions.people import kind_of_unknown
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
