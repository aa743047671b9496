"""Who bears the names of an article: appearances of one person or organisation brought together."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from index.names import gender
from index.names.appearances import Appearance, Kind
from index.names.bearers import Bearer, Placed
from index.names.describing import describe
from index.names.forms import ARTICLES, full_names, short_forms
from index.names.fronts import without_fronts
from index.names.glued import separated
from index.names.headings import without_labels
from index.names.homonyms import bearer_of_place, places_meant
from index.names.layout import Layout
from index.names.namesakes import Namesakes, nameless
from index.names.nations import nations
from index.names.runs import CAPITAL_PARTICLES, GENERATIONS
from index.names.titles import is_people_in_general
from index.names.vocabulary import AFFAIRS, STATES

# So many capitals are no first name.
_LETTERS = 3
# Surnames from this length on may be misspelt.
_SLIPPABLE = 5
# In a text with more short forms than this nobody is looked for by a misspelt one: the search goes through all.
_MANY = 2000


def bearers(
    text: str, plan: Layout, found: Sequence[Appearance], lowercase: frozenset[str]
) -> tuple[list[Bearer], list[Placed]]:
    """All bearers of a text, and every place that names one of them, in text order; `lowercase` are the words it
    also writes without a capital."""
    parts = without_labels(text, list(separated(text, [place for place in found if not place.weak])))
    strong = _shortened(list(without_fronts(text, parts, lowercase)))
    everyone = full_names(strong)
    short = short_forms(everyone)
    nameless(strong, short)
    namesakes = Namesakes(plan, everyone, strong)
    meant = places_meant(text, found)
    placed: list[Placed] = []
    weak = (place for place in found if place.weak)
    for place in sorted([*strong, *weak], key=lambda one: (one.start, -one.end)):
        if placed and placed[-1][0].end > place.start:
            continue
        homonym = bearer_of_place(text, place, short, meant)
        bearer, doubtful = homonym or _bearer(place, everyone, _able(text, place, short), namesakes)
        if bearer is None:
            continue
        namesakes.note(place, bearer, doubtful=doubtful)
        bearer.places.append(place)
        placed.append((place._replace(doubtful=True) if doubtful else place, bearer))
    unique = list({id(bearer): bearer for _, bearer in placed}.values())
    for bearer in unique:
        describe(text, bearer)
    return unique, placed


def _able(
    text: str, place: Appearance, short: dict[tuple[str, ...], list[Bearer]]
) -> dict[tuple[str, ...], list[Bearer]]:
    """The short forms that a place may be. Letters with stops are nobody's surname: "U.N." is not Tal Un; three
    capital letters or more that begin a longer name stand for themselves: "NNA" is not "NNA Rules"."""
    written = text[place.start : place.end]
    if place.full or not written.isupper():
        return short
    able = short.get(place.words, ())
    if "." in written[:-1]:
        return {place.words: [one for one in able if one.surname != place.words[0]]}
    if len(written) < _LETTERS or gender.of_first_name(written) is not None:
        return short
    return {
        place.words: [one for one in able if one.kind in {"thing", "person"} or one.words[0] != place.words[0]]
    }


def _bearer(
    place: Appearance,
    everyone: dict[tuple[str, ...], Bearer],
    short: dict[tuple[str, ...], list[Bearer]],
    namesakes: Namesakes,
) -> tuple[Bearer | None, bool]:
    """Who is named at a place, by the full name, by a short form, or someone new; and whether that is in
    doubt."""
    bearer = everyone.get(place.words)
    doubtful = False
    if bearer is None and not _is_elsewhere(place):
        able = short.get(place.words) or _without_particle(place, short)
        bearer, doubtful = namesakes.choose(place, able)
        if place.weak:
            usable = bearer is not None and bearer.is_person and bearer.surname == place.words[-1]
            return (bearer if usable else None), doubtful
        if bearer is None and not place.full and not _is_family(place, short):
            bearer = _misspelt(place, short)
    if bearer is None and _is_family(place, short):
        return None, False
    if bearer is None and not place.weak and not _is_plural(place):
        bearer = everyone[place.words] = Bearer(place.words, kind=place.kind)
    return bearer, doubtful


def _is_plural(place: Appearance) -> bool:
    """Whether one word tells what many people are: "Voters in Kelm"."""
    return not place.full and not place.title and is_people_in_general(place.words[0])


def _is_family(place: Appearance, short: dict[tuple[str, ...], list[Bearer]]) -> bool:
    """Whether the word is the plural of a surname: "the Moors"."""
    return not place.full and place.words[0].endswith("s") and (place.words[0][:-1],) in short


def _without_particle(place: Appearance, short: dict[tuple[str, ...], list[Bearer]]) -> Sequence[Bearer]:
    """Those whom a surname means without the "Da" or "Van der" that is written with a capital before it."""
    first = next((index for index, word in enumerate(place.words) if word not in CAPITAL_PARTICLES), 0)
    return short.get(place.words[first:], ()) if first else ()


def _shortened(found: list[Appearance]) -> list[Appearance]:
    """Names without words that only happened to follow: "Ana Moor Election Day" where "Ana Moor" or "Moor"
    stands elsewhere."""
    known = {place.words for place in found}
    return [place if (size := _size(place, known)) is None else _cut(place, size) for place in found]


def _size(place: Appearance, known: set[tuple[str, ...]]) -> int | None:
    """To how many words a name is to be cut; None where all belong to it, as a second surname does."""
    words = place.words
    if place.kind == "place" or (place.kind == "thing" and words[-1] not in AFFAIRS):
        return None
    if words[-1] in GENERATIONS or words[-1:] in known or len(words) < 3:  # noqa: PLR2004
        return None
    affair = words[-1] in AFFAIRS
    for size in range(2, len(words)):
        one_more = size + 1 == len(words) or words[size] in ARTICLES
        if words[:size] in known and (affair or not one_more):
            return size
        given = affair or (gender.of_first_name(words[0]) is not None and not one_more)
        if words[size - 1 : size] in known and given:
            return size
    return None


def _cut(place: Appearance, size: int) -> Appearance:
    kind: Kind = "open" if place.kind == "thing" else place.kind
    return place._replace(words=place.words[:size], ends=place.ends[:size], kind=kind, possessive=False)


def _misspelt(place: Appearance, short: dict[tuple[str, ...], list[Bearer]]) -> Bearer | None:
    """The one whose surname differs by a slip of the pen ("Buchman", "Buchmann") from one found nowhere
    else."""
    word = place.words[0]
    if len(word) < _SLIPPABLE or len(short) > _MANY or place.kind in {"place", "thing"}:
        return None
    slips = 1 if len(word) < 2 * _SLIPPABLE - 2 else 2
    close = [
        one
        for (surname, *more), several in short.items()
        if not more and surname[0] == word[0] and abs(len(surname) - len(word)) <= slips
        for one in several
        if one.surname == surname and Levenshtein.distance(word, surname, score_cutoff=slips) <= slips
    ]
    return close[0] if len(close) == 1 else None


def _is_elsewhere(place: Appearance) -> bool:
    """Whether the words name a country, a part of one or a capital: no short form of a person or a body."""
    return not place.title and (place.words[0] in STATES or nations().is_place(" ".join(place.words)))
