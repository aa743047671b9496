"""Runs of capitals that are more than one name: captions, credits and headlines stand beside the text without a
stop ("Photos: Ana Moor Ana Moor waves", "Tal Brod/Kelm Images Moor waves")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from index.names import gender
from index.names.appearances import Appearance
from index.names.runs import GENERATIONS
from index.names.vocabulary import is_function_word, is_given

# Words that end a part of a page's furniture: "Kelm Images", "Ad Feedback", "JUST WATCHED".
_FURNITURE = frozenset({"images", "feedback", "caption", "photos", "watched"})
# Of these, those that begin the next part: "Ana Moor Photos".
_FOLLOWING = frozenset({"photos", "caption", "prev"})
# Shorter words occur twice in a name: "Al", "Van", "Lee".
_SHORTEST = 4
# A name that stands so often without the word behind it once is whole without it.
_OFTEN = 3


def separated(text: str, found: Sequence[Appearance]) -> Iterator[Appearance]:
    """The names of a text, those that stand beside one another without a stop each for itself."""
    times = Counter(place.words for place in found)
    surnames = frozenset(words[-1] for words in times if len(words) > 1 and gender.of_first_name(words[0]))
    for place in found:
        if len(place.words) == 1:
            if place.words[0] not in _FOLLOWING:
                yield place
            continue
        if len(place.words) == 2 and _is_plain(text, place):  # noqa: PLR2004
            yield place
            continue
        begin, end = _between_furniture(text, place, times)
        if begin >= end:
            continue
        part = place if end - begin == len(place.words) else _part(text, place, begin, end)
        cut = _second(text, part, times, surnames)
        if cut is None:
            yield from _without_function(text, part, times)
        else:
            yield _part(text, part, 0, cut)
            yield _part(text, part, cut, len(part.words))


def _is_plain(text: str, place: Appearance) -> bool:
    """Whether nothing about two words is to be looked at: neither has capitals throughout or is of a page."""
    first, last = place.words
    if first in _FURNITURE or last in _FURNITURE or last in _FOLLOWING or is_function_word(last):
        return False
    if text.startswith("/", max(place.title_start - 1, 0)):
        return False
    return not (text[place.start + 1].isupper() or text[place.end - 1].isupper())


def _part(text: str, place: Appearance, begin: int, end: int) -> Appearance:
    """The words `begin`..`end` of a name as a name."""
    whole = begin == 0
    start = place.start if whole else place.ends[begin - 1]
    while not text[start].isalnum():
        start += 1
    words = place.words[begin:end]
    is_person = bool(whole and place.title) or (len(words) > 1 and gender.of_first_name(words[0]) is not None)
    return place._replace(
        words=words,
        start=start,
        ends=place.ends[begin:end],
        title=place.title if whole else (),
        title_start=place.title_start if whole else start,
        kind="person" if is_person and place.kind != "place" else "open",
        possessive=place.possessive and end == len(place.words),
        opens=place.opens and whole,
    )


def _between_furniture(text: str, place: Appearance, times: Mapping[tuple[str, ...], int]) -> tuple[int, int]:
    """Which words are left without the furniture of a page at either end."""
    words = place.words
    end = len(words)
    while end and words[end - 1] in _FOLLOWING:
        end -= 1
    begin = max((at + 1 for at in range(end - 1) if words[at] in _FURNITURE), default=0)
    if not begin and _is_credit(text, place, times):
        begin = 1
    if begin:
        while begin < end - 1 and is_function_word(words[begin]):
            begin += 1
    return begin, end


def _is_credit(text: str, place: Appearance, times: Mapping[tuple[str, ...], int]) -> bool:
    """Whether an agency of one word stands behind the slash after a photographer: "Tal Brod/NNA Moor"."""
    before = text[max(0, place.title_start - 2) : place.title_start]
    if place.title or before[-1:] != "/" or not before[:1].isalnum() or place.kind == "place":
        return False
    function = is_function_word(place.words[1]) and not is_given(place.words[1])
    return function or (gender.of_first_name(place.words[0]) is None and bool(times.get(place.words[1:], 0)))


def _second(
    text: str, place: Appearance, times: Mapping[tuple[str, ...], int], surnames: frozenset[str]
) -> int | None:
    """Where a second name begins in a run, None where there is none."""
    words = place.words
    if _is_shouted(text, place, surnames, times):
        return 1
    if place.kind in {"thing", "place"}:
        return None
    if (letters := _lettered(text, place, times)) is not None or len(words) < 3:  # noqa: PLR2004
        return letters
    repeated = _repeated(words, times)
    if repeated is not None:
        return repeated
    if words[-1] not in GENERATIONS and _is_loose(words, times):
        return len(words) - 1
    for size in range(2, len(words)):
        left, right = words[:size], words[size:]
        alone = times.get(left[-1:], 0) or left[-1] in GENERATIONS
        known = times.get(left, 0) and alone and times.get(right, 0) and right[0] not in GENERATIONS
        if known and gender.of_first_name(left[0]) is not None:
            return size
    return None


def _lettered(text: str, place: Appearance, times: Mapping[tuple[str, ...], int]) -> int | None:
    """Where capital letters that stand nowhere else stand behind a name that is known without them:
    "Norvane NVF"."""
    for at in range(1, len(place.words)):
        word = place.words[at]
        last = text[place.ends[at] - len(word) : place.ends[at]]
        if last.isupper() and last.isalpha() and len(last) > 1 and word not in GENERATIONS:
            whole = text[place.start : place.ends[at - 1]]
            known = times.get(place.words[:at], 0) and not times.get((word,), 0)
            return at if known and not whole.isupper() else None
    return None


def _is_loose(words: tuple[str, ...], times: Mapping[tuple[str, ...], int]) -> bool:
    """Whether a name has a last word once and is written many times without it: "Ana Moor Live"."""
    often = times[words] == 1 and times.get(words[:-1], 0) >= _OFTEN
    return often and bool(times.get(words[-2:-1], 0)) and gender.of_first_name(words[0]) is not None


def _is_shouted(
    text: str, place: Appearance, surnames: frozenset[str], times: Mapping[tuple[str, ...], int]
) -> bool:
    """Whether capital letters stand before a surname that is somebody's and stands alone too: "NNA Moor"."""
    if len(place.words) != 2 or place.title or place.words[1] not in surnames:  # noqa: PLR2004
        return False
    return len(shouted(text, place)) > 1 and bool(times.get(place.words[1:], 0))


