"""The outlet a question names."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LEAD = re.compile(
    r",? ?\b(?:according to|as reported by|reported by|reported in|per|via|from|by|in|on)(?: the)? $",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"^(?:and )?(?:only|just|(?:only |just )?(?:in|from|according to))(?: the)? (?P<name>.+?)[ ?!.]*$",
    re.IGNORECASE,
)
_SURE_LEAD = re.compile(r"\b(?:according to|reported by|reported in|per|via|from|by|did|does)(?: the)? $")


def named_outlet(question: str, sources: Iterable[str]) -> tuple[str, int, int] | None:
    """The outlet of the library that the question names, with its place; the longest one wins.

    A name must be written as the outlet writes it; in a question all in lower case it must follow words
    such as "according to", since many outlets are called by everyday words.
    """
    folded = question.casefold()
    if len(folded) != len(question):
        folded = question.lower() if len(question.lower()) == len(question) else question
    best: tuple[str, int, int] | None = None
    for source in sources:
        name = source.casefold().strip()
        if not name or name not in folded:
            continue
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded)
        if found is None or (best and len(name) <= best[2] - best[1]):
            continue
        start, end = found.span()
        if question[start:end] == source.strip() or (question == folded and _SURE_LEAD.search(folded[:start])):
            best = (source, start, end)
    return best


def only_outlet(question: str, sources: Iterable[str]) -> str | None:
    """The outlet that a follow-up asks for and nothing else: "only the Post", "in the Post?"."""
    found = _ONLY.match(question)
    name = found["name"].casefold() if found else ""
    return next((one for one in sources if one.casefold().removeprefix("the ") == name), None)


def outlet_phrase(question: str, start: int, end: int) -> tuple[int, int]:
    """The place of the outlet together with the words that lead to it ("according to the")."""
    lead = _LEAD.search(question[max(0, start - 40) : start])
    return (max(0, start - 40) + lead.start() if lead else start), end
