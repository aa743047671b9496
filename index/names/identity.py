"""One person across articles: spellings and short forms of a name are joined, two people with one surname are
not. In doubt they stay two: an admin joins two entries with a word, but nobody sees a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.models import Gender, Person
from index.names import gender
from index.names.runs import GENERATIONS
from index.names.spelling import fold

_BLOCK = 4
_HYPHENS = re.compile(r"[-‐‑–]")
# How one sound is spelt in several ways when names are carried over from another script, after `fold`.
_SOUNDS = (
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"oo|ou"), "u"),
    (re.compile(r"ij|iy|yi|y|j"), "i"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_UMLAUTS = re.compile(r"(?<=[aou])e(?!$)")


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the library with every form of the name."""

    key: int
    name: str
    forms: tuple[str, ...]
    gender: Gender
    is_person: bool
    statements: int


@dataclass(frozen=True, slots=True)
class _Name:
    """A name taken apart: `words` folded, without hyphens and "Jr."; `generation` that, or empty."""

    words: tuple[str, ...]
    generation: str

    @property
    def is_whole(self) -> bool:
        return len(self.words) > 1


@lru_cache(maxsize=16384)
def blocks(name: str) -> frozenset[str]:
    """What two spellings of one name share at least one of: the surname's beginning, as spelt and as it sounds,
    and all its letters, however they are parted."""
    words = _parse(name).words
    if not words:
        return frozenset()
    last = fold(_HYPHENS.split(name.rsplit(maxsplit=1)[-1])[-1]) or words[-1]
    last = words[-1] if last in GENERATIONS else last
    return frozenset({last[:_BLOCK], _surname_sound(words[-1])[:_BLOCK], f"={''.join(words)}"})


def match(person: Person, candidates: Sequence[Known]) -> Known | None:
    """The one of `candidates` whom an article's person is, None for someone new.

    A whole name joins the same name, another spelling of it or its initials; a surname alone and a whole name
    join only where an article that has the whole name also writes the surname alone, and where nobody else in
    the library bears it; a first name alone joins none: Prince Tal is not Ana Tal. No surname joins two people
    whose given names differ.
    """
    name = _parse(person.name)
    same = [one for one in candidates if _parse(one.name) == name and _is_of_kind(one, person)]
    if same and not (_is_nobody_yet(same[0], name) and person.gender in {"female", "male"}):
        return same[0]
    if person.gender == "thing":
        return None
    able = [one for one in candidates if _is_of_kind(one, person)]
    fits = [one for one in able if any(_is_one(name, form) for form in _comparable(one, name))]
    fits = [one for one in fits if not _differ(one.gender, person.gender) or _is_spelt_out(one, name)]
    whole = [one for one in fits if _parse(one.name).is_whole]
    if name.is_whole and not whole:
        joins = _writes_alone(person.forms, name) and not _is_borne(able, name)
    else:
        joins = name.is_whole or not whole or any(_writes_alone(one.forms, name) for one in whole)
    chosen = whole or fits
    return chosen[0] if joins and len(chosen) == 1 else next(iter(same), None)


def alone(name: str) -> str | None:
    """The surname, folded, by which an article may call whoever has this whole name; None for a single word."""
    parsed = _parse(name)
    return parsed.words[-1] if parsed.is_whole else None


def _writes_alone(forms: Iterable[str], name: _Name) -> bool:
    """Whether one of these forms is the surname of the name and nothing else."""
    return any(_parse(form).words == name.words[-1:] for form in forms)


def _is_borne(others: Iterable[Known], name: _Name) -> bool:
    """Whether one of these has the surname of the name in a whole name."""
    return any(alone(form) == name.words[-1] for one in others for form in (one.name, *one.forms))


def _is_nobody_yet(one: Known, name: _Name) -> bool:
    """Whether all that is known of somebody is a surname that several people have."""
    open_yet = not name.is_whole and one.gender == "unknown"
    return open_yet and not any(_parse(form).is_whole for form in one.forms)


def shown(forms: Mapping[str, int]) -> str:
    """Of the forms of somebody's name, each with the number of articles that have it, the one to show: a whole
    name before a surname or initials, of those the one in most articles, else the longest."""
    return min(forms, key=lambda form: (-min(_weight(form), 2), -forms[form], -_weight(form), form))


@lru_cache(maxsize=16384)
def _parse(name: str) -> _Name:
    words = [folded for word in name.split() if (folded := fold(_HYPHENS.sub("", word)).strip(',"“”'))]
    generation = words[-1] if len(words) > 1 and words[-1] in GENERATIONS else ""
    return _Name(tuple(words[:-1] if generation else words), generation)


def _comparable(one: Known, name: _Name) -> list[_Name]:
    """The forms that a name is compared with: a whole name or a first name only with whole ones, if the
    person has any."""
    forms = [_parse(form) for form in (one.name, *one.forms)]
    whole = [form for form in forms if form.is_whole]
    return whole if whole and (name.is_whole or _is_given(name)) else forms


def _weight(name: str) -> int:
    return sum(len(word) > 1 for word in _parse(name).words)


def _is_of_kind(one: Known, person: Person) -> bool:
    """Whether nothing tells that one is a person and the other is none."""
    return one.is_person == person.is_person or "thing" not in {one.gender, person.gender}


def _differ(left: Gender, right: Gender) -> bool:
    return {left, right} == {"female", "male"}


def _is_spelt_out(one: Known, name: _Name) -> bool:
    """Whether somebody bears the whole of a name in some spelling: one article's word on whether that is a man
    or a woman then counts for less."""
    return (
        name.is_whole
        and len(name.words[0]) > 1
        and any(
            form.is_whole and len(form.words[0]) > 1 and _is_one(name, form) for form in _comparable(one, name)
        )
    )


def _is_one(left: _Name, right: _Name) -> bool:
    """Whether two names can be one person's: one surname, given and middle names that agree."""
    ours, theirs = left.words, right.words
    if not ours or not theirs:
        return False
    if len(ours) == 1 or len(theirs) == 1:
        alone = len(ours) == len(theirs) or not (_is_given(left) or _is_given(right))
        return alone and ours[-1] == theirs[-1] and not (left.generation or right.generation)
    if left.generation != right.generation:
        return False
    if "".join(ours) == "".join(theirs):
        return True
    return (
        _same_given(ours[0], theirs[0])
        and _surname_sound(ours[-1]) == _surname_sound(theirs[-1])
        and _same_middles(ours[1:-1], theirs[1:-1])
    )


def _is_given(name: _Name) -> bool:
    """Whether all there is of a name is a first name."""
    return not name.is_whole and bool(name.words) and gender.is_first_name(name.words[0])


def _same_given(left: str, right: str) -> bool:
    return _sound(left) == _sound(right) or (1 in {len(left), len(right)} and left[0] == right[0])


def _same_middles(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether every middle name of the name that has fewer agrees with one of the other's."""
    fewer, more = sorted((left, right), key=len)
    return all(any(_same_given(word, other) for other in more) for word in fewer)


@lru_cache(maxsize=16384)
def _sound(word: str) -> str:
    """The word with the spellings of one sound made one: "zelensky", "zelenskyy" and "zelenskiy" are equal."""
    for spelt, one in _SOUNDS:
        word = spelt.sub(one, word)
    return word


def _surname_sound(word: str) -> str:
    """The same for surnames, which write "ü" as "ue" and "u"."""
    return _sound(_UMLAUTS.sub("", word))
