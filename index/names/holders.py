"""Who holds an office that a question names: "the Veltish leader", "president of Veltland"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from index.names import offices
from index.names.nations import nations
from index.names.phrases import COMPOUNDS, Phrase, phrase
from index.names.spelling import bare, fold, stem
from index.names.titles import is_office, is_role
from index.names.vocabulary import is_function_word

Word = tuple[int, int, str]  # where it begins and ends, and the word without a possessive ending
Held = tuple[int, int, tuple[str, ...]]  # where the words of an office begin and end, and its holders

_MOST_BEFORE = 4
_MOST_AFTER = 3
_OF = frozenset({"of", "for", "in"})
# Words before an office that tell nobody apart.
_IDLE = frozenset({"new", "current", "own", "main", "longtime", "the", "then", "now"})
_PAST = frozenset({"former", "ex"})
# Heads of anything: what they are heads of has to be asked for.
_WIDE = frozenset({"chief", "head", "boss"})
_ENOUGH = 0.7
# Who holds an office by one article in so many does not, unless those are all older.
_FEW = 10
# What an office belongs to, where it is written small.
_OWNER = re.compile(r"(?<![\w-])([a-z]+)['’]s ")
# So many times as many articles name somebody with an office alone as the next, before it means them.
_TIMES = 2
_ASKING = frozenset({"what", "which"})
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "your", "my"})


@dataclass(frozen=True, slots=True)
class Stated:
    """A role in articles' words, the newest day that states it, and in how many articles it stands."""

    words: str
    day: date | None
    articles: int


Role = tuple[str, Stated]  # name and role


class Holders:
    """The roles of everyone in a library, by what tells them apart: a country, a place, a field."""

    def __init__(self, roles: Iterable[Role]) -> None:
        self._told: dict[str, list[Role]] = {}
        self._of: dict[str, list[Stated]] = {}
        # By an office alone: "Pope", "Mayor", "Prime Minister".
        self._bare: dict[str, list[Role]] = {}
        for role in roles:
            self._of.setdefault(role[0], []).append(role[1])
            if (office := _alone(role[1].words)) is not None:
                self._bare.setdefault(office, []).append(role)
            for key in {key for word in role[1].words.split() for key in _keys_of(word)}:
                self._told.setdefault(key, []).append(role)

    def find(self, words: Sequence[Word]) -> Iterator[Held]:
        """The offices of a question that someone holds, each with its holders, newest first."""
        for place, (_, _, word) in enumerate(words):
            if not _is_office(word):
                continue
            first = self._first(words, place)
            if first and words[first - 1][2].casefold() in _ASKING:
                continue  # "What Veltish star said so?"
            end = self._last(words, place)
            alone = self._bare.get(" ".join(fold(word) for _, _, word in words[first : end + 1]), ())
            if first == end or alone:
                names = _leading(alone) if first == end else _believed(alone)
                if len(names) == 1 and (first == end or self._tells_only_of(words[first][2], names[0])):
                    yield words[first][0], words[end][1], names
                continue
            for last in range(end, place - 1, -1):
                names = self._holders([word for _, _, word in words[first : last + 1]], place - first)
                if names:
                    yield words[first][0], words[last][1], names
                    break

    def title(self, words: Sequence[Word], place: int) -> int:
        """Where the title begins that is written before a name ("former Veltish president Harvold"); `place`
        where there is none."""
        first = place
        while first > 0 and place - first < _MOST_BEFORE and words[first - 1][1] + 1 == words[first][0]:
            word = words[first - 1][2]
            if not _is_office(word) and (first == place or not (nations().of(word) or self._tells(word))):
                break
            first -= 1
        determined = 0 < first < place and words[first - 1][2].casefold() in DETERMINERS
        return place if determined and words[place][2].islower() else first  # "the president say" names nobody

    def titled(self, names: Sequence[str], words: Sequence[Word], place: int) -> tuple[str, ...]:
        """Of those who share a name, whoever holds the office written before it ("President Harvold"); all
        where nobody does."""
        if not place or not _is_office(words[place - 1][2]):
            return tuple(names)
        head = phrase(" ".join(word for _, _, word in words[max(0, place - 2) : place])).heads
        holding = [
            (name, role)
            for name in names
            for role in self._of.get(name, ())
            if _agree(head, phrase(role.words)) >= _ENOUGH
        ]
        kept = _believed(holding)
        return tuple(name for name in names if name in kept) or tuple(names)

    def is_of(self, words: Sequence[Word], place: int) -> bool:
        """Whether a name tells what an office is of: "mayor of Tarn"."""
        before = [word.casefold() for _, _, word in words[max(0, place - 3) : place]]
        if before[-1:] == ["the"]:
            before.pop()
        return len(before) > 1 and before[-1] in _OF and _is_office(before[-2])

    def _first(self, words: Sequence[Word], place: int) -> int:
        """Where the words that belong to an office begin."""
        first = place
        while first > 0 and place - first < _MOST_BEFORE and not _ends(words[first - 1][2]):
            first -= 1
        return first

    def _tells_only_of(self, word: str, name: str) -> bool:
        """Whether no role with that word is told of anybody else: there is no other prime minister."""
        return all(told == name for key in _keys(word) for told, _ in self._told.get(key, ()))

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

    def _tells(self, word: str) -> bool:
        """Whether a word may belong to an office that follows it."""
        return not _ends(word) and (self._knows(word) or fold(word) in _PAST)

    def _holders(self, words: Sequence[str], head: int) -> tuple[str, ...]:
        wanted = phrase(" ".join(words))
        telling = [word for place, word in enumerate(words) if place != head and _is_telling(word, wanted)]
        if not telling:
            return ()
        lists = [{role for key in _keys(word) for role in self._told.get(key, ())} for word in telling]
        found = [
            (role, _score(wanted, phrase(role[1].words)))
            for role in set.intersection(*lists)
            if (not wanted.countries or not wanted.countries.isdisjoint(_country(role[1].words)))
            and _is_asked(role[1].words, words)
        ]
        best = max((score for _, score in found), default=0.0)
        if best < _ENOUGH:
            return ()
        return _believed([role for role, score in found if score == best])


