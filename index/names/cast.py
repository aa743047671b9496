"""The cast of one article: everyone it names, and which of them a mention means."""

from __future__ import annotations

from dataclasses import dataclass

from index.models.articles import Span
from index.models.quotes import Certainty, Person, Role


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a mention means: a full name, or None with certainty "unclear" where the evidence is thin."""

    name: str | None
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Cast:
    """The people and organisations of an article, their roles, and the text they stand in."""

    text: str
    people: tuple[Person, ...] = ()
    roles: tuple[Role, ...] = ()

    @classmethod
    def of(cls, text: str, title: str = "") -> Cast:
        """Read the cast out of an article's text; `title` is evidence only."""
        del title
        return cls(text)

    def resolve(
        self, mention: Span, *, quote: Span, previous: str | None = None, addressed: Span | None = None
    ) -> Resolution:
        """Name the person that the words at `mention` mean as the speaker of `quote`."""
        del quote, previous, addressed
        words = self.text[mention.start : mention.end].strip()
        if words[:1].isupper() and " " in words:
            return Resolution(words, "named")
        return Resolution(None, "unclear")
