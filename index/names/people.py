"""Who bears the names of an article: appearances of one person or organisation brought together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Levenshtein

from index.models.quotes import Gender
from index.names import gender
from index.names.appearances import Appearance, Kind
from index.names.nations import nations

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ARTICLES = frozenset({"al", "el", "ul", "ad", "as", "ash", "at", "ar", "az", "an"})
_SAYING = (" said", " says", " told", " added", ", who ", " tweeted", " wrote")
# Surnames from this length on may be misspelt.
_SLIPPABLE = 5
# In a text with more short forms than this nobody is looked for by a misspelt one: the search goes through all.
_MANY = 2000
# Of so many with one surname at most are compared with one another.
_NAMESAKES = 40
# Full names of one surname that stand so near that a lone surname after them means the last of them.
_NEAR = 400


@dataclass(slots=True)
class Bearer:
    """Someone or something that an article names. Built up while the cast is read, not changed after."""

    words: tuple[str, ...]
    name: str = ""
    kind: Kind = "open"
    gender: Gender = "unknown"
    forms: list[str] = field(default_factory=list)
    places: list[Appearance] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        """Whether a he, a she or a role may mean the bearer."""
        return self.kind == "person" or (self.kind == "open" and len(self.words) > 1)


Placed = tuple[Appearance, Bearer]


def bearers(text: str, found: Sequence[Appearance]) -> tuple[list[Bearer], list[Placed]]:
    """All bearers of a text, and every place that names one of them, in text order."""
    strong = _shortened([place for place in found if not place.weak])
    everyone = _full_names(strong)
    short = _short_forms(everyone)
    placed: list[Placed] = []
    seen: dict[int, int] = {}
    for place in sorted(
        [*strong, *(place for place in found if place.weak)], key=lambda one: (one.start, -one.end)
    ):
        if placed and placed[-1][0].end > place.start:
            continue
        bearer = _bearer(place, everyone, short, seen)
        if bearer is None:
            continue
        if place.full:
            seen[id(bearer)] = place.start
        bearer.places.append(place)
        placed.append((place, bearer))
    unique = list({id(bearer): bearer for _, bearer in placed}.values())
    for bearer in unique:
        _describe(text, bearer)
    return unique, placed


def _bearer(
    place: Appearance,
    everyone: dict[tuple[str, ...], Bearer],
    short: dict[tuple[str, ...], list[Bearer]],
    seen: dict[int, int],
) -> Bearer | None:
    """Who is named at a place: by the full name, by a short form, or someone new."""
    bearer = everyone.get(place.words)
    if bearer is None and not _is_elsewhere(place):
        bearer = _choose(short.get(place.words, ()), place, seen)
        if place.weak:
            return bearer if bearer and bearer.is_person and _surname(bearer.words) == place.words[-1] else None
        if bearer is None and not place.full:
            bearer = _misspelt(place, short)
    if bearer is None and not place.weak:
        bearer = everyone[place.words] = Bearer(place.words, kind=place.kind)
    return bearer


def _shortened(found: list[Appearance]) -> list[Appearance]:
    """Names without words that only happened to follow: "Ana Moor Election Day" where "Ana Moor" or "Moor"
    stands elsewhere."""
    known = {place.words for place in found}
    result = []
    for place in found:
        cut = None
        if (
            place.kind in {"open", "person"}
            and place.words[-1] not in _GENERATIONS
            and place.words[-1:] not in known
        ):
            cut = next(
                (size for size in range(2, len(place.words)) if _stands_alone(place.words[:size], known)), None
            )
        if cut:
            result.append(replace(place, words=place.words[:cut], ends=place.ends[:cut], possessive=False))
        else:
            result.append(place)
    return result


def _stands_alone(words: tuple[str, ...], known: set[tuple[str, ...]]) -> bool:
    """Whether the words are a name of their own in the text, or a first name with a surname that is."""
    return words in known or (words[-1:] in known and gender.of_first_name(words[0]) is not None)


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
        if _surname(one.words) == surname and Levenshtein.distance(word, surname, score_cutoff=slips) <= slips
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
    distinct = dict.fromkeys(place.words for place in found if place.full and place.kind != "place")
    for words in sorted(distinct, key=len, reverse=True):
        last = _surname(words)
        bearer = next(
            (other for other in by_last[last][:_NAMESAKES] if same_full_name(words, other.words)), None
        )
        if bearer is None:
            bearer = Bearer(words, kind=kinds[words])
            by_last[last].append(bearer)
        known[words] = bearer
    return known


def _surname(words: tuple[str, ...]) -> str:
    """The last word that is not "Jr." or a number."""
    return words[-2] if len(words) > 1 and words[-1] in _GENERATIONS else words[-1]


def same_full_name(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether two names of several words with one surname can be one person's: first names agree, middles
    too."""
    ours, theirs = _without_generation(shorter), _without_generation(longer)
    if {*shorter} & _GENERATIONS and {*longer} & _GENERATIONS and shorter[-1] != longer[-1]:
        return False
    if not _agree(ours[0], theirs[0]):
        return len(ours) > 1 and ours == theirs[-len(ours) :]
    return all(any(_agree(word, other) for other in theirs[1:-1]) for word in ours[1:-1])


