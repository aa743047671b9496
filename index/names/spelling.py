"""How names are compared: without case, accents, dots and apostrophes; and the stem a country shares with
its people."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that no Unicode decomposition takes apart.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "a",
        "ħ": "h",
    }
)
_SILENT = str.maketrans("", "", ".'’‘ʼ`´")
# Endings by which English makes a people out of a place, longest first; "land" and "stan" make a place.
_ENDINGS = re.compile(
    r"(?:landers|lander|landic|landish|lands|land|istani|istan|stani|stan|ians|ian|eans|ean|ans|an|ese|ish|ics|ic|is|i|ers|er"
    r"|ites|ite|s|ia|ea|a|y|e|o)$"
)
_SHORTEST_STEM = 3


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """The word as names are compared by: "Özdemir" and "OZDEMIR" are "ozdemir", "O’Neill" is "oneill", "J."
    is "j"."""
    word = word.casefold().translate(_SILENT)
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def bare(word: str) -> str:
    """The word without a possessive ending."""
    if word[-2:] in {"'s", "’s"}:
        return word[:-2]
    return word[:-1] if word[-1:] in {"'", "’"} else word


@lru_cache(maxsize=2048)
def stem(word: str) -> str:
    """What is left of a place or a people without its ending: "Veltland", "Veltish" and "Veltlander" are
    "velt"."""
    folded = fold(word)
    short = _ENDINGS.sub("", folded)
    return short if len(short) >= _SHORTEST_STEM else folded
