"""Whom a description means: the office, nationality and other words of it against the roles that an article states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.names import gender, offices
from index.names.people import Bearer
from index.names.phrases import Phrase
from index.names.roles import Stated


@dataclass(frozen=True, slots=True)
class Fit:
    """How well someone fits a description: the score, and whether an office of theirs is what fits."""

    bearer: Bearer
    score: float
    by_office: bool


def fit(described: Phrase, bearer: Bearer, roles: Iterable[Stated]) -> Fit | None:
    """The fit of one person, or None where something contradicts."""
    sex = next((gender.of_word(head) for head in described.heads if gender.of_word(head)), None)
    if sex and bearer.gender not in {sex, "unknown"}:
        return None
    stated = [role.meaning for role in roles]
    ages = {role.age for role in stated if role.age}
    if described.age and ages:
        return Fit(bearer, 3.0, by_office=True) if described.age in ages else None
    countries = frozenset[str]().union(*(role.countries for role in stated))
    if described.countries and countries and described.countries.isdisjoint(countries):
        return None
    parties = frozenset[str]().union(*(role.parties for role in stated))
    if described.parties and parties and described.parties.isdisjoint(parties):
        return None
    modifiers = frozenset[str]().union(*(role.modifiers for role in stated))
    best = max((_office_score(described, role) for role in stated), default=0.0)
    score = best
    if described.countries and not described.countries.isdisjoint(countries):
        score += 1.5
    score += 0.7 * len(described.modifiers & modifiers)
    return Fit(bearer, score, by_office=best > 0)


def _office_score(described: Phrase, role: Phrase) -> float:
    """The best agreement of a head of the description with a head of the role; 3 where all fits."""
    best = 0.0
    for head in described.heads:
        for held in role.heads:
            agreement = offices.matches(head, held)
            if agreement and described.rank == role.rank:
                best = max(best, 3.0 * agreement)
            elif agreement and not described.rank and role.rank:
                best = max(best, 1.2 * agreement)
    return best
