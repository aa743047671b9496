"""People whose surname is a country's or a capital's: "Poland said" where the article has a Tom Poland."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from index.names import gender
from index.names.appearances import Appearance
from index.names.bearers import Bearer
from index.names.nations import nations

# Before a place, hardly before a person.
_PLACING = (
    " in ", "In ", " into ", " across ", " throughout ", " inside ", " outside ", " near ", " around ",
    " towards ", " toward ", " leave ", " left for ", " visit ", " visited ", " visiting ", " invaded ",
)  # fmt: skip


def places_meant(text: str, found: Iterable[Appearance]) -> frozenset[str]:
    """The countries, as the table knows them, that the text speaks of: something is in them, or of their
    people."""
    meant: set[str] = set()
    for place in found:
        if not place.full and place.kind == "place" and text.endswith(_PLACING, 0, place.title_start):
            meant |= nations().of(place.words[0])
        for word in (*place.title, *place.words[:1]):
            if nations().is_people(word):
                meant |= nations().of(word)
    return frozenset(meant)


def bearer_of_place(
    text: str, place: Appearance, short: Mapping[tuple[str, ...], Sequence[Bearer]], meant: frozenset[str]
) -> tuple[Bearer, bool] | None:
    """Who is meant where the name of a country or a capital is the surname of somebody introduced in full, and
    whether that is in doubt since the text speaks of the country too; None where no such person can be."""
    if place.full or place.title or place.words not in short or not nations().is_place(place.words[0]):
        return None
    people = [one for one in short[place.words] if one.places and _is_human(one, place.words[0])]
    if len(people) != 1 or text.endswith(_PLACING, 0, place.start):
        return None
    return people[0], bool(nations().of(place.words[0]) & meant)


def _is_human(bearer: Bearer, surname: str) -> bool:
    told = bearer.kind == "person" or gender.of_first_name(bearer.words[0]) is not None
    return told and bearer.kind != "thing" and len(bearer.words) > 1 and bearer.surname == surname
