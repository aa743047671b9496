"""Questions: what a reader asks for, read from the wording alone."""

from __future__ import annotations

from index.questions.people import Match, NameBook, NoNames
from index.questions.understanding import STATEMENTS, understand
from index.questions.wording import plain

__all__ = ["STATEMENTS", "Match", "NameBook", "NoNames", "plain", "understand"]
