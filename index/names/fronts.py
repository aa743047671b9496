"""Words before names that are none of them, told by the rest of the article: plain plurals that begin a
sentence, a headline's verb, what someone is before a surname that stands elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from index.names import gender
from index.names.appearances import Appearance
from index.names.glued import shouted
from index.names.titles import is_office, stands_before_names

# Plurals are hardly ever written so: "Lucas", "Davos", "Paris", "Ross".
_NO_PLURALS = ("as", "os", "is", "ss", "us", "ys", "news")
_SHORTEST = 5
# What follows one thing only, or a company's letters at the exchange.
_OF_ONE = (" is ", " was ", " has ", " says ", " does ", " (")
# Among more surnames than this no slip of the pen is looked for.
_MANY = 500
# A name that stands so many times as often without the word before it is whole without it.
_OFTEN = 3
_LONGEST_HEADLINE = 200


def without_fronts(text: str, found: Sequence[Appearance], lowercase: frozenset[str]) -> Iterator[Appearance]:
    """The names of a text but for words that only stand before them: "Bidders said", "Hold Ana Moor".

    `lowercase` are the words that the text also writes small.
    """
    known = Counter(place.words for place in found)
    surnames = {words[-1] for words in known if len(words) != 2 or not stands_before_names(words[0])}  # noqa: PLR2004
    sure = set(_surely_names(text, found))
    last = [words[-1] for words in known if len(words) > 1]
    for place in found:
        if not _is_plural(place) or place.words[0] in sure or _is_slip(place.words[0], last):
            is_cut = _has_front(text, place, known, surnames) or _is_shouted(text, place, surnames)
            is_cut = is_cut or _is_plain(place, known, lowercase)
            yield _cut(text, place) if is_cut else place


def _surely_names(text: str, found: Iterable[Appearance]) -> Iterator[str]:
    """The words of all names that do not begin a sentence, are of several words, under a title or no plural."""
    for place in found:
        if not place.opens or place.full or place.title or text.startswith(_OF_ONE, place.end):
            yield from place.words


def _is_plural(place: Appearance) -> bool:
    """Whether a sentence begins with what looks like a plural and no name: "Bidders said"."""
    word = place.words[0]
    if not place.opens or place.full or place.title or len(word) < _SHORTEST:
        return False
    return word.endswith("s") and not word.endswith(_NO_PLURALS) and gender.of_first_name(word) is None


def _is_slip(word: str, surnames: Sequence[str]) -> bool:
    """Whether the word is a surname of the text but for one letter."""
    return len(surnames) <= _MANY and any(
        word[0] == name[0] and Levenshtein.distance(word, name, score_cutoff=1) <= 1 for name in surnames
    )


def _has_front(text: str, place: Appearance, known: Mapping[tuple[str, ...], int], surnames: set[str]) -> bool:
    """Whether the first word is none of the name: it tells what someone is whose surname stands elsewhere, or
    it begins a sentence and the rest is somebody's name."""
    words = place.words
    if len(words) < 2 or place.kind == "thing" or gender.of_first_name(words[0]) is not None:  # noqa: PLR2004
        return False
    if len(words) == 2:  # noqa: PLR2004
        if place.opens and words[0].endswith("ing") and words[1:] in known:
            return True  # "Ranking Velkonia"
        if not place.start and not place.title and _is_in_headline_only(text, words, known):
            return True  # "Derelict Moor" above a text that has but Moor
        return words[1] in surnames and stands_before_names(words[0]) and not is_office(words[0])
    if not place.opens or place.title:
        return False
    return words[1:3] in known or (gender.of_first_name(words[1]) is not None and words[2:3] in known)


def _is_in_headline_only(text: str, words: tuple[str, ...], known: Mapping[tuple[str, ...], int]) -> bool:
    """Whether a text goes on by the second word alone about whom its headline begins with, and the first is no
    first name."""
    line = text[: _LONGEST_HEADLINE + 1].partition("\n")[0].rstrip()
    if len(line) > _LONGEST_HEADLINE or line.endswith((".", "?", "!", "”", '"')):
        return False
    return known[words] == 1 and known.get(words[1:], 0) > 1 and not gender.is_first_name(words[0])


def _is_plain(place: Appearance, known: Mapping[tuple[str, ...], int], lowercase: frozenset[str]) -> bool:
    """Whether the first of three words only tells something of a name that stands elsewhere: the text writes it
    small too, or the name stands without it much more often ("Hold Ana Moor")."""
    words = place.words
    if len(words) != 3 or place.title or words[1:] not in known:  # noqa: PLR2004
        return False
    plain = words[0] in lowercase or known[words[1:]] >= _OFTEN * known[words]
    return plain and gender.of_first_name(words[1]) is not None


def _is_shouted(text: str, place: Appearance, surnames: set[str]) -> bool:
    """Whether a word in capitals stands before a known surname that is not: "WATCHED Moor"."""
    if len(place.words) != 2 or place.words[1] not in surnames:  # noqa: PLR2004
        return False
    return len(shouted(text, place)) >= _SHORTEST


def _cut(text: str, place: Appearance) -> Appearance:
    """The appearance with its first word as a title."""
    start = place.ends[0]
    while not text[start].isalnum():
        start += 1
    title = place.words[:1] if stands_before_names(place.words[0]) else ()
    return place._replace(words=place.words[1:], start=start, ends=place.ends[1:], title=place.title + title)
