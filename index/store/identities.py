"""One person across articles: spellings and short forms of a name are joined, two people with one surname are
not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from index.models import Gender, Person
from index.names.spelling import fold

# Words this long may differ in one letter and still be one name ("Zelensky", "Zelenskyy"); shorter ones not.
_LONG = 6
_BLOCK = 4
_PARTICLES = frozenset(["jr", "sr", "ii", "iii", "iv"])


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the library with every form of the name."""

    key: int
    name: str
    forms: tuple[str, ...]
    gender: Gender
    is_person: bool
    statements: int


@lru_cache(maxsize=16384)
def blocks(name: str) -> frozenset[str]:
    """What two spellings of one name share: the beginning of the surname, folded."""
    words = _words(name)
    return frozenset({words[-1][:_BLOCK]}) if words else frozenset()


def match(person: Person, candidates: Sequence[Known]) -> Known | None:
    """The one of `candidates` whom an article's person is, None for someone new.

    A whole name joins the same name, another spelling of it or its initials; a surname alone joins only where
    one candidate bears it, and no surname joins two people whose given names differ.
    """
    words = _words(person.name)
    able = [one for one in candidates if _agree(one, person)]
    same = [one for one in able if _words(one.name) == words]
    if same:
        return same[0]
    if not person.is_person:
        return None
    fits = [one for one in able if any(_is_one(words, form) for form in _comparable(one, words))]
    whole = [one for one in fits if len(_words(one.name)) > 1]
    chosen = whole or fits
    return chosen[0] if len(chosen) == 1 else None


def _comparable(one: Known, words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The forms that a name is compared with: a whole name only with whole ones, if the person has any."""
    forms = [_words(form) for form in (one.name, *one.forms)]
    whole = [form for form in forms if len(form) > 1]
    return whole if len(words) > 1 and whole else forms


def fuller(left: str, right: str) -> str:
    """The better of two names of one person for showing: the one with more whole words."""
    return right if _weight(right) > _weight(left) else left


@lru_cache(maxsize=16384)
def _words(name: str) -> tuple[str, ...]:
    words = [fold(word) for word in name.replace("-", " ").split()]
    return tuple(word for word in words if word and word not in _PARTICLES)


def _weight(name: str) -> int:
    return sum(len(word) > 1 for word in _words(name))


def _agree(one: Known, person: Person) -> bool:
    if one.is_person != person.is_person:
        return False
    known = {"female", "male"}
    return not (one.gender in known and person.gender in known and one.gender != person.gender)


def _is_one(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: one surname, in two spellings only where given names agree."""
    if not left or not right:
        return False
    if len(left) == 1 or len(right) == 1:
        return left[-1] == right[-1]
    return _same_given(left[0], right[0]) and _same_surname(left[-1], right[-1])


def _same_given(left: str, right: str) -> bool:
    return left == right or (1 in {len(left), len(right)} and left[0] == right[0])


def _same_surname(left: str, right: str) -> bool:
    if left == right:
        return True
    return min(len(left), len(right)) >= _LONG and DamerauLevenshtein.distance(left, right, score_cutoff=1) <= 1
