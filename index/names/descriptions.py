"""Whom a description means: the office, nationality and other words of it against the roles that an article
states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.names import gender, offices
from index.names.bearers import Bearer
from index.names.phrases import Phrase
from index.names.roles import Stated
from index.names.titles import is_office, is_role

# Offices within a party.
_PARTY_OFFICES = frozenset(
    {"leader", "chairman", "chairwoman", "chair", "chief", "candidate", "nominee", "whip"}
)
# Whoever leads these holds no office of the state.
_OUT_OF_OFFICE = frozenset({"opposition", "minority"})


@dataclass(frozen=True, slots=True)
class Fit:
    """How well someone fits a description: the score, and whether an office of theirs is what fits."""

    bearer: Bearer
    score: float
    by_office: bool


def fit(
    described: Phrase, bearer: Bearer, roles: Iterable[Stated], owner: frozenset[str] | None = None
) -> Fit | None:
    """The fit of one person, or None where something contradicts.

    `owner` are the words of whoever the description belongs to ("Tesk's aide", "his lawyer"): then only
    roles that are
    stated with that owner, or with a pronoun for one, count.
    """
    sex = next((gender.of_word(head) for head in described.heads if gender.of_word(head)), None)
    if sex and bearer.gender not in {sex, "unknown"}:
        return None
    stated = [role.meaning for role in roles]
    ages = {role.age for role in stated if role.age}
    if described.age and ages:
        return Fit(bearer, 3.0, by_office=True) if described.age in ages else None
    countries = frozenset[str]().union(*(role.countries for role in stated))
    parties = frozenset[str]().union(*(role.parties for role in stated))
    if _clash(described.countries, countries) or _clash(described.parties, parties):
        return None
    if owner is not None:
        stated = [role for role in stated if role.owner or role.modifiers & owner]
    modifiers = frozenset[str]().union(*(role.modifiers for role in stated))
    best = max((_office_score(described, role) for role in stated), default=0.0)
    nouns = [head.split()[-1] for head in described.heads]
    if not best and owner is None and (any(map(is_office, nouns)) or not any(map(is_role, nouns))) and stated:
        return None
    nation = 1.5 if described.countries & countries else 0.0
    return Fit(bearer, best + nation + 0.7 * len(described.modifiers & modifiers), by_office=best > 0)


def _clash(wanted: frozenset[str], known: frozenset[str]) -> bool:
    """Whether both are told and differ."""
    return bool(wanted) and bool(known) and wanted.isdisjoint(known)


def _office_score(described: Phrase, role: Phrase) -> float:
    """The best agreement of a head of the description with a head of the role; 3 where all fits."""
    if described.former and not role.former:
        return 0.0
    if described.proper - role.modifiers and role.proper - described.modifiers:
        return 0.0  # the Kelm mayor is not the mayor of Tessin
    if (
        described.parties
        and not described.parties & role.parties
        and role.modifiers
        and _PARTY_OFFICES & {*described.heads}
    ):
        return 0.0  # the Labour leader is not the leader of whom another thing is told
    # The opposition leader is no president, nor the chief of Kelm Steel whoever that is not told of.
    elsewhere = bool(described.proper - role.modifiers or described.modifiers & _OUT_OF_OFFICE - role.modifiers)
    best = 0.0
    for head in described.heads:
        for held in role.heads:
            agreement = offices.matches(head, held)
            if elsewhere and agreement < 1:
                continue
            if agreement and described.rank == role.rank:
                best = max(best, 3.0 * agreement)
            elif agreement and not described.rank and role.rank:
                best = max(best, 1.2 * agreement)
    return best
