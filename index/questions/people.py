"""Who a question asks about: names the library has, and names it does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Literal

from index.names.nations import nations
from index.names.titles import PARTISAN, is_people_in_general, is_role, stands_before_names
from index.questions.matches import Match, begins, joined
from index.questions.verbs import verbs
from index.questions.wording import SMALL

# What is told of somebody aside: "Brant, the mayor, ...".
_ASIDE = re.compile(r", (?:who|whose|the|an?|then|now|former)\b", re.IGNORECASE)
_ALIKE = 3  # letters that a misspelt first name begins with
_PART = re.compile(r"(?:(?!\b(?:and|or)\b)[^,&])+")
_OWNS = re.compile(r"[^,&]*'s ")
_OF = re.compile(r"\w (?:of|for|in|at|to|from|near|with|behind|around|inside) (?:the )?$", re.IGNORECASE)
_CAPITAL = re.compile(r"\b([A-Z][\w'.-]*) $")
_ADVERB = re.compile(r"\w+ly|first|last|also|even|himself|herself|themselves|itself|once|long|vs|versus")
_PERSON_WORD = re.compile(r"[^\W\d_][\w'.-]*")
_CROWD = frozenset(
    [
        "people",
        "others",
        "they",
        "everyone",
        "everybody",
        "anyone",
        "anybody",
        "nobody",
        "someone",
        "somebody",
        "experts",
        "critics",
        "politicians",
        "leaders",
        "officials",
        "observers",
        "analysts",
        "opponents",
        "supporters",
        "sources",
        "both",
    ]
)


Unknown = Literal["pronoun", "office", "people", "name"]


def kind_of_unknown(words: str) -> Unknown:
    """What somebody is asked for by whom nobody bears: "he", "the prime minister", "doctors", or a name."""
    parts = words.casefold().split()
    if words.casefold() in {"he", "she"}:
        return "pronoun"
    if any(part in PARTISAN or is_people_in_general(part) for part in parts[-1:]):
        return "people"
    return "office" if any(is_role(part) for part in parts) and not words.istitle() else "name"


@dataclass(frozen=True, slots=True)
class Asked:
    """People of a question: `speakers` known, `unknown` not, `spans` the places of the known ones,
    `namesakes` those of them who share a name."""

    speakers: tuple[str, ...]
    unknown: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    namesakes: tuple[tuple[str, ...], ...] = ()


def in_slot(matches: Sequence[Match], question: str, start: int, end: int) -> Asked:
    """Who stands in the speaker's place question[start:end]: known people, else the words as unknown."""
    aside = _ASIDE.search(question, start, end)
    end = aside.start() if aside else end
    found = [m for m in matches if m.start < end and m.end > start]
    inside = _without_owners(found, question)
    if inside and not _is_described(inside, question, start, end):
        names = tuple(dict.fromkeys(name for m in inside for name in m.names))
        rest = _left(question, start, end, found)
        shared = tuple(tuple(m.names) for m in inside if len(m.names) > 1)
        return Asked(names, rest, tuple((m.start, m.end) for m in inside), shared)
    return Asked((), tuple(_names(question[start:end])), ())


def _without_owners(inside: list[Match], question: str) -> list[Match]:
    """The names without those that own the next: the body of "the body's Ana Brant"."""
    return [
        one
        for one, other in zip_longest(inside, inside[1:])
        if other is None or not _OWNS.fullmatch(question, one.start, other.start)
    ]


def _is_described(inside: Sequence[Match], question: str, start: int, end: int) -> bool:
    """Whether names only tell whom the slot means: "the Moor adviser", "Lindby police", "lawyers for Moor"."""
    after = _PERSON_WORD.match(question, inside[-1].end + 1, end)
    if after is not None and question[inside[-1].end] == " " and _is_noun(after[0].lower()):
        return True
    if any(not joined(question[one.end : other.start]) for one, other in pairwise(inside)):
        return True
    if any(_is_owned(question, start, one) for one in inside):
        return True
    return any(_OF.search(question, start, one.start) or _goes_before(start, one, question) for one in inside)


def _is_owned(question: str, start: int, match: Match) -> bool:
    """Whether one word that is nobody's surname stands behind who owns it: "Brant's family"."""
    word = question[match.start : match.end]
    owned = re.search(r"\w's $", question[start : match.start]) is not None
    return owned and match.names[0].casefold() == word.casefold()


def _is_noun(word: str) -> bool:
    """Whether a word behind a name is what belongs to it ("Moor lawyers"), and no word of the question."""
    return not (word in SMALL or word in verbs() or _ADVERB.fullmatch(word))


def _goes_before(start: int, match: Match, question: str) -> bool:
    """Whether a name of one word is the end of a longer one that nobody bears: "Pilots Without Borders"."""
    before = _CAPITAL.search(question, start, match.start)
    if not before or not before.start() or " " in question[match.start : match.end] or question.islower():
        return False
    word = before[1].rstrip(".")
    if nations().of(f"{word} {question[match.start : match.end]}"):
        return True  # "Saudi Arabia" is not Ben Arabia
    told = (
        word == "The"
        or begins(word[:_ALIKE], match.names)
        or stands_before_names(word)
        or is_role(word)
        or word.casefold() in PARTISAN
        or nations().of(word)
    )
    return not told and not word.endswith("'s")


def _left(question: str, start: int, end: int, inside: Sequence[Match]) -> tuple[str, ...]:
    """Names of the slot beside those that a match covers ("Aliyev and Macron": Macron)."""
    names: list[str] = []
    for part in _PART.finditer(question, start, end):
        known = any(m.start < part.end() and m.end > part.start() for m in inside)
        names += [] if known or not _capitalised(part[0]) else _names(part[0])
    return tuple(names)


def _capitalised(part: str) -> bool:
    return bool(re.search(r"\b[A-Z]\w", part))


def _names(slot: str) -> list[str]:
    """The names and descriptions of a slot that fit nobody of the library; crowds and pronouns are none."""
    names = []
    for part in re.split(r"\band\b|\bor\b|,|&", slot):
        words = [w.removesuffix("'s").rstrip("'.") for w in _PERSON_WORD.findall(part)]
        while words and words[0].casefold() in SMALL and not (len(words[0]) > 1 and words[0].isupper()):
            words.pop(0)
        if words and not {w.casefold() for w in words} <= _CROWD:
            names.append(" ".join(words[:8]))
    return names
