"""What kind of words stand as a speaker: a pronoun, a name with what belongs to it, or a description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.models.articles import Span
from index.names.appearances import Appearance
from index.names.bearers import Bearer
from index.names.titles import is_office, is_role
from index.names.vocabulary import PREPOSITIONS

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
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_EDGES = " \t\u00a0\n,.;:\"“”'‘’()[]—–-"
_ENDS_NAME = re.compile(
    r"\s*(?:$|[,(;:\[—–-]|(?:of|from|in|at|for|on|who|and|or|with|himself|herself|also|has|had)\b)"
)  # fmt: skip
# What follows "of" as a part of an office: "Hall of Famer".
_OF_HALLS = frozenset({"famer"})
# Letters at the exchange between a company and someone of it: "Norvane Foods (NVF) CEO Ana Moor".
_LETTERED = re.compile(r"\s\([^()\s]{1,12}\)(?:['’]s)?\s(?=[A-Z])")
# Somebody described before a name: "the mayor and Ana Moor".
_ANOTHER = re.compile(r"(?:the|a|an|his|her|its|their|an?other)\s[^,]{1,80}\sand\s(?:the\s)?$", re.IGNORECASE)
# Between the names of two: "Ana Moor and", "Ana Moor, a baker, and mayor", "Ana Moor of Kelm and".
_JOINT = r"(?: (?:of|from) [^,]{1,40}|(?:,[^,]{1,60})?,)?\s(?:and|&)\s(?:\S+\s){0,2}"
_OPENED = re.compile(r"[“\"„«]")
_CLOSED = re.compile(r"[”»]|\"[^\"]*\"")
# No more characters of a mention are read.
LONGEST = 400


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
    if alone := _pronoun(words.lower(), start):
        return alone
    owner: Bearer | None = None
    named: list[tuple[Appearance, Bearer]] = []
    for place, bearer in inside:
        if _between_marks(text, start, place.start):
            continue
        joined = (
            bool(named) and bearer.is_person and place.full and text.endswith(" and ", 0, place.title_start)
        )
        if joined or _is_head(text, place, start, end):
            named.append((place, bearer))
        elif place.possessive:
            owner = bearer
    if not named:
        start = _after_clause(text, start, end)
        return Mention("description", text[start:end], start, owner=owner)
    if inside[-1][0] is not named[0][0] and _is_titled(text, named[0], inside[-1][0], end):
        named = [inside[-1]]
    place, bearer = named[0]
    following = named[1][0].title_start if len(named) > 1 else min(place.end + 5, end)
    joint = _JOINT if len(named) > 1 else r" and "
    if re.fullmatch(joint, text[place.end : following]) or _is_list(text, [one for one, _ in named]):
        return Mention("several", words, start)
    if not place.title and _ANOTHER.match(text, start, place.start):
        return Mention("several", words, start)
    return Mention("named", words, start, bearer, place)


def _is_list(text: str, names: Sequence[Appearance]) -> bool:
    """Whether names stand as in "Moor, Tesk and Brod"."""
    if len(names) < 3 or text[names[0].end : names[1].title_start] != ", ":  # noqa: PLR2004
        return False
    return text[names[-2].end : names[-1].title_start].strip(" ,") == "and"


def _is_titled(text: str, first: tuple[Appearance, Bearer], last: Appearance, end: int) -> bool:
    """Whether the last name of a mention is whom it means and the first what they have an office in: "Harbour
    Fair of Kelm president Ana Moor"."""
    place, body = first
    between = text[place.end : last.title_start].split()
    if last.end < end or last.possessive or body.kind == "person" or not between or "," in " ".join(between):
        return False
    if between[-1][0].islower() and is_role(between[-1]):
        return True
    office = bool(last.title) and is_office(last.title[-1])
    joined = between == ["and"] and len(last.title) > 1  # "Kelm Parks and Trees Director Ana Moor"
    return office and (len(between) > 1 or joined or last.title[-1] in _OF_HALLS)


def _pronoun(lower: str, start: int) -> Mention | None:
    """The mention where it is no more than a pronoun or stands for one, as "his account" does; `lower`
    are its words
    in small letters."""
    if not lower:
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
    return None


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    """The span without blanks and marks at its edges."""
    start, end = span.start, min(span.end, span.start + LONGEST)
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _after_clause(text: str, start: int, end: int) -> int:
    """Where the description begins: after words of another clause that stand before its article ("meddling the
    senator")."""
    first, _, rest = text[start:end].partition(" ")
    return start + len(first) + 1 if first.endswith("ing") and rest.startswith("the ") else start


def _between_marks(text: str, start: int, position: int) -> bool:
    """Whether quotation marks that open inside the mention are still open: a name in a title of a show."""
    return _OPENED.search(text, start, position) is not None and _CLOSED.search(text, start, position) is None


def _is_head(text: str, place: Appearance, start: int, end: int) -> bool:
    """Whether the name is what the mention is about, not a part of a description ("the aide of Tesk")."""
    if place.possessive and place.end + 2 < end:
        return False
    if _LETTERED.match(text, place.end, end):
        return False
    if place.end < end and not place.possessive and not _ENDS_NAME.match(text, place.end, end):
        return False
    before = text[start : place.title_start].rpartition(",")[2].split()
    last = max((index for index, word in enumerate(before) if word.lower() in PREPOSITIONS), default=None)
    return last is None or _is_title(before, last, place)


def _is_title(before: Sequence[str], last: int, place: Appearance) -> bool:
    """Whether the words up to the name are one long title: "Ministry of Trade spokesman", "head of the
    Kelm Institute",
    whose last words stand in the title of the name."""
    between = before[last + 1 :]
    if len(between) > 1 and between[0][0].isupper() and is_role(between[-1]):
        return True
    if between and between[0].islower() and between[0] not in _ARTICLES and not is_role(between[-1]):
        alone = all(word.lower() not in PREPOSITIONS or word == "of" for word in before[:last])
        return alone and last > 0 and is_role(before[last - 1])  # "chief of staff Ana Moor"
    owned = bool(place.title) and not is_office(place.title[-1])
    return owned and last > 0 and before[last].lower() in {"of", "for", "at"} and is_role(before[last - 1])
