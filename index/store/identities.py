"""Stand-in until index/names/identity is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.models import Gender, Person


@dataclass(frozen=True, slots=True)
class Known:
    key: int
    name: str
    forms: tuple[str, ...]
    gender: Gender
    is_person: bool
    statements: int


def blocks(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split()[-1:])


def match(person: Person, candidates: Sequence[Known]) -> Known | None:
    for one in candidates:
        if person.name.casefold() == one.name.casefold():
            return one
    fits = [
        one
        for one in candidates
        if person.name.casefold() in {form.casefold() for form in one.forms}
        or one.name.casefold() in {form.casefold() for form in person.forms}
    ]
    return fits[0] if len(fits) == 1 else None


def fuller(a: str, b: str) -> str:
    return b if len(b.split()) > len(a.split()) else a