def shouted(text: str, place: Appearance) -> str:
    """The first of two words where it alone is written in capitals and is no first name, else nothing."""
    first, last = text[place.start : place.ends[0]], text[place.ends[0] : place.ends[1]]
    alone = first.isalpha() and first.isupper() and not last.isupper()
    return first if alone and gender.of_first_name(first) is None else ""


def _repeated(words: tuple[str, ...], times: Mapping[tuple[str, ...], int]) -> int | None:
    """Where a second name begins whose surname, or first name, is the first's: "Ana Moor Tal Moor"."""
    first: dict[str, int] = {}
    for at, word in enumerate(words):
        before = first.setdefault(word, at)
        if before == at or len(word) < _SHORTEST:
            continue
        if before > 0:
            return before + 1
        again = words[at : 2 * at]
        if again == words[:at] and (at > 1 or gender.of_first_name(word)):
            return at
        if again == words[: len(again)] and times.get(words[:at], 0):
            return at
    return None


def _without_function(
    text: str, place: Appearance, times: Mapping[tuple[str, ...], int]
) -> Iterator[Appearance]:
    """A name without what a word such as "The" or "With" parts from it: "Prince Tal The Queen"."""
    words = place.words
    cut = next(
        (at for at in range(1, len(words)) if is_function_word(words[at]) and not is_given(words[at])), None
    )
    if cut is None or place.kind == "place":
        yield place
        return
    left, right = words[:cut], words[cut + 1 :]
    if _stands(left, times) or (place.title and times.get(left, 0)):
        yield _part(text, place, 0, cut)
    elif not _stands(right, times):
        yield place
        return
    if _stands(right, times):
        yield _part(text, place, cut + 1, len(words))


def _stands(words: tuple[str, ...], times: Mapping[tuple[str, ...], int]) -> bool:
    """Whether the words are a first name and a surname that stand elsewhere, at least the surname."""
    if len(words) < 2 or gender.of_first_name(words[0]) is None:  # noqa: PLR2004
        return False
    return bool(times.get(words, 0) or times.get(words[-1:], 0))
