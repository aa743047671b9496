"""Where certain search tokens stand in many texts, without taking the texts apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from index.text.tokens import token_spans

# What Snowball makes of "dying" and its like; every other stem begins its word, or does so but for its last
# letter: "economi", "hope" of "hoping", "usabl" of "usability", "sky" of "skies".
_ODD = frozenset({"die", "lie", "tie", "vie"})
_CHANGED = "eily"
# The longest initials that are one token ("U.S.A.") when written with full stops.
_INITIALS = 8
# Words written otherwise than their tokens: with accents or marks, in other scripts, "O'Brien", "US". One class
# of characters comes first, for which `re` looks three times as fast as for alternatives.
_OTHERWISE = re.compile(
    r"[^\x00-&(-TV-\x7f\u00a0\u2013\u2014\u2018\u201c\u201d\u2022\u2026]"
    r"(?:(?<=['\u2019])(?!s\b)\w|(?<=U)S|(?<!['\u2019U]))"
)
_GAP = re.compile(r"\s")


class Finder:
    """Finds tokens in one text after another: only words that may have one of them are looked at closely."""

    def __init__(self, wanted: Collection[str]) -> None:
        self._wanted = frozenset(wanted)
        written = {part for term in self._wanted if term.isascii() for part in _written(term)}
        self._written = sorted(written)
        self._read: dict[str, tuple[tuple[int, str], ...]] = {}

    def find(self, text: str) -> list[tuple[int, str]]:
        """The tokens in `text` that are wanted, each with its offset, in text order; as `token_spans` tells."""
        low = text.lower()
        if len(low) != len(text):  # some capitals become two letters
            return [(start, term) for term, start, _ in token_spans(text) if term in self._wanted]
        hits = {place for part in self._written for place in _places(low, part)}
        hits.update(found.start() for found in _OTHERWISE.finditer(text))
        found: list[tuple[int, str]] = []
        for start, run in _runs(text, sorted(hits)):
            found += [(start + place, term) for place, term in self._held(run)]
        return found

    def _held(self, run: str) -> tuple[tuple[int, str], ...]:
        held = self._read.get(run)
        if held is None:
            held = tuple((start, term) for term, start, _ in token_spans(run) if term in self._wanted)
            self._read[run] = held
        return held


def _written(term: str) -> Iterator[str]:
    """What every word has in it, in small letters, whose token this is."""
    yield term[:-1] if len(term) > 2 and term[-1] in _CHANGED else term  # noqa: PLR2004 -- shorter ones are whole
    if term in _ODD:
        yield f"{term[0]}ying"
    if 1 < len(term) <= _INITIALS and term.isalpha():
        yield ".".join(term[:2])
    whole = term.partition(".")[0]
    if whole.isdecimal() and len(whole) > 3:  # noqa: PLR2004 -- "1,000"
        yield f"{int(whole):,}"[:-1]


def _places(text: str, part: str) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def _runs(text: str, hits: Collection[int]) -> Iterator[tuple[int, str]]:
    """The runs between white space that the places `hits` (rising) are in, each once with its offset."""
    end = 0
    for hit in hits:
        if hit < end:
            continue
        start = hit
        while start > end and not text[start - 1].isspace():
            start -= 1
        gap = _GAP.search(text, hit)
        end = gap.start() if gap else len(text)
        yield start, text[start:end]
