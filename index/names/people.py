"""Who bears the names of an article: appearances of one person or organisation brought together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from index.models.quotes import Gender
from index.names import gender
from index.names.appearances import Appearance, Kind
from index.names.bearers import GENERATIONS, Bearer, Placed, surname, without_generation
from index.names.fronts import without_fronts
from index.names.glued import separated
from index.names.headings import without_labels
from index.names.homonyms import bearer_of_place, places_meant
from index.names.layout import Layout
from index.names.namesakes import Namesakes, nameless
from index.names.nations import nations
from index.names.runs import CAPITAL_PARTICLES
from index.names.vocabulary import AFFAIRS, PLACES

_ARTICLES = frozenset({"al", "el", "ul", "ad", "as", "ash", "at", "ar", "az", "an"})
_SAYING = (" said", " says", " told", " added", ", who ", " tweeted", " wrote")
# Surnames from this length on may be misspelt.
_SLIPPABLE = 5
# The last part of a surname with a hyphen stands for it where it is longer than this.
_SHORT_PART = 3
# In a text with more short forms than this nobody is looked for by a misspelt one: the search goes through all.
_MANY = 2000
# Of so many with one surname at most are compared with one another.
_NAMESAKES = 40


def bearers(
    text: str, plan: Layout, found: Sequence[Appearance], lowercase: frozenset[str]
) -> tuple[list[Bearer], list[Placed]]:
    """All bearers of a text, and every place that names one of them, in text order; `lowercase` are the words it
    also writes without a capital."""
    parts = without_labels(text, list(separated(text, [place for place in found if not place.weak])))
    strong = _shortened(list(without_fronts(text, parts, lowercase)))
    everyone = _full_names(strong)
    short = _short_forms(everyone)
    nameless(strong, short)
    namesakes = Namesakes(plan, everyone, strong)
    meant = places_meant(text, found)
    placed: list[Placed] = []
    weak = (place for place in found if place.weak)
    for place in sorted([*strong, *weak], key=lambda one: (one.start, -one.end)):
        if placed and placed[-1][0].end > place.start:
            continue
        homonym = bearer_of_place(text, place, short, meant)
        bearer, doubtful = homonym or _bearer(place, everyone, short, namesakes)
        if bearer is None:
            continue
        namesakes.note(place, bearer, doubtful=doubtful)
        bearer.places.append(place)
        placed.append((place._replace(doubtful=True) if doubtful else place, bearer))
    unique = list({id(bearer): bearer for _, bearer in placed}.values())
    for bearer in unique:
        _describe(text, bearer)
    return unique, placed


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
    if bearer is None and not place.weak:
        bearer = everyone[place.words] = Bearer(place.words, kind=place.kind)
    return bearer, doubtful


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
        one_more = size + 1 == len(words) or words[size] in _ARTICLES
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
    """Whether the words name a country or a capital, which is no short form of a person or a body."""
    return not place.title and nations().is_place(" ".join(place.words))


def _full_names(found: Iterable[Appearance]) -> dict[tuple[str, ...], Bearer]:
    """Each name of several words to its bearer; "John Q. Moor" and "John Moor" are one, and so is "J. Moor"."""
    known: dict[tuple[str, ...], Bearer] = {}
    kinds = {place.words: place.kind for place in found}
    by_last: dict[str, list[Bearer]] = defaultdict(list)
    nicknames: dict[tuple[str, ...], tuple[str, ...]] = {
        (place.nickname, surname(place.words)): place.words for place in found if place.nickname and place.full
    }
    distinct = dict.fromkeys(place.words for place in found if place.full and place.kind != "place")
    for words in sorted(distinct, key=len, reverse=True):
        last = surname(words)
        bearer = next(
            (other for other in by_last[last][:_NAMESAKES] if same_full_name(words, other.words)), None
        )
        if bearer is None:
            bearer = known.get(nicknames.get(words, words)) or Bearer(words, kind=kinds[words])
            by_last[last].append(bearer)
        known[words] = bearer
        _add_beginnings(bearer, known)
    return {words: bearer for words, bearer in known.items() if words in distinct}


def _add_beginnings(bearer: Bearer, known: dict[tuple[str, ...], Bearer]) -> None:
    """Let a person of three names or more be meant by the first two: a patronymic, the first of two
    surnames."""
    words = bearer.words
    if len(words) > 2 and bearer.kind != "thing" and words[-1] not in GENERATIONS:  # noqa: PLR2004
        for size in range(2, len(words)):
            known.setdefault(words[:size], bearer)


def same_full_name(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether two names of several words with one surname can be one person's: first names agree, middles
    too."""
    ours, theirs = without_generation(shorter), without_generation(longer)
    if {*shorter} & GENERATIONS != {*longer} & GENERATIONS:
        return False  # a father and a son
    if not _agree(ours[0], theirs[0]):
        if ours[0] in CAPITAL_PARTICLES:
            return ours[-1] == theirs[-1] and theirs[-2:-1] != ours[:1]
        return len(ours) > 1 and ours == theirs[-len(ours) :]
    return all(any(_agree(word, other) for other in theirs[1:-1]) for word in ours[1:-1])


