"""People of whom the text gives one name only: told from things by what stands beside it, named in full by the
headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.names import gender
from index.names.bearers import Bearer, Placed
from index.names.layout import Layout
from index.names.roles import Stated, stated_roles
from index.names.runs import runs
from index.names.spelling import fold
from index.names.titles import is_office

# A longer apposition is a clause of its own.
_LONGEST = 60
# Whoever is not revealed at so many places is not at more: a list names one thing over and over.
_OFTEN = 32
# Offices that companies and places are said to hold as well: "Kelm, the leader in wool".
_OF_THINGS = frozenset(
    {"leader", "founder", "owner", "member", "star", "editor", "author", "chief", "chair", "capital"}
)


def reveal(text: str, plan: Layout, places: Sequence[Placed]) -> None:
    """Make a person of whoever has one name and an office, an age or a family beside it: "Suharto, the
    president,"."""
    looked: Counter[int] = Counter()
    for index, (place, bearer) in enumerate(places):
        beside = (
            text[place.end : place.end + 2] == ", " or text[place.title_start - 2 : place.title_start] == ", "
        )
        if bearer.kind != "open" or len(bearer.words) > 1 or place.possessive or not beside:
            continue
        looked[id(bearer)] += 1
        if looked[id(bearer)] > _OFTEN:
            continue
        following = places[index + 1][0].title_start if index + 1 < len(places) else len(text)
        if any(_is_personal(text, role) for role in stated_roles(text, plan, place, following)):
            bearer.kind = "person"


def _is_personal(text: str, role: Stated) -> bool:
    """Whether only a person is what the role says, and the role ends with a stop rather than going on as
    a clause."""
    if text[role.end : role.end + 1] not in {",", ".", ";", ")"} or role.end - role.start > _LONGEST:
        return False
    nouns = [head.split()[-1] for head in role.meaning.heads]
    return role.meaning.age is not None or any(
        (is_office(noun) and noun not in _OF_THINGS) or gender.of_word(noun) for noun in nouns
    )


def name_in_full(everyone: Sequence[Bearer], title: str) -> None:
    """Give people whom the text calls by surname only the full name that the headline has."""
    known = {bearer.words: bearer for bearer in everyone}
    for surname, written in _given(title).items():
        bearer, first = known.get((surname,)), fold(written.partition(" ")[0])
        sex = gender.of_first_name(first) or "unknown"
        if bearer is None or bearer.kind not in {"open", "person"} or (first, surname) in known:
            continue
        if bearer.gender in {sex, "unknown"}:
            bearer.name, bearer.kind, bearer.words, bearer.gender = written, "person", (first, surname), sex


def _given(title: str) -> dict[str, str]:
    """Surnames to the full names of a headline, each a known first name and the word after it; none that
    two bear."""
    found: dict[str, str] = {}
    shared = set()
    for run in runs(title):
        for first, last in zip(run.words, run.words[1:], strict=False):
            if "." in first.text or (gender.of_first_name(first.text) and not is_office(first.text)):
                surname, written = fold(last.text), title[first.start : last.end]
                if found.setdefault(surname, written) != written:
                    shared.add(surname)
    return {surname: written for surname, written in found.items() if surname not in shared}
