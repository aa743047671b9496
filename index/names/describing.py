"""What an article tells of a bearer by all places of the name: how it is written, what it is, which gender."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from index.models.quotes import Gender
from index.names import gender
from index.names.appearances import Appearance, Kind
from index.names.bearers import Bearer
from index.names.nations import nations
from index.names.vocabulary import PLACES

# How people's names are made: "O’Brod", "McBrod", "Sang-hun".
_PEOPLES = re.compile(r"(?:O['’]|Mc)[A-Z][a-z]+|[A-Z][a-z]{1,7}-[a-z]{2,7}")
_DETERMINED = ("the ", "The ")
_OPENING = frozenset('“"‘')
_CLOSING = ("”", '"', "’ ", "’,", ",”", ',"', ".”", '."')
# Before whoever is spoken to, arrested or hired.
_BEFORE_PEOPLE = (
    " met ", " told ", " asked ", " thanked ", " urged ", " accused ", " praised ", " married ", " hired ",
    " arrested ", " interviewed ", " appointed ", " congratulated ", " reminded ",
)  # fmt: skip
# How a body speaks of itself, and hardly a person.
_OF_ITSELF = (" said it ", " says it ", " said its ", " says its ", " said that it ", " said that its ")
_SAYING = (" said", " says", " told", " added", ", who ", " tweeted", " wrote")


def describe(text: str, bearer: Bearer) -> None:
    """Set the bearer's name as written, its forms, kind and gender from all its appearances."""
    if len(bearer.places) == 1:
        bearer.name = text[bearer.places[0].start : bearer.places[0].end]
        bearer.forms = [bearer.name]
    else:
        written = Counter([text[place.start : place.end] for place in bearer.places])
        bearer.forms = list(written)
        longest = max(written, key=lambda form: (len(form.split()), not form.isupper(), written[form]))
        bearer.name = max(
            (form for form in written if _is_name_in(form, longest, written)), default=longest, key=len
        )
    bearer.kind = _kind(text, bearer)
    if bearer.is_person:
        bearer.gender = _gender(bearer)
    elif bearer.kind in {"thing", "place"}:
        bearer.gender = "thing"


def _is_name_in(form: str, longest: str, written: Mapping[str, int]) -> bool:
    """Whether a form is the name in the longest one, which has a word before it: "Trade Sec Ana Moor"."""
    first, _, rest = form.partition(" ")
    if not rest or not longest.endswith(f" {form}") or written[form] < written[longest]:
        return False
    return (
        gender.of_first_name(first) is not None and gender.of_first_name(longest.split(maxsplit=1)[0]) is None
    )


def _kind(text: str, bearer: Bearer) -> Kind:
    """A title anywhere makes a person; else what most places tell; else speech or a surname used alone."""
    if any(place.kind == "person" and place.title for place in bearer.places):
        return "person"
    clear = [place.kind for place in bearer.places if place.kind != "open"]
    if clear:
        return Counter(clear).most_common(1)[0][0] if len(clear) > 1 else clear[0]
    by_surname = len(bearer.words) > 1 and any(place.words == bearer.words[-1:] for place in bearer.places)
    if _is_called_a_thing(text, bearer) or (not by_surname and _is_named_as_thing(bearer)):
        return "thing"
    if len(bearer.words) == 1 and any(text.startswith(_OF_ITSELF, place.end) for place in bearer.places):
        return "thing"
    speaking = [place for place in bearer.places if _speaks(text, place)]
    if len(bearer.words) == 1 and any(text.endswith(_DETERMINED, 0, place.title_start) for place in speaking):
        return "thing"  # "the Citadel said"
    if by_surname or speaking:
        return "person"
    if bearer.words[-1] in PLACES:
        return "place"
    return "person" if len(bearer.words) == 2 and _looks_human(bearer) else "open"  # noqa: PLR2004


def _is_called_a_thing(text: str, bearer: Bearer) -> bool:
    """Whether a name of several words without a first name that is known mostly has "the" before it ("the Kelm
    Rovers", "the Rovers") or stands alone between quotation marks: a club, a film, a song."""
    if len(bearer.words) == 1 or gender.of_first_name(bearer.words[0]) is not None:
        return False
    if any(_is_quoted(text, place) for place in bearer.places):
        return True
    determined = sum(text.endswith(_DETERMINED, 0, place.start) for place in bearer.places)
    return 2 * determined > len(bearer.places)


def _is_quoted(text: str, place: Appearance) -> bool:
    """Whether nothing but a name of several words stands between two quotation marks."""
    return (
        place.full
        and text[place.start - 1 : place.start] in _OPENING
        and text.startswith(_CLOSING, place.end)
        and not place.possessive
    )


def _is_named_as_thing(bearer: Bearer) -> bool:
    """Whether the name is one like "NNA Business", or ends with a country: "Good Morning Veltland"."""
    first, _, rest = bearer.name.partition(" ")
    if len(first) > 2 and first.isupper() and first.isalpha() and bool(rest) and not rest.isupper():  # noqa: PLR2004
        return True
    ends_with_country = nations().is_country(bearer.words[-1]) and not nations().is_people(bearer.words[-1])
    return bool(rest) and ends_with_country and gender.of_first_name(bearer.words[0]) is None


def _looks_human(bearer: Bearer) -> bool:
    """Whether a name of two words begins with a first name or is made like people's: "Kim Moor", "Tal O’Brod",
    "Lee Sang-hun"."""
    first, _, last = bearer.name.partition(" ")
    return gender.is_first_name(first) or any(_PEOPLES.fullmatch(word) for word in (first, last))


def _speaks(text: str, place: Appearance) -> bool:
    """Whether a verb of saying stands beside the name, or one that only people are the object of before it."""
    if place.possessive:
        return False
    return text.startswith(_SAYING, place.end) or (
        place.full and text.endswith(("said ", "says ", *_BEFORE_PEOPLE), 0, place.title_start)
    )


def _gender(bearer: Bearer) -> Gender:
    """Titles tell before first names."""
    told = [sex for place in bearer.places for word in place.title if (sex := gender.of_word(word))]
    if told:
        return Counter(told).most_common(1)[0][0]
    if len(bearer.words) == 1:
        return bearer.gender  # a surname may be a first name as well
    first = next((word for word in bearer.words if len(word) > 1), bearer.words[0])
    return gender.of_first_name(first) or "unknown"
