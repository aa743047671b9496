"""The gender of people whose title and first name tell nothing: from the pronouns that go on about them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from index.names import gender
from index.names.bearers import Bearer, Placed
from index.names.layout import Layout

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Hh]imself|[Hh]erself)\b")
_REACH = 160
# One gender needs this many times the other's weight.
_CLEAR = 2.0
# A name that stands alone may be a first name ("Melanie") or a surname ("Clinton"): it weighs as one pronoun.
_ALONE = 1.0


def settle_genders(text: str, plan: Layout, people: Sequence[Placed]) -> None:
    """Set the gender of those whom nothing else tells, where the pronouns right after their names agree."""
    votes: dict[int, dict[str, float]] = defaultdict(lambda: {"female": 0.0, "male": 0.0})
    unknown: dict[int, Bearer] = {}
    for index, (place, bearer) in enumerate(people):
        if bearer.gender != "unknown":
            continue
        unknown[id(bearer)] = bearer
        limit = min(place.end + _REACH, len(text))
        if index + 1 < len(people):
            limit = min(limit, people[index + 1][0].start)
        found = _PRONOUN.search(text, place.end, limit)
        if found is None or plan.quoted(found.start()) or plan.quoted(place.start):
            continue
        distance = plan.sentence(found.start()) - plan.sentence(place.start)
        sex = gender.of_pronoun(found.group().lower())
        if distance <= 1 and sex:
            votes[id(bearer)][sex] += 1.0 if distance == 0 else 0.6
    for key, bearer in unknown.items():
        if len(bearer.words) == 1 and (sex := gender.of_first_name(bearer.words[0])):
            votes[key][sex] += _ALONE
        female, male = votes[key]["female"], votes[key]["male"]
        if female > _CLEAR * male:
            bearer.gender = "female"
        elif male > _CLEAR * female:
            bearer.gender = "male"
