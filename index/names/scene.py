"""Everything that is read out of an article before any mention is resolved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from index.models.articles import Span
from index.names import gender, offices
from index.names.appearances import Appearance, appearances
from index.names.bearers import Bearer, Placed
from index.names.evidence import settle_genders
from index.names.layout import Layout, layout
from index.names.nations import nations
from index.names.people import bearers
from index.names.phrases import Phrase
from index.names.revealing import name_in_full, reveal
from index.names.roles import Stated, stated_roles
from index.names.thread import Thread, thread
from index.names.vacancies import vacancies

# So many holders of an office are compared with a description.
_MANY = 64
# Of more than that, so many who were named last are.
_FEW = 16
# So many paragraphs behind a description its bearer may be named for the first time.
_DELAY = 2
# Nobody is looked for in more characters than this.
_REACH = 2000


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
    holders: dict[str | int, tuple[Bearer, ...]]
    countries: dict[str, Bearer]
    offices: dict[int, Appearance]

    @classmethod
    def of(cls, text: str, title: str = "") -> Scene:
        """Read an article's text; `title` gives the full names of those whom the text calls by surname only."""
        plan = layout(text)
        lowercase = frozenset(text.split())
        found = list(appearances(text, plan, lowercase))
        everyone, places = bearers(text, plan, found, lowercase)
        reveal(text, plan, places)
        name_in_full(everyone, f"{title}\n{text[: plan.first_line]}")
        people = [(place, bearer) for place, bearer in places if bearer.is_person]
        stated = _stated(text, plan, people)
        for bearer in everyone:
            _gender_by_role(bearer, stated.get(id(bearer), ()))
        settle_genders(text, plan, people)
        vacant = vacancies(text, found, places, (role for roles in stated.values() for role in roles))
        return cls(
            text=text,
            plan=plan,
            everyone=tuple(everyone),
            places=tuple(places),
            starts=tuple(place.start for place, _ in places),
            stated=stated,
            story=thread(text, plan, _merged([one for one in people if not _is_credit(text, one[0])], vacant)),
            by_name={bearer.name: bearer for bearer in reversed(everyone)},
            by_role={
                role.start: one for one in everyone for role in stated.get(id(one), ()) if role.tells_work
            },
            holders=_holders(everyone, stated),
            countries=_countries(everyone),
            offices={id(bearer): place for place, bearer in reversed(vacant)},
        )

    def roles(self, bearer: Bearer) -> tuple[Stated, ...]:
        """The roles that the article states of someone."""
        return self.stated.get(id(bearer), ())

    def described(self, position: int) -> Bearer | None:
        """Of whom the article states the role that begins at an offset: "the mayor" of "the mayor,
        Ana Moor"."""
        return self.by_role.get(position)

    def able(self, described: Phrase, position: int) -> tuple[Bearer, ...]:
        """Those whose office or age may be what a description says; of very many only who was named
        just before."""
        keys: set[str | int] = {key for head in described.heads for key in offices.meant(head)}
        if described.age:
            keys.add(described.age)
        found = {id(one): one for key in keys for one in self.holders.get(key, ())[: _MANY + 1]}
        if len(found) <= _MANY:
            return tuple(found.values())
        return tuple(self.lately(position)[-_FEW:])

    def comes_later(self, bearer: Bearer, position: int) -> bool:
        """Whether the text names someone for the first time far behind an offset."""
        return self.plan.paragraph(bearer.places[0].start) > self.plan.paragraph(position) + _DELAY

    def lately(self, position: int, since: int | None = None) -> list[Bearer]:
        """Who is named since an offset, else in the same paragraph and the one before, quoted words apart."""
        near = self.plan.paragraphs[max(self.plan.paragraph(position) - 1, 0)] if since is None else since
        named = self.before(near, position)
        return list({id(one): one for place, one in named if not self.plan.quoted(place.start)}.values())

    def before(self, start: int, position: int) -> tuple[Placed, ...]:
        """The names from `start`, but not too far back, up to a position."""
        return self.within(Span(max(start, position - _REACH), position))

    def country(self, capital: Bearer) -> Bearer | None:
        """The country that the article names and that a capital speaks for: Azerbaijan for "Baku"."""
        wanted = nations().governed_from(capital.name) if capital.kind == "place" else frozenset[str]()
        return next((one for key in wanted if (one := self.countries.get(key)) and one is not capital), None)

    def within(self, span: Span) -> tuple[Placed, ...]:
        """The names that start inside a span."""
        return self.places[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def at(self, position: int) -> Placed | None:
        """The name that covers an offset."""
        index = bisect_right(self.starts, position) - 1
        return self.places[index] if index >= 0 and self.places[index][0].end > position else None


def _is_credit(text: str, place: Appearance) -> bool:
    """Whether an agency behind a slash tells that a photographer is named: "Tal Brod/NNA"."""
    return text.startswith("/", place.end) and text[place.end + 1 : place.end + 2].isupper()


def _merged(people: list[Placed], vacant: list[Placed]) -> list[Placed]:
    """Both in text order."""
    return sorted([*people, *vacant], key=lambda one: one[0].start) if vacant else people


def _countries(everyone: Sequence[Bearer]) -> dict[str, Bearer]:
    """The countries that are named, by the name under which the tables have them."""
    table = nations().countries
    return {
        key: one
        for one in reversed(everyone)
        if one.kind == "place"
        for key in table.get(" ".join(one.words), ())
    }


def _holders(
    everyone: Sequence[Bearer], stated: dict[int, tuple[Stated, ...]]
) -> dict[str | int, tuple[Bearer, ...]]:
    """Offices, as `offices.office` writes them, and ages to the people who have them."""
    found: dict[str | int, dict[int, Bearer]] = defaultdict(dict)
    for one in everyone:
        for role in stated.get(id(one), ()):
            for head in role.meaning.heads:
                found[offices.office(head)][id(one)] = one
            if role.meaning.age:
                found[role.meaning.age][id(one)] = one
    return {key: tuple(several.values()) for key, several in found.items()}


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
