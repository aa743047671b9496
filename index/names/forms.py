"""Forms of the names of an article: which full names are one person's, and how each is called for short."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from index.names import gender
from index.names.appearances import Appearance
from index.names.bearers import Bearer, surname, without_generation
from index.names.runs import CAPITAL_PARTICLES, GENERATIONS

ARTICLES = frozenset({"al", "el", "ul", "ad", "as", "ash", "at", "ar", "az", "an"})
# The last part of a surname with a hyphen stands for it where it is longer than this.
_SHORT_PART = 3
# Of so many with one surname at most are compared with one another.
_NAMESAKES = 40


def full_names(found: Iterable[Appearance]) -> dict[tuple[str, ...], Bearer]:
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


def short_forms(everyone: dict[tuple[str, ...], Bearer]) -> dict[tuple[str, ...], list[Bearer]]:
    """Surnames, first names, last parts, first parts and initial letters to who may be meant, surnames
    first."""
    short: dict[tuple[str, ...], list[Bearer]] = defaultdict(list)
    unique = list({id(bearer): bearer for bearer in everyone.values()}.values())
    surnames = Counter(bearer.surname for bearer in unique if len(bearer.words) > 1)
    unique = [bearer for bearer in unique if not _is_pair(bearer, surnames)]
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
        if hyphen and (prefix in ARTICLES or (len(last) > _SHORT_PART and (last,) not in short)):
            short[(last,)].append(bearer)
    return short


def _is_pair(bearer: Bearer, surnames: Mapping[str, int]) -> bool:
    """Whether a name is made of two others' surnames: the firm of Ana Moor and Tal Tesk is "Moor Tesk"."""
    if len(bearer.words) != 2 or gender.of_first_name(bearer.words[0]) is not None:  # noqa: PLR2004
        return False
    first, last = bearer.words
    return first != last and surnames.get(first, 0) > 0 and surnames.get(last, 0) > 1
