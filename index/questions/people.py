"""Who a question asks about: names the library has, and names it does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, Protocol

from index.names.spelling import bare, fold
from index.names.titles import PARTISAN, is_people_in_general, is_role
from index.questions.verbs import nouns, verbs
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
_OF_ASKING = frozenset(["news", "new", "newer", "latest", "update", "updates", "best", "top", "vs", "versus"])
_TIMES = frozenset(["day", "week", "month", "year", "today", "yesterday", "tomorrow", "now"])
_DETERMINED = re.compile(r"\b(?:the|an?|this|that|which|what) $", re.IGNORECASE)
_SHORTEST_SLIP = 5  # letters of a word that may be a misspelling
_SURE_SLIP = 7  # letters of a misspelling that alone stands for somebody


class Match(Protocol):
    """Words of a question that name someone; `names` are full names, best first."""

    @property
    def start(self) -> int:
        """Where the words begin in the question."""

    @property
    def end(self) -> int:
        """Where they end."""

    @property
    def names(self) -> Sequence[str]:
        """Full names as the library has them; several where the words fit several."""


Unknown = Literal["pronoun", "office", "people", "name"]


def kind_of_unknown(words: str) -> Unknown:
    """What somebody is asked for by whom nobody bears: "he", "the prime minister", "doctors", or a name."""
    parts = words.casefold().split()
    if words.casefold() in {"he", "she"}:
        return "pronoun"
    if any(part in PARTISAN or is_people_in_general(part) for part in parts[-1:]):
        return "people"
    return "office" if any(is_role(part) for part in parts) and not words.istitle() else "name"


class NameBook(Protocol):
    """Everyone the library knows, by any form of the name, spelling or office."""

    def find(self, text: str) -> Sequence[Match]:
        """The people named in a question, in text order."""


@dataclass(frozen=True, slots=True)
class Asked:
    """People of a question: `speakers` known, `unknown` not, `spans` the places of the known ones,
    `namesakes` those of them who share a name."""

    speakers: tuple[str, ...]
    unknown: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    namesakes: tuple[tuple[str, ...], ...] = ()


class NoNames:
    """A name book without anyone in it."""

    def find(self, text: str) -> Sequence[Match]:  # noqa: ARG002 -- the protocol's argument
        """Find nobody."""
        return ()


def meant(matches: Sequence[Match], question: str) -> list[Match]:
    """The matches without those of a single word that a question is made of or that stands for people in
    general, as library names may have any word in them: "say", "news", "doctors", "Republicans"."""
    return [match for match in matches if not _is_no_name(match, question)]


def _is_no_name(match: Match, question: str) -> bool:
    word = bare(question[match.start : match.end])
    folded = word.casefold()
    before, _, last = folded.rpartition(" ")
    if before:  # "senators ask", where Ask is a surname
        return word.islower() and (is_role(before) or is_people_in_general(before)) and last in verbs()
    if folded in PARTISAN or is_people_in_general(folded):
        return folded.endswith("s") or not word[0].isupper()
    if not word.islower() and match.start:
        return False
    if _DETERMINED.search(question[: match.start]) and _is_misspelt(word, match.names):
        return True  # "the shooter" is not Tad Sooter
    return folded in _OF_ASKING or folded in _TIMES or folded in verbs() or folded in nouns()


def names_alone(matches: Sequence[Match], question: str) -> bool:
    """Whether the matches of a question that says nothing else are names: each apart from the other ("Brant
    and Wick"), and no everyday word that is only spelt nearly like one."""
    between = (question[one.end : other.start] for one, other in pairwise(matches))
    return all(re.search(r"\band\b|\bor\b|[,&]", words) for words in between) and not any(
        _is_slip(question[match.start : match.end], match.names) for match in matches
    )


def _is_slip(word: str, names: Sequence[str]) -> bool:
    return " " not in word and len(word) < _SURE_SLIP and word.islower() and _is_misspelt(word, names)


def _is_misspelt(word: str, names: Sequence[str]) -> bool:
    """Whether a word is no part of any of the names, nor short enough for initials or a nickname."""
    borne = {fold(part) for name in names for part in re.split(r"[\s-]+", name)}
    written = fold(bare(word))
    return len(written) >= _SHORTEST_SLIP and written not in borne and written.removesuffix("s") not in borne


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
