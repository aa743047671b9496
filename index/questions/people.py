"""Who a question asks about: names the library has, and names it does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from index.names.titles import PARTISAN, is_people_in_general, is_role
from index.questions.matches import Match
from index.questions.wording import SMALL

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
    inside = [m for m in matches if m.start < end and m.end > start]
    if inside and not _is_described(inside, question, end):
        names = tuple(dict.fromkeys(name for m in inside for name in m.names))
        rest = _left(question, start, end, inside)
        shared = tuple(tuple(m.names) for m in inside if len(m.names) > 1)
        return Asked(names, rest, tuple((m.start, m.end) for m in inside), shared)
    return Asked((), tuple(_names(question[start:end])), ())


def _is_described(inside: Sequence[Match], question: str, end: int) -> bool:
    """Whether names only tell whom the slot means: "the Moor adviser", "Lindby police"."""
    last = inside[-1]
    after = _PERSON_WORD.match(question, last.end + 1, end)
    if after is not None and question[last.end] == " " and is_role(after[0]):
        return True
    return any(one.end + 1 == other.start and question[one.end] == " " for one, other in pairwise(inside))


def _left(question: str, start: int, end: int, inside: Sequence[Match]) -> tuple[str, ...]:
    """Names of the slot that no match covers ("Aliyev and Macron": Macron)."""
    kept = "".join(" " if any(m.start <= i < m.end for m in inside) else question[i] for i in range(start, end))
    parts = [part for part in re.split(r"\band\b|\bor\b|,|&", kept) if _capitalised(part)]
    return tuple(name for part in parts for name in _names(part))


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