def _without_generation(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[:-1] if words[-1] in _GENERATIONS else words


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
        words = _without_generation(bearer.words)
        for start in range(1, len(words)):
            short[words[start:]].append(bearer)
    for bearer in unique:
        words = _without_generation(bearer.words)
        if bearer.kind == "thing":
            short[("".join(word[0] for word in words),)].append(bearer)
            continue
        for end in range(1, len(words)):
            short[words[:end]].append(bearer)
        for middle in words[1:-1]:
            if len(middle) > 1:
                short[(middle,)].append(bearer)
        prefix, hyphen, last = words[-1].rpartition("-")
        if hyphen and prefix in _ARTICLES:
            short[(last,)].append(bearer)
    return short


def _choose(near: Sequence[Bearer], place: Appearance, seen: dict[int, int]) -> Bearer | None:
    """Whom a short form means where several bear it: by title, by who was named in full just before, by
    weight."""
    sex = next((gender.of_word(word) for word in place.title if gender.of_word(word)), None)
    fitting = [one for one in near[:_NAMESAKES] if sex is None or _sex(one) in {sex, None}]
    if not fitting:
        return None
    if len(fitting) == 1:
        return fitting[0]
    surnames = [one for one in fitting if _surname(one.words) == place.words[-1]] or fitting
    return max(
        surnames,
        key=lambda one: len(one.places) + (2 if place.start - seen.get(id(one), -_NEAR) < _NEAR else 0),
    )


def _sex(bearer: Bearer) -> str | None:
    """The gender of the first name."""
    return gender.of_first_name(bearer.words[0]) if len(bearer.words) > 1 else None


def _describe(text: str, bearer: Bearer) -> None:
    """Set the bearer's name as written, its forms, kind and gender from all its appearances."""
    written = Counter(text[place.start : place.end] for place in bearer.places)
    bearer.forms = list(written)
    bearer.name = max(written, key=lambda form: (len(form.split()), not form.isupper(), written[form]))
    kinds = Counter(place.kind for place in bearer.places)
    bearer.kind = _kind(text, bearer, kinds)
    if bearer.is_person:
        bearer.gender = _gender(bearer)
    elif bearer.kind in {"thing", "place"}:
        bearer.gender = "thing"


def _kind(text: str, bearer: Bearer, kinds: Counter[Kind]) -> Kind:
    """A title anywhere makes a person; else what most places tell; else speech or a surname used alone."""
    if any(place.kind == "person" and place.title for place in bearer.places):
        return "person"
    clear = [kind for kind, _ in kinds.most_common() if kind != "open"]
    if clear:
        return clear[0]
    by_surname = len(bearer.words) > 1 and any(place.words == bearer.words[-1:] for place in bearer.places)
    return "person" if by_surname or any(_speaks(text, place) for place in bearer.places) else "open"


def _speaks(text: str, place: Appearance) -> bool:
    """Whether a verb of saying stands beside the name."""
    if place.possessive:
        return False
    return text.startswith(_SAYING, place.end) or (
        place.full and text.endswith(("said ", "says "), 0, place.title_start)
    )


def _gender(bearer: Bearer) -> Gender:
    """Titles tell before first names."""
    told = Counter(sex for place in bearer.places for word in place.title if (sex := gender.of_word(word)))
    if told:
        return told.most_common(1)[0][0]
    first = next((word for word in bearer.words if len(word) > 1), bearer.words[0])
    return gender.of_first_name(first) or "unknown"