def _is_asked(role: str, words: Sequence[str]) -> bool:
    """Whether what owns an office is asked for, if that is no name: "the Veltish navy's chief" is no Veltish
    chief."""
    owner = _OWNER.search(role)
    return owner is None or not _keys(owner[1]).isdisjoint(key for word in words for key in _keys(word))


def _believed(roles: Iterable[Role]) -> tuple[str, ...]:
    """Who holds an office by these roles, newest first."""
    articles: Counter[str] = Counter()
    newest: dict[str, date] = {}
    for name, role in roles:
        articles[name] += role.articles
        newest[name] = max(newest.get(name, date.min), role.day or date.min)
    most = max(articles, key=lambda name: articles[name], default="")
    kept = [name for name in articles if articles[name] * _FEW >= articles[most] or newest[name] > newest[most]]
    return tuple(sorted(kept, key=lambda name: (newest[name], name), reverse=True))


def _leading(roles: Sequence[Role]) -> tuple[str, ...]:
    """Whom an office alone means, "the Pope": its latest holder where twice as many articles name them
    as anybody else; else everyone believed."""
    names = _believed(roles)
    articles: Counter[str] = Counter()
    for name, role in roles:
        articles[name] += role.articles
    others = max((articles[name] for name in names[1:]), default=0)
    return names[:1] if names and articles[names[0]] >= _TIMES * others else names


def _alone(role: str) -> str | None:
    """The role, folded, where it is an office and nothing else: "Pope", "Prime Minister"."""
    if role.count(" ") > 1:
        return None
    words = tuple(fold(word) for word in role.split())
    return " ".join(words) if len(words) == 1 or words in COMPOUNDS else None


@lru_cache(maxsize=8192)
def _keys_of(word: str) -> frozenset[str]:
    """What a word of a role is found by, given as the role has it, with its marks."""
    return _keys(bare(word.strip(",.;:()")))


def _keys(word: str) -> frozenset[str]:
    """What a word of a role is found by: the countries that it may mean, else its stem."""
    countries = nations().of(word)
    return frozenset(f"={country}" for country in countries) or frozenset({stem(word)})


def _country(role: str) -> frozenset[str]:
    """Which country an office is of: the one named last before it ("Veltland Norwegian president" begins with
    where the news is from), else the first behind it."""
    words = [bare(word.strip(",.;:()")) for word in role.split()]
    office = next((place for place, word in enumerate(words) if _is_office(word)), len(words))
    pairs = [" ".join(pair) for pair in pairwise(words)]  # "South Korean", "White House"
    named = [nations().of(pair) or nations().of(word) for pair, word in zip((*pairs, ""), words, strict=True)]
    return next(filter(None, (*reversed(named[:office]), *named[office:])), frozenset())


def _is_telling(word: str, wanted: Phrase) -> bool:
    folded = fold(word)
    heads = {part for head in wanted.heads for part in head.split()}
    idle = folded in _IDLE or folded in _OF or folded in heads
    return not idle and not (wanted.former and folded in _PAST)


def _ends(word: str) -> bool:
    """Whether a word of a question belongs to no office that follows it."""
    return is_function_word(word) or not re.match(r"[^\W\d_]", word)


def _score(wanted: Phrase, stated: Phrase) -> float:
    """How well a stated role fits what is asked; 0 where it is another office, or one of the past."""
    if stated.former != wanted.former or stated.rank != wanted.rank:
        return 0.0
    if not _WIDE.isdisjoint(wanted.heads) and not _is_whole(wanted, stated):
        return 0.0
    return _agree(wanted.heads, stated)


def _is_whole(wanted: Phrase, stated: Phrase) -> bool:
    """Whether a stated role is over the whole of what is asked: the "UN relief chief" is not the UN's."""
    return stated.modifiers - stated.proper <= wanted.modifiers | {stem(word) for word in _IDLE}


def _agree(heads: Sequence[str], stated: Phrase) -> float:
    if stated.owner:
        return 0.0
    return max((offices.matches(head, held) for head in heads for held in stated.heads[:1]), default=0.0)


def _is_office(word: str) -> bool:
    folded = fold(word)
    return is_office(folded) or is_role(folded) or offices.office(folded) != folded
