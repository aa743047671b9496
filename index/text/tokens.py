"""Search tokens: the same words from an article and from a question about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, pairwise

import Stemmer

# A longer run of letters is no word that anyone searches for; both sides are cut alike.
LONGEST = 64

# Scripts that put no spaces between words: kana, Han and Hangul's neighbours, Thai, Lao, Burmese, Khmer.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# Signs that sit on or in a word without being letters to `re`: combining marks, joiners, the soft hyphen.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc\u09be-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b4d"
    "\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d\u0c81-\u0c83\u0cbc-\u0ccd\u0d00-\u0d03\u0d3b-\u0d4d\u0dca-\u0ddf"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f\u00ad\u200b-\u200d\u2060\ufeff"
)
_APOSTROPHES = "'\u2019\u02bc\uff07"
_LETTER = rf"[^\W_{_UNSPACED}]"
_WORD = re.compile(
    rf"(?P<unspaced>[{_UNSPACED}][{_UNSPACED}{_MARKS}]*)"
    # U.S., Ph.D. is not: single letters only
    rf"|[^\W\d_{_UNSPACED}](?:\.[^\W\d_{_UNSPACED}])++(?!{_LETTER})\.?"
    # 1,250,000.5 and 3.5
    rf"|\d{{1,3}}(?:,\d{{3}})++(?:\.\d++)?+(?![\w])|\d++\.\d++(?![\w.])"
    rf"|{_LETTER}(?:{_LETTER}|[{_MARKS}]|[{_APOSTROPHES}](?={_LETTER}))*+"
)
# Marks around a word that take no part in it.
_AROUND = ".,;:!?\"'()[]-\u2013\u2014\u2018\u2019\u201c\u201d\u2026"
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]$")
_PIECE = re.compile(r"\d+\.\d+|[^\W_]+")
_APOSTROPHE = re.compile(rf"[{_APOSTROPHES}]")


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def _folded(raw: str) -> str:
    """Casefold and decompose `raw`, without combining marks, joiners and soft hyphens."""
    if raw.isascii():
        return raw.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", raw).casefold())
    return "".join(c for c in plain if unicodedata.category(c)[0] != "M" and unicodedata.category(c) != "Cf")


@lru_cache(maxsize=16384)
def _normal(raw: str) -> tuple[str, ...]:
    """The terms of one word as written; hardly ever more than one."""
    if raw.isascii() and raw.isalpha():
        return ("u.s.",) if raw == "US" else (_stemmer().stemWord(raw.lower()),)
    if "." in raw and not raw[0].isdigit():
        letters = _folded(raw.replace(".", ""))
        return ("u.s." if letters == "us" else letters,) if letters else ()
    folded = _folded(_APOSTROPHE.sub("", _POSSESSIVE.sub("", raw)).replace(",", ""))
    stem = _stemmer().stemWord
    return tuple(stem(piece) if piece.isascii() else piece for piece in _PIECE.findall(folded))


def _pairs(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Overlapping pairs of characters of a run that has no spaces; a lone character stands for itself."""
    places = [
        (place, character)
        for place, character in enumerate(text, start)
        if unicodedata.category(character)[0] not in "MC"
    ]
    if len(places) == 1:
        places.append((places[0][0], ""))
    for (first, left), (last, right) in pairwise(places):
        for term in _normal(left + right):
            yield term, first, last + 1


def token_spans(text: str) -> list[tuple[str, int, int]]:
    """Every search token of `text` with the half-open offsets of the word it stands for, in text order."""
    found: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(text):
        if match.lastgroup:
            found.extend(_pairs(match[0], match.start()))
        else:
            start, end = match.span()
            found.extend((term, start, end) for term in _normal(match[0][:LONGEST]))
    return found


def terms(text: str) -> list[str]:
    """The search tokens of `text` in order, repeated as often as they occur.

    NFKD without combining marks, casefolded; a possessive 's is dropped, other apostrophes close up
    (O'Brien, obrien); hyphens split; "U.S." and "US" are one term and never the pronoun; 1,000 is 1000;
    English Snowball stems; scripts without spaces become overlapping pairs of characters.
    """
    runs = text.split()  # no token crosses white space
    read = _memorised if max(map(len, runs), default=0) <= LONGEST else _read
    return list(chain.from_iterable(map(read, runs)))


def _read(run: str) -> tuple[str, ...]:
    word = run.strip(_AROUND)
    if word.isascii() and word.isalpha():
        return _normal(word[:LONGEST])  # as most are; the same as below, only sooner
    return tuple(term for term, _, _ in token_spans(run))


_memorised = lru_cache(maxsize=32768)(_read)
