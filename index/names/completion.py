"""Names for what is typed so far: by the beginnings of words, then by near spellings."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from rapidfuzz import fuzz, process

_NEAR = 80
# Where no word begins with the letters that were typed, so many forms of the most quoted are looked at.
_LOOKED_AT = 2_000


class Completion:
    """Completes forms of names; built once, then only read.

    All forms are one text, a line each, in which a word begins after a space: looked through in a millisecond,
    and a few bytes a form.
    """

    def __init__(self, forms: Mapping[str, tuple[str, ...]]) -> None:
        """`forms`: the folded forms, those of the most quoted first, each with the names that it stands for."""
        self._names = forms
        self._forms = tuple(forms)
        self._text = "".join(f" {form}\n" for form in self._forms)
        self._ends = array("L", accumulate(len(form) + 2 for form in self._forms))
        # Where the forms are that have a word with a letter first.
        self._initials: dict[str, array[int]] = {}
        for number, form in enumerate(self._forms):
            for letter in {word[0] for word in form.split()}:
                self._initials.setdefault(letter, array("L")).append(number)

    def complete(self, typed: str, limit: int) -> list[str]:
        """Names with a word that begins as what is typed (folded, not empty), then those spelt nearly so."""
        found: dict[str, None] = {}
        for number in self._beginning(typed):
            found |= dict.fromkeys(self._names[self._forms[number]])
            if len(found) >= limit:
                return list(found)[:limit]
        letters = {word[0] for word in typed.split()}
        alike = sorted({number for letter in letters for number in self._initials.get(letter, ())})
        found |= self._spelt_nearly(typed, limit, alike)
        most_quoted = range(min(_LOOKED_AT, len(self._forms)))
        return list(found or self._spelt_nearly(typed, limit, most_quoted))[:limit]

    def _beginning(self, start: str) -> Iterator[int]:
        """The places of the forms with a word (or words) that begin so, in order."""
        place = self._text.find(f" {start}")
        while place >= 0:
            number = bisect_right(self._ends, place)
            yield number
            place = self._text.find(f" {start}", self._ends[number])

    def _spelt_nearly(self, wanted: str, limit: int, numbers: Iterable[int]) -> dict[str, None]:
        """Names of the forms at these places that are spelt nearly like what is typed, nearest first."""
        # The space lets a short form be found in what is typed only where a word begins.
        forms = [f" {self._forms[number]}" for number in numbers]
        near = process.extract(wanted, forms, scorer=fuzz.partial_ratio, limit=limit, score_cutoff=_NEAR)
        return dict.fromkeys(name for form, _, _ in near for name in self._names[form[1:]])
