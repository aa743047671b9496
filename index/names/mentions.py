"""What kind of words stand as a speaker: a pronoun, a name with what belongs to it, or a description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.models.articles import Span
from index.names.appearances import Appearance
from index.names.people import Bearer

_SINGLE = frozenset({"he", "she", "him", "her", "himself", "herself", "his", "hers"})
_RELATIVE = frozenset({"who", "which", "whom", "that"})
# "His account" and "her tweet" speak for themselves: the possessive is the speaker.
_UTTERANCES = frozenset(
    {
        "account", "claim", "claims", "statement", "statements", "remark", "remarks", "words", "comment",
        "comments", "tweet", "tweets", "speech", "letter", "memo", "memoir", "testimony", "answer",
        "reply", "response", "post", "posts", "message", "email", "emails", "interview", "op-ed", "essay",
    }
)  # fmt: skip
_PLURAL = frozenset({"they", "them", "themselves", "both", "it", "itself", "we", "us"})
_PREPOSITIONS = frozenset(
    {
        "of", "for", "from", "at", "in", "on", "with", "to", "by", "as", "about", "against", "under",
        "over", "near", "after", "than", "behind", "inside", "outside",
    }
)  # fmt: skip
_EDGES = " \t\u00a0\n,.;:\"“”'‘’()[]—–-"
_ENDS_NAME = re.compile(
    r"\s*(?:$|[,(;:\[—–-]|(?:of|from|in|at|for|on|who|and|or|with|himself|herself|also|has|had)\b)"
)  # fmt: skip
_DETERMINED = re.compile(r"(?:the|a|an|this|that|his|her|its|their)\s", re.IGNORECASE)
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker's mention. `position` is the pronoun's offset; `owner` bears the possessive in "Tesk's
    aide"."""

    kind: Literal["single", "plural", "relative", "several", "named", "description", "nothing"]
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
    if lower in _RELATIVE:
        return Mention("relative", lower, start)
    first, _, rest = lower.partition(" ")
    if first in {"his", "her"} and rest.rpartition(" ")[2] in _UTTERANCES:
        return Mention("single", first, start)
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
    joined = (
        text[place.end : named[1][0].title_start]
        if len(named) > 1
        else text[place.end : min(place.end + 5, end)]
    )
    if re.fullmatch(r",?\s(?:and|&)\s(?:\S+\s){0,2}" if len(named) > 1 else r" and ", joined):
        return Mention("several", words, start)
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
    before = text[start : place.title_start].rpartition(",")[2].split()
    return not any(word.lower() in _PREPOSITIONS for word in before)
