"""Holders of an office whom the text does not name there: "The Veltish Foreign Minister left. He said" means
none of those who are named before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from index.names.appearances import Appearance
from index.names.bearers import Bearer, Placed
from index.names.posts import is_post
from index.names.roles import Stated

# Behind an office that goes on or stands beside a name: "President and CEO Ana Moor", "Minister for Trade".
_GOES_ON = re.compile(r"[^ ]| (?:[^a-z]|(?:and|or|of|for|to|at|in|from|with)\b)")
# What belongs to an office before its capitals: "the", "Veltland's".
_OWNER = re.compile(r"(?:\b[Tt]he|[Ii]ts|[\w.-]{1,40}['’]s?) $")
_LONGEST_OWNER = 44


def vacancies(
    text: str, found: Iterable[Appearance], placed: Sequence[Placed], stated: Iterable[Stated]
) -> list[Placed]:
    """Each place where an office of several words stands for somebody, with a bearer that has no name; one for
    every office. None where it belongs to somebody whom it stands beside (`stated`, `placed`)."""
    able = [place for place in found if place.weak and place.title and _stands_alone(text, place)]
    if not able:
        return []
    taken = {place.start for place, _ in placed}
    taken.update(position for role in stated for position in _capitals(text, role))
    bearers: dict[tuple[str, ...], Bearer] = {}
    return [
        (place, bearers.setdefault((*place.title, *place.words), Bearer(place.words, kind="person")))
        for place in able
        if place.start not in taken
    ]


def _stands_alone(text: str, place: Appearance) -> bool:
    """Whether an office has no name beside it and is nobody's that it belongs to."""
    if place.possessive or _GOES_ON.match(text, place.end):
        return False
    return is_post((*place.title, *place.words))


def _capitals(text: str, role: Stated) -> Iterator[int]:
    """Where the words with a capital begin in a role."""
    return (role.start + found.start() for found in re.finditer(r"\b[A-Z]", text[role.start : role.end]))


def description(text: str, place: Appearance) -> tuple[int, int]:
    """Where the description begins and ends that an office is, with the article or the owner before it."""
    before = text[max(0, place.title_start - _LONGEST_OWNER) : place.title_start]
    owner = _OWNER.search(before)
    start = place.title_start - (len(owner.group()) if owner else 0)
    return start, place.end
