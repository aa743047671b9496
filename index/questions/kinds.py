"""The kind of a question that asks for no statement, by its question word."""

# ruff: noqa: E501 -- each pattern stays on a line of its own

from __future__ import annotations

import re

from index.models import QuestionKind

_EARLY = 12  # characters; a later "who" mostly begins a clause
_KINDS: tuple[tuple[str, QuestionKind], ...] = (
    (r"\bhow (?:many|much|old|long|tall|big|high|far|often)\b|\b(?:what|which) (?:percent|percentage|number|amount|share|age|price)\b", "how-many"),
    (r"\bwhen\b|\b(?:what|which) (?:year|date|day|month|time)\b", "when"),
    (r"\bwhere\b|\b(?:what|which) (?:\w+ ){0,2}(?:country|city|state|town|place|island|region|province|county|continent|nation)\b", "where"),
    (r"\bwho(?:m|se)?\b", "who"),
    (r"\bwhy\b|\bwhat (?:caused|causes)\b|\bdue to what\b|\bfor what reason\b", "why"),
)  # fmt: skip


def plain_kind(text: str) -> QuestionKind:
    """The kind of a question without a speaker's frame, by its last question word outside a clause."""
    first: tuple[int, QuestionKind] | None = None
    asks = re.split(r"(?<=[.!?]) ", text)[-1]  # the question itself comes last: "A storm hit. Where?"
    for pattern, kind in _KINDS:
        found = re.search(pattern, asks)
        if (
            found
            and (kind != "who" or found.start() < _EARLY or first is None)
            and (first is None or found.start() < first[0])
        ):
            first = (found.start(), kind)
    what = re.search(r"\b(?:what|which)\b", asks)
    if first and what and what.start() < first[0]:
        return "what"
    return first[1] if first else "what"
