"""What stands around a word of a question that may be a name, and makes it none, or another's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from index.names.gender import of_first_name
from index.names.holders import DETERMINERS, Word
from index.names.nations import nations
from index.names.spelling import fold
from index.names.titles import PARTISAN, is_role
from index.names.vocabulary import ORGANISATIONS, is_function_word

_SHORTEST = 3  # letters of a name that may stand behind "the": "the un" is nobody's surname
_PRONOUNS = frozenset({"i", "he", "she", "it", "we", "you", "they", "me", "him", "her", "us", "them", "his"})
_LIKE = 80  # of 100: two spellings of one first name


def is_common(word: str) -> bool:
    """Whether a word in small letters is no misspelt name."""
    return is_role(word) or word in ORGANISATIONS or nations().is_country(word)


def is_description(words: Sequence[Word], place: int) -> bool:
    """Whether a word that could be a surname is none: it stands for somebody ("he") or tells what somebody is
    ("the king", "the Veltish president", "French minister"), or is one of two letters behind "the"."""
    word, before = words[place][2], words[place - 1][2] if place else ""
    if word in _PRONOUNS:
        return True
    determined = before.casefold() in DETERMINERS
    if len(word) < _SHORTEST:
        return determined
    if nations().is_people(word):
        return determined or (place + 1 < len(words) and is_role(words[place + 1][2]))
    return is_role(word) and (determined or nations().is_country(before))


def of_given(names: Iterable[str], words: Sequence[Word], place: int) -> tuple[str, ...]:
    """Those of the names that a surname means behind a first name: "Usha Vance" is not J.D. Vance."""
    given = _given(words, place)
    return tuple(name for name in names if not given or " " not in name or _may_be(given, name.split()[0]))


def _given(words: Sequence[Word], place: int) -> str:
    """The first name that is written before a surname, empty where there is none."""
    if not place or words[place - 1][0] + len(words[place - 1][2]) + 1 != words[place][0]:
        return ""
    before = words[place - 1][2]
    folded = fold(before)
    named = of_first_name(before) is not None or (place > 1 and before[0].isupper() and words[0][2] != before)
    other = is_function_word(before) or is_role(folded) or folded in PARTISAN or bool(nations().of(before))
    return before if named and not other else ""


def _may_be(given: str, first: str) -> bool:
    """Whether two first names may be one: an initial, a short form, a slip of the pen."""
    one, other = sorted((fold(given), fold(first)), key=len)
    return other.startswith(one) or fuzz.ratio(one, other) >= _LIKE
