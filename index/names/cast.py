"""The cast of one article: everyone it names, and which of them a mention means."""

from __future__ import annotations

from dataclasses import dataclass

from index.models.articles import Span
from index.models.quotes import Person, Role
from index.names import gender
from index.names.resolve import Resolution, resolve
from index.names.scene import Scene


@dataclass(frozen=True, slots=True)
class Named:
    """A place where a name is written, without title and possessive; `name` is its bearer's full name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The people and organisations of an article, their roles, and whom a mention means."""

    scene: Scene

    @classmethod
    def of(cls, text: str, title: str = "") -> Cast:
        """Read the cast out of an article's text; `title` is evidence only."""
        return cls(Scene.of(text, title))

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone and everything named, in order of appearance."""
        return tuple(
            Person(one.name, tuple(one.forms), one.gender, one.is_person) for one in self.scene.everyone
        )

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that the article states, in text order."""
        found = {
            (role.start, role.end): Role(bearer.name, role.start, role.end)
            for bearer in self.scene.everyone
            for role in self.scene.roles(bearer)
        }
        return tuple(found[key] for key in sorted(found))

    @property
    def names(self) -> tuple[Named, ...]:
        """Every place where a name is written, in text order."""
        return tuple(Named(place.start, place.end, bearer.name) for place, bearer in self.scene.places)

    def may_speak(self, name: str) -> bool:
        """Whether more than a colon behind a name tells that its bearer may speak: no place, and no single word
        that stands nowhere else."""
        bearer = self.scene.by_name[name]
        if bearer.is_person or len(bearer.words) > 1 or gender.is_first_name(bearer.words[0]):
            return bearer.kind != "place"
        return any(not self.scene.text.startswith(":", place.end) for place in bearer.places)

    def resolve(
        self,
        mention: Span,
        *,
        previous: str | None = None,
        addressed: Span | None = None,
        stranger: Span | None = None,
    ) -> Resolution:
        """Name the person that the words at `mention` mean as a speaker.

        `previous` is the speaker of the statement before, `addressed` the one spoken to, who is not the
        speaker, `stranger` the last speaker without a name.
        """
        return resolve(self.scene, mention, previous=previous, addressed=addressed, stranger=stranger)
