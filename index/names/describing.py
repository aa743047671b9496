"""What an article tells of a bearer by all places of the name: how it is written, what it is, which gender."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from index.models.quotes import Gender
from index.names import gender
from index.names.appearances import Appearance, Kind
from index.names.bearers import Bearer
from index.names.vocabulary import PLACES

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
    if not by_surname and _begins_with_letters(bearer):
        return "thing"
    if by_surname or any(_speaks(text, place) for place in bearer.places):
        return "person"
    return "place" if bearer.words[-1] in PLACES else "open"


def _begins_with_letters(bearer: Bearer) -> bool:
    """Whether the name is one like "NNA Business"."""
    first, _, rest = bearer.name.partition(" ")
    return len(first) > 2 and first.isupper() and first.isalpha() and bool(rest) and not rest.isupper()  # noqa: PLR2004


def _speaks(text: str, place: Appearance) -> bool:
    """Whether a verb of saying stands beside the name."""
    if place.possessive:
        return False
    return text.startswith(_SAYING, place.end) or (
        place.full and text.endswith(("said ", "says "), 0, place.title_start)
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