def _agree(one: str, other: str) -> bool:
    """Whether two first names can be one: the same, an initial, or one short for the other ("Tim",
    "Timothy")."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) > 2)  # noqa: PLR2004


def _short_forms(everyone: dict[tuple[str, ...], Bearer]) -> dict[tuple[str, ...], list[Bearer]]:
    """Surnames, first names, last parts, first parts and initial letters to who may be meant, surnames
    first."""
    short: dict[tuple[str, ...], list[Bearer]] = defaultdict(list)
    unique = list({id(bearer): bearer for bearer in everyone.values()}.values())
    for bearer in unique:
        words = without_generation(bearer.words)
        for start in range(1, len(words)):
            short[words[start:]].append(bearer)
    for bearer in unique:
        words = without_generation(bearer.words)
        if bearer.kind == "thing":
            short[("".join(word[0] for word in words),)].append(bearer)
            continue
        for end in range(1, len(words)):
            short[words[:end]].append(bearer)
        for middle in words[1:-1]:
            if len(middle) > 1:
                short[(middle,)].append(bearer)
        prefix, hyphen, last = words[-1].rpartition("-")
        if hyphen and (prefix in _ARTICLES or (len(last) > _SHORT_PART and (last,) not in short)):
            short[(last,)].append(bearer)
    return short


def _describe(text: str, bearer: Bearer) -> None:
    """Set the bearer's name as written, its forms, kind and gender from all its appearances."""
    if len(bearer.places) == 1:
        bearer.name = text[bearer.places[0].start : bearer.places[0].end]
        bearer.forms = [bearer.name]
    else:
        written = Counter([text[place.start : place.end] for place in bearer.places])
        bearer.forms = list(written)
        longest = max(written, key=lambda form: (len(form.split()), not form.isupper(), written[form]))
        bearer.name = max(
            (form for form in written if _is_name_in(form, longest, written)), default=longest, key=len
        )
    bearer.kind = _kind(text, bearer)
    if bearer.is_person:
        bearer.gender = _gender(bearer)
    elif bearer.kind in {"thing", "place"}:
        bearer.gender = "thing"


def _is_name_in(form: str, longest: str, written: Mapping[str, int]) -> bool:
    """Whether a form is the name in the longest one, which has a word before it: "Trade Sec Ana Moor"."""
    first, _, rest = form.partition(" ")
    if not rest or not longest.endswith(f" {form}") or written[form] < written[longest]:
        return False
    return (
        gender.of_first_name(first) is not None and gender.of_first_name(longest.split(maxsplit=1)[0]) is None
    )


def _kind(text: str, bearer: Bearer) -> Kind:
    """A title anywhere makes a person; else what most places tell; else speech or a surname used alone."""
    if any(place.kind == "person" and place.title for place in bearer.places):
        return "person"
    clear = [place.kind for place in bearer.places if place.kind != "open"]
    if clear:
        return Counter(clear).most_common(1)[0][0] if len(clear) > 1 else clear[0]
    by_surname = len(bearer.words) > 1 and any(place.words == bearer.words[-1:] for place in bearer.places)
    if not by_surname and _begins_with_letters(bearer):
        return "thing"
    if by_surname or any(_speaks(text, place) for place in bearer.places):
        return "person"
    return "place" if bearer.words[-1] in PLACES else "open"


def _begins_with_letters(bearer: Bearer) -> bool:
    """Whether the name is one like "NNA Business"."""
    first, _, rest = bearer.name.partition(" ")
    return len(first) > 2 and first.isupper() and first.isalpha() and bool(rest) and not rest.isupper()  # noqa: PLR2004


def _speaks(text: str, place: Appearance) -> bool:
    """Whether a verb of saying stands beside the name."""
    if place.possessive:
        return False
    return text.startswith(_SAYING, place.end) or (
        place.full and text.endswith(("said ", "says "), 0, place.title_start)
    )


def _gender(bearer: Bearer) -> Gender:
    """Titles tell before first names."""
    told = [sex for place in bearer.places for word in place.title if (sex := gender.of_word(word))]
    if told:
        return Counter(told).most_common(1)[0][0]
    if len(bearer.words) == 1:
        return bearer.gender  # a surname may be a first name as well
    first = next((word for word in bearer.words if len(word) > 1), bearer.words[0])
    return gender.of_first_name(first) or "unknown"
