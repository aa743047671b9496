"""Which words of a question are names: what the name book finds, without everyday words that somebody bears."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from index.names.spelling import bare, fold
from index.names.titles import PARTISAN, is_people_in_general, is_role
from index.questions.verbs import nouns, verbs
from index.questions.wording import SMALL

_OF_ASKING = frozenset(
    ["news", "new", "newer", "latest", "update", "updates", "best", "top", "vs", "versus"]
) | frozenset(["really", "actually", "recently", "publicly", "exactly", "most"])
_TIMES = frozenset(["day", "week", "month", "year", "today", "yesterday", "tomorrow", "now"])
_DETERMINED = re.compile(r"\b(?:the|an?|this|that|which|what) $", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_SHORTEST_SLIP = 5  # letters of a word that may be a misspelling
_SURE_SLIP = 7  # letters of a misspelling that alone stands for somebody
_ACRONYM = 4  # letters; longer words in capitals are headlines
_ALIKE = 4  # letters that a misspelt name begins with


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


class NameBook(Protocol):
    """Everyone the library knows, by any form of the name, spelling or office."""

    def find(self, text: str) -> Sequence[Match]:
        """The people named in a question, in text order."""


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
        first = before.rpartition(" ")[2]
        office = is_role(first) and is_role(last) and _bears(last, match.names)  # no "Orrin General"
        return ((word.endswith(last) and last in verbs()) or office) and not _bears(first, match.names)
    if folded in PARTISAN:
        return folded.endswith("s") or word.islower()
    if not word.islower() and match.start:
        return False
    before_it = _WORD_BEFORE.search(question[: match.start])
    titled = before_it is not None and is_role(before_it[1])  # "attorney general"
    if is_people_in_general(folded) or (is_role(folded) and (titled or not question.islower())):
        return True
    if _DETERMINED.search(question[: match.start]) and _is_misspelt(word, match.names):
        return True  # "the shooter" is not Tad Sooter
    return folded in _OF_ASKING or folded in _TIMES or folded in verbs() or folded in nouns()


def names_alone(matches: Sequence[Match], question: str) -> bool:
    """Whether the matches of a question that says nothing else are names: each apart from the other ("Brant
    and Wick"), and no everyday word that is only spelt nearly like one."""
    words = [question[match.start : match.end] for match in matches]
    if len(words) > 1 and any(
        _is_misspelt(word, match.names) for word, match in zip(words, matches, strict=True)
    ):
        return False
    between = (question[one.end : other.start] for one, other in pairwise(matches))
    return all(map(joined, between)) and not any(map(_is_slip, words, (match.names for match in matches)))


def joined(between: str) -> bool:
    """Whether the words between two names make them two people."""
    return re.search(r"\b(?:and|or|vs|versus)\b|[,&]", between) is not None


def _is_slip(word: str, names: Sequence[str]) -> bool:
    return " " not in word and len(word) < _SURE_SLIP and word.islower() and _is_misspelt(word, names)


def _is_misspelt(word: str, names: Sequence[str]) -> bool:
    """Whether a word is no part of any of the names, nor short enough for initials or a nickname."""
    return " " not in word and len(bare(word)) >= _SHORTEST_SLIP and not _bears(word, names)


def begins(letters: str, names: Sequence[str]) -> bool:
    """Whether a part of any of the names begins with the letters."""
    return any(fold(part).startswith(fold(letters)) for name in names for part in name.split())


def _bears(word: str, names: Sequence[str]) -> bool:
    borne = {fold(part) for name in names for part in re.split(r"[\s-]+", name)}
    written = fold(bare(word))
    return written in borne or written.removesuffix("s") in borne


def with_capitals(text: str, matches: Sequence[Match]) -> str:
    """A question typed without capitals, its known names written as names, so that they count as such."""
    if text != text.lower():
        return text
    letters = list(text)
    for match in matches:
        if _is_misspelt(text[match.start : match.end], match.names):
            continue  # no article has it so, and it may be an everyday word
        borne = {part.lower(): part for name in match.names for part in re.findall(r"[^\W\d_]+", name)}
        for found in re.finditer(r"[^\W\d_]+", text[match.start : match.end]):
            word, place = found.group(), match.start + found.start()
            written = borne.get(word, word)
            if word in SMALL or len(word) == 1:
                continue
            if written == word and any(part.startswith(word[:_ALIKE]) for part in borne):
                written = word.title()  # a misspelling
            if written.isupper() and len(written) > _ACRONYM:
                written = written.title()
            if len(written) == len(word):
                letters[place : place + len(word)] = written
    return "".join(letters)
