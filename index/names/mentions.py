"""What kind of words stand as a speaker: a pronoun, a name with what belongs to it, or a description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.models.articles import Span
from index.names.appearances import Appearance
from index.names.people import Bearer

_SINGLE = frozenset({"he", "she", "him", "her", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "themselves", "both", "it", "itself", "we", "us"})
_PREPOSITIONS = frozenset(
    "of for from at in on with to by as about against under over near after than behind inside outside".split()
)
_EDGES = " \t\u00a0\n,.;:\"“”'‘’()[]—–-"
_ENDS_NAME = re.compile(r"\s*(?:$|[,(;:\[—–-]|(?:of|from|in|at|for|on|who|and|or|with|himself|herself|also|has|had)\b)")
_DETERMINED = re.compile(r"(?:the|a|an|this|that|his|her|its|their)\s", re.IGNORECASE)
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker's mention. `position` is the pronoun's offset; `owner` bears the possessive in "Tesk's aide"."""

    kind: Literal["single", "plural", "named", "description", "nothing"]
    words: str = ""
    position: int = 0
    bearer: Bearer | None = None
    appearance: Appearance | None = None
    owner: Bearer | None = None


def read_mention(text: str, span: Span, inside: Sequence[tuple[Appearance, Bearer]]) -> Mention:
    """Read the words at `span`; `inside` are the names that stand in it."""
    start, end = _trimmed(text, span)
    words = text[start:end]
    lower = words.lower()
    if not words:
        return Mention("nothing")
    if lower in _SINGLE:
        return Mention("single", lower, start)
    if lower in _PLURAL:
        return Mention("plural", lower, start)
    owner: Bearer | None = None
    named: list[tuple[Appearance, Bearer]] = []
    for place, bearer in inside:
        if _is_head(text, place, start, end):
            named.append((place, bearer))
        elif place.possessive:
            owner = bearer
    if not named:
        return Mention("description", words, start, owner=owner)
    place, bearer = named[0]
    if len(named) > 1 and re.fullmatch(r"\s*(?:,|and|&|,? and)\s*(?:\S+ ){0,3}", text[place.end : named[1][0].start]):
        if " and " in text[place.end : named[1][0].start] or len(named) > 2:  # noqa: PLR2004
            return Mention("plural", words, start)
    return Mention("named", words, start, bearer, place)


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    """The span without blanks and marks at its edges."""
    start, end = span.start, min(span.end, span.start + _LONGEST)
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _is_head(text: str, place: Appearance, start: int, end: int) -> bool:
    """Whether the name is what the mention is about, not a part of a description ("the aide of Tesk")."""
    if place.possessive and place.end + 2 < end:
        return False
    if place.end < end and not place.possessive and not _ENDS_NAME.match(text, place.end, end):
        return False
    before = text[start : place.title_start].split()
    return not (before and before[-1].lower() in _PREPOSITIONS) and not (
        len(before) > 1 and before[-1].lower() in {"the", "a", "an"} and before[-2].lower() in _PREPOSITIONS
    )
