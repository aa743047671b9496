"""The gender of people whose title and first name tell nothing: from the pronouns that go on about them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from index.names import gender
from index.names.appearances import Appearance
from index.names.bearers import Bearer, Placed, given_sex
from index.names.layout import Layout

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Hh]imself|[Hh]erself)\b")
_REACH = 160
# One gender needs this many times the other's weight.
_CLEAR = 2.0
# A name that stands alone may be a first name ("Melanie") or a surname ("Clinton"): it weighs as one pronoun.
_ALONE = 1.0
# So much weight, and none against it, tells more than a first name.
_MANY = 2.5
_PREPOSITIONS = frozenset({"by", "to", "with", "of", "for", "from", "about", "against", "than", "and", "or"})
_NEAR = 12


def settle_genders(text: str, plan: Layout, people: Sequence[Placed]) -> None:
    """Set the gender of those whom nothing else tells, where the pronouns right after their names agree; and of
    those whose first name tells another one than the pronouns behind sentences that they lead."""
    votes: dict[int, dict[gender.Sex, float]] = defaultdict(lambda: {"female": 0.0, "male": 0.0})
    able = _open(people)
    for index, (place, bearer) in enumerate(people):
        if id(bearer) not in able or not _may_be_gone_on_about(text, plan, people, index):
            continue
        following = people[index + 1][0].start if index + 1 < len(people) else len(text)
        if vote := _vote(text, plan, place, following):
            votes[id(bearer)][vote[0]] += vote[1]
    for key, bearer in able.items():
        if len(bearer.words) == 1 and (sex := gender.of_first_name(bearer.words[0])):
            votes[key][sex] += _ALONE
        _settle(bearer, votes[key]["female"], votes[key]["male"])


def _open(people: Sequence[Placed]) -> dict[int, Bearer]:
    """Those whose gender nothing tells, or only the first name of one who bears the surname alone and is named
    often."""
    unique = {id(bearer): bearer for _, bearer in people}
    shared = Counter(one.surname for one in unique.values() if len(one.words) > 1)
    return {
        key: one
        for key, one in unique.items()
        if one.gender == "unknown"
        or (len(one.places) > _MANY and shared[one.surname] == 1 and _is_by_first_name(one))
    }


def _is_by_first_name(bearer: Bearer) -> bool:
    """Whether the first name tells the gender and no title does."""
    by_title = any(gender.of_word(word) for place in bearer.places for word in place.title)
    return not by_title and given_sex(bearer.words) == bearer.gender


def _may_be_gone_on_about(text: str, plan: Layout, people: Sequence[Placed], index: int) -> bool:
    """Whether a pronoun behind a name tells something of its bearer: what may be a thing has to begin its
    sentence, and whose first name tells a gender has to lead it."""
    place, bearer = people[index]
    if bearer.is_vague:
        return plan.sentence_start(place.start) == place.title_start
    return bearer.gender == "unknown" or _leads(text, plan, people, index)


def _leads(text: str, plan: Layout, people: Sequence[Placed], index: int) -> bool:
    """Whether a name is the first in its sentence and no preposition stands before it."""
    place = people[index][0]
    start = plan.sentence_start(place.start)
    if place.doubtful or (index and people[index - 1][0].start >= start):
        return False
    before = text[max(start, place.title_start - _NEAR) : place.title_start].split()
    return not before or before[-1].lower() not in _PREPOSITIONS


def _vote(text: str, plan: Layout, place: Appearance, following: int) -> tuple[gender.Sex, float] | None:
    """The gender that the pronoun right behind a name tells, and how much it weighs; `following` is where the
    next name stands."""
    found = _PRONOUN.search(text, place.end, min(place.end + _REACH, following))
    if found is None or plan.quoted(found.start()) or plan.quoted(place.start):
        return None
    distance = plan.sentence(found.start()) - plan.sentence(place.start)
    sex = gender.of_pronoun(found.group().lower())
    return None if sex is None or distance > 1 else (sex, 1.0 if distance == 0 else 0.6)


def _settle(bearer: Bearer, female: float, male: float) -> None:
    """Set a gender that the votes make clear."""
    if bearer.gender == "unknown":
        if female > _CLEAR * male:
            bearer.gender = "female"
        elif male > _CLEAR * female:
            bearer.gender = "male"
    elif bearer.gender == "female" and male >= _MANY and not female:
        bearer.gender = "male"
    elif bearer.gender == "male" and female >= _MANY and not male:
        bearer.gender = "female"
