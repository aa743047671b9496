"""Everything that is read out of an article before any mention is resolved."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from index.models.articles import Span
from index.names import gender
from index.names.appearances import appearances
from index.names.bearers import Bearer, Placed
from index.names.evidence import settle_genders
from index.names.layout import Layout, layout
from index.names.people import bearers
from index.names.revealing import name_in_full, reveal
from index.names.roles import Stated, stated_roles
from index.names.thread import Thread, thread

_LOWERCASE = re.compile(r"\b[a-z]+")


@dataclass(frozen=True, slots=True)
class Scene:
    """An article's bearers of names, where they are named, their roles, and who each pronoun may mean."""

    text: str
    plan: Layout
    everyone: tuple[Bearer, ...]
    places: tuple[Placed, ...]
    starts: tuple[int, ...]
    stated: dict[int, tuple[Stated, ...]]
    story: Thread
    by_name: dict[str, Bearer]
    by_role: dict[int, Bearer]

    @classmethod
    def of(cls, text: str, title: str = "") -> Scene:
        """Read an article's text; `title` gives the full names of those whom the text calls by surname only."""
        plan = layout(text)
        found = list(appearances(text, plan, frozenset(_LOWERCASE.findall(text))))
        everyone, places = bearers(text, plan, found)
        reveal(text, plan, places)
        name_in_full(everyone, f"{title}\n{text[: plan.first_line]}")
        people = [(place, bearer) for place, bearer in places if bearer.is_person]
        stated = _stated(text, plan, people)
        for bearer in everyone:
            _gender_by_role(bearer, stated.get(id(bearer), ()))
        settle_genders(text, plan, people)
        return cls(
            text=text,
            plan=plan,
            everyone=tuple(everyone),
            places=tuple(places),
            starts=tuple(place.start for place, _ in places),
            stated=stated,
            story=thread(text, plan, people),
            by_name={bearer.name: bearer for bearer in reversed(everyone)},
            by_role={role.start: one for one in everyone for role in stated.get(id(one), ())},
        )

    def roles(self, bearer: Bearer) -> tuple[Stated, ...]:
        """The roles that the article states of someone."""
        return self.stated.get(id(bearer), ())

    def described(self, position: int) -> Bearer | None:
        """Of whom the article states the role that begins at an offset: "the mayor" of "the mayor,
        Ana Moor"."""
        return self.by_role.get(position)

    def within(self, span: Span) -> tuple[Placed, ...]:
        """The names that start inside a span."""
        return self.places[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def at(self, position: int) -> Placed | None:
        """The name that covers an offset."""
        index = bisect_right(self.starts, position) - 1
        return self.places[index] if index >= 0 and self.places[index][0].end > position else None


def _stated(text: str, plan: Layout, people: Sequence[Placed]) -> dict[int, tuple[Stated, ...]]:
    """The roles of each bearer, by its identity."""
    found: dict[int, list[Stated]] = defaultdict(list)
    for index, (place, bearer) in enumerate(people):
        if place.doubtful:
            continue
        following = people[index + 1][0].title_start if index + 1 < len(people) else len(text)
        found[id(bearer)].extend(stated_roles(text, plan, place, following))
    return {key: tuple(roles) for key, roles in found.items()}


def _gender_by_role(bearer: Bearer, roles: Sequence[Stated]) -> None:
    """A spokeswoman is a woman."""
    if bearer.gender == "unknown":
        words = (word for role in roles for head in role.meaning.heads for word in head.split())
        bearer.gender = next((sex for word in words if (sex := gender.of_word(word))), "unknown")
