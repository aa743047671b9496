"""Who holds an office that a question names: "the Veltish leader", "president of Veltland"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from index.names import offices
from index.names.nations import nations
from index.names.phrases import Phrase, phrase
from index.names.spelling import bare, fold, stem
from index.names.titles import is_office, is_role
from index.names.vocabulary import is_function_word

Word = tuple[int, int, str]  # where it begins and ends, and the word without a possessive ending
Role = tuple[str, str, date | None]  # name, the role in an article's words, the newest day that states it

_MOST_BEFORE = 4
_MOST_AFTER = 3
_OF = frozenset({"of", "for", "in"})
# Words before an office that tell nobody apart.
_IDLE = frozenset({"new", "current", "own", "main", "longtime", "the", "then", "now"})
_ENOUGH = 0.7


class Holders:
    """The roles of everyone in a library, by what tells them apart: a country, a place, a field."""

    def __init__(self, roles: Iterable[Role]) -> None:
        self._told: dict[str, list[Role]] = {}
        self._of: dict[str, list[str]] = {}
        for role in roles:
            self._of.setdefault(role[0], []).append(role[1])
            for key in {key for word in role[1].split() for key in _keys(bare(word.strip(",.;:()")))}:
                self._told.setdefault(key, []).append(role)

    def find(self, words: Sequence[Word]) -> tuple[int, int, tuple[str, ...]] | None:
        """The first office of a question that someone holds: its place, and the holders, newest first."""
        for place, (_, _, word) in enumerate(words):
            if not _is_office(word):
                continue
            first, last = self._first(words, place), self._last(words, place)
            names = self._holders([word for _, _, word in words[first : last + 1]], place - first)
            if names:
                return words[first][0], words[last][1], names
        return None

    def titled(self, names: Sequence[str], words: Sequence[Word], place: int) -> tuple[str, ...]:
        """Of those who share a name, whoever holds the office written before it ("President Harvold"); all
        where nobody does."""
        if not place or not _is_office(words[place - 1][2]):
            return tuple(names)
        head = phrase(" ".join(word for _, _, word in words[max(0, place - 2) : place])).heads
        kept = [
            name
            for name in names
            if any(_agree(head, phrase(role)) >= _ENOUGH for role in self._of.get(name, ()))
        ]
        return tuple(kept or names)

    def _first(self, words: Sequence[Word], place: int) -> int:
        """Where the words that belong to an office begin."""
        first = place
        while first > 0 and place - first < _MOST_BEFORE and not _ends(words[first - 1][2]):
            first -= 1
        return first

    def _last(self, words: Sequence[Word], place: int) -> int:
        """Where they end: "president of the Veltish Union"; past the next word where that tells a place that
        nobody's role has."""
        after = place + 1
        if after >= len(words) or words[after][2].casefold() not in _OF:
            return place
        after += 1 + (after + 1 < len(words) and words[after + 1][2].casefold() == "the")
        last = min(after, len(words) - 1)
        while last + 1 < min(len(words), after + _MOST_AFTER) and self._knows(words[last + 1][2]):
            last += 1
        return last

    def _knows(self, word: str) -> bool:
        return fold(word) in _IDLE or any(key in self._told for key in _keys(word))

    def _holders(self, words: Sequence[str], head: int) -> tuple[str, ...]:
        wanted = phrase(" ".join(words))
        telling = [word for place, word in enumerate(words) if place != head and _is_telling(word, wanted)]
        if not telling:
            return ()
        lists = [{role for key in _keys(word) for role in self._told.get(key, ())} for word in telling]
        found = [(role, _score(wanted, phrase(role[1]))) for role in set.intersection(*lists)]
        best = max((score for _, score in found), default=0.0)
        if best < _ENOUGH:
            return ()
        kept = [role for role, score in found if score == best]
        kept.sort(key=lambda role: (role[2] or date.min, role[0]), reverse=True)
        return tuple(dict.fromkeys(name for name, _, _ in kept))


def _keys(word: str) -> frozenset[str]:
    """What a word of a role is found by: the countries that it may mean, else its stem."""
    countries = nations().of(word)
    return frozenset(f"={country}" for country in countries) or frozenset({stem(word)})


def _is_telling(word: str, wanted: Phrase) -> bool:
    folded = fold(word)
    heads = {part for head in wanted.heads for part in head.split()}
    idle = folded in _IDLE or folded in _OF or folded in heads
    return not idle and not (wanted.former and folded in {"former", "ex"})


def _ends(word: str) -> bool:
    """Whether a word of a question belongs to no office that follows it."""
    return is_function_word(word) or not re.match(r"[^\W\d_]", word)


def _score(wanted: Phrase, stated: Phrase) -> float:
    """How well a stated role fits what is asked; 0 where it is another office, or one of the past."""
    if stated.former != wanted.former or stated.rank != wanted.rank:
        return 0.0
    return _agree(wanted.heads, stated)


def _agree(heads: Sequence[str], stated: Phrase) -> float:
    if stated.owner:
        return 0.0
    return max((offices.matches(head, held) for head in heads for held in stated.heads[:1]), default=0.0)


def _is_office(word: str) -> bool:
    folded = fold(word)
    return is_office(folded) or is_role(folded) or offices.office(folded) != folded
