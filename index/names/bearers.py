"""Who bears a name in an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.models.quotes import Gender
from index.names import gender
from index.names.appearances import Appearance, Kind
from index.names.runs import GENERATIONS


@dataclass(slots=True, eq=False)
class Bearer:
    """Someone or something that an article names. Built up while the cast is read, not changed after."""

    words: tuple[str, ...]
    name: str = ""
    kind: Kind = "open"
    gender: Gender = "unknown"
    forms: list[str] = field(default_factory=list)
    places: list[Appearance] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        """Whether a he, a she or a role may mean the bearer."""
        return self.kind == "person" or (self.kind == "open" and len(self.words) > 1)

    @property
    def is_vague(self) -> bool:
        """Whether nothing but capitals tells that the bearer is a person: a film may be written so."""
        return self.kind == "open" and self.gender == "unknown"

    @property
    def is_human(self) -> bool:
        """Whether more than a verb of saying tells that the bearer is a person: a gender, a surname
        used alone."""
        alone = len(self.words) > 1 and any(place.words == (self.surname,) for place in self.places)
        return self.is_person and (self.gender in {"female", "male"} or alone)

    @property
    def surname(self) -> str:
        """The last word of the name that is not "Jr." or a number."""
        return surname(self.words)


Placed = tuple[Appearance, Bearer]


def without_generation(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without "Jr." or a number."""
    return words[:-1] if len(words) > 1 and words[-1] in GENERATIONS else words


def surname(words: tuple[str, ...]) -> str:
    """The last word of a name that is not "Jr." or a number."""
    return without_generation(words)[-1]


def given_sex(words: tuple[str, ...]) -> gender.Sex | None:
    """The gender of the first name of a name of several words."""
    return gender.of_first_name(words[0]) if len(words) > 1 else None
