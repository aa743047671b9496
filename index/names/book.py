"""Everyone in a library by any form of the name: for questions, and for autocomplete."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from index.models import Gender
from index.names.completion import Completion
from index.names.holders import Holders, Stated
from index.names.phrases import COMPOUNDS
from index.names.spelling import bare, fold
from index.names.standing import is_common, is_description, of_given

_WORD = re.compile(r"[^\W_][\w'’.-]*")
_MOST_WORDS = 4
# A misspelt word must be this long and this near; common English words are shorter or far from names.
_LONG = 5
# Of a question's own words, those that stand behind whom it asks about: "what did the president say".
_ASKING = frozenset(
    {"say", "said", "tell", "think", "ask", "claim", "promise", "announce", "want", "mean", "do"}
)
_NEAR = 80
_SHORT_WORD = 7  # letters, of which one may be wrong; two of a longer one
_SHORT_FORM = 3  # letters; shorter words are no possessive, and a body's initials rather than a surname


@dataclass(frozen=True, slots=True)
class Listing:
    """A person of the library as the name book needs them."""

    name: str
    forms: tuple[str, ...]
    roles: tuple[Stated, ...]
    statements: int
    gender: Gender
    is_person: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a question that name someone; several `names` where the words fit several, best first."""

    start: int
    end: int
    names: tuple[str, ...]


class NameBook:
    """Finds people in questions and completes names as they are typed; built once, then only read."""

    def __init__(self, listings: Iterable[Listing]) -> None:
        listings = tuple(listings)
        self._names = tuple(one.name for one in listings)
        # Each folded form with whom it stands for, most quoted first.
        self._forms: dict[str, tuple[str, ...]] = {}
        self._folded = []
        for one in listings:
            forms = dict.fromkeys(_folded(form) for form in (one.name, *one.forms, *_short(one)))
            self._folded.append(next(iter(forms)))
            for form in forms:
                self._forms[form] = (*self._forms.get(form, ()), one.name)
        self._completion = Completion(self._forms)
        # By the first letter, for a misspelling has that one right.
        self._single: dict[str, list[str]] = {}
        for form in sorted(form for form in self._forms if " " not in form and len(form) >= _LONG):
            self._single.setdefault(form[0], []).append(form)
        # "WHO" and the like; the most quoted body has its letters.
        self._letters = {_letters(one.name): one.name for one in reversed(listings) if not one.is_person}
        self._holders = Holders((one.name, role) for one in listings for role in one.roles)

    def find(self, text: str) -> Sequence[Match]:
        """The people whom a question names or whose office it names, in text order."""
        text = text.lower() if text.isupper() and len(text.lower()) == len(text) else text
        words = [(match.start(), match.end(), bare(match[0].rstrip(".-'’"))) for match in _WORD.finditer(text)]
        found: list[Match] = []
        place = 0
        while place < len(words):
            match, used = self._at(words, place)
            asks = match is not None and used == 1 and words[place][2] in _ASKING
            if match is not None and not asks and not self._holders.is_of(words, place):
                start = words[self._holders.title(words, place)][0]
                while found and found[-1].start >= start:
                    found.pop()  # "President" before a name is nobody's surname
                free = not found or found[-1].end <= start
                found.append(replace(match, start=start) if free else match)
            place += used
        for start, end, holders in self._holders.find(words):
            over = [one for one in found if one.start < end and start < one.end]
            if all(one.end <= end for one in over):
                whole = Match(min([start, *(one.start for one in over)]), end, holders)
                found = [*(one for one in found if one not in over), whole]
        return sorted(found, key=lambda one: one.start)

    def suggest(self, typed: str, limit: int = 25) -> list[str]:
        """Names for what is typed so far, most quoted first among those that begin so; then near spellings."""
        wanted = _folded(typed)
        return self._completion.complete(wanted, limit) if wanted else list(self._names[:limit])

    def near(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """Names that are close to one that nobody has."""
        found = process.extract(_folded(name), self._folded, scorer=fuzz.WRatio, limit=limit, score_cutoff=60)
        return tuple(self._names[index] for _, _, index in found)

    def resolve(self, name: str) -> str | None:
        """The full name that a reader means by a whole name, surname, alias or misspelling; None for nobody."""
        exact = self._forms.get(_folded(name))
        if exact:
            return exact[0]
        found = self.find(name)
        return found[0].names[0] if found else None

    def _at(self, words: Sequence[tuple[int, int, str]], place: int) -> tuple[Match | None, int]:
        """The longest name that begins at a word, and how many words it takes (1 where there is none)."""
        if _begins_office(words, place):
            return None, 1
        for length in range(min(_MOST_WORDS, len(words) - place), 0, -1):
            taken = words[place : place + length]
            form = " ".join(fold(word) for _, _, word in taken)
            # "whats harvolds stance": a possessive without its mark.
            possessive = form.endswith("s") and len(form) > _SHORT_FORM  # "vs" is not of V
            found = self._forms.get(form) or (self._forms.get(form[:-1]) if possessive else None)
            names = found or ()
            # "un" is the body, not Kim Jong Un
            bodies = tuple(
                name for name in names if len(form) < _SHORT_FORM and _letters(name).casefold() == form
            )
            names = bodies or names
            if length == 1 and not bodies and is_description(words, place):
                names = tuple(name for name in names if _folded(name) == form)
            if length == 1:
                names = of_given(names, words, place)
            if names:
                meant = self._holders.titled(names, words, place) if len(names) > 1 else names
                return Match(taken[0][0], taken[-1][1], meant), length
        start, end, word = words[place]
        if len(word) > 1 and word in self._letters:
            return Match(start, end, (self._letters[word],)), 1
        folded = fold(word)
        if len(folded) >= _LONG and not is_common(folded):
            like = self._single.get(folded[0], [])
            near = process.extractOne(folded, like, scorer=fuzz.ratio, score_cutoff=_NEAR)
            slips = 1 if len(folded) <= _SHORT_WORD else 2
            if near is not None and OSA.distance(folded, near[0]) <= slips:
                names = of_given(self._forms[near[0]], words, place)
                return (Match(start, end, names) if names else None), 1
        return None, 1


def _begins_office(words: Sequence[tuple[int, int, str]], place: int) -> bool:
    """Whether a word and the next are one office, so that it is nobody's surname: "prime minister"."""
    return tuple(fold(word) for _, _, word in words[place : place + 2]) in COMPOUNDS


def _folded(name: str) -> str:
    return " ".join(fold(bare(word)) for word in name.split())


def _letters(name: str) -> str:
    """The first letters of a body's name: "MF" of "Ministry of Fisheries"."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _short(one: Listing) -> tuple[str, ...]:
    """The surname of a person, which stands for them where no article writes it alone."""
    words = one.name.split()
    return (words[-1],) if one.is_person and len(words) > 1 else ()
