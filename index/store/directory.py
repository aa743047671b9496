"""Who in the library an article's people are: the admins' word first, then names that are one person's."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from index.models import Person
from index.names.identity import Known, blocks, match
from index.store import people, rulings


class Directory:
    """The people who may be meant by a batch of articles; answers one by one and stores who is new or changed.

    Lives inside one transaction.
    """

    def __init__(self, db: sqlite3.Connection, cast: Iterable[Person]) -> None:
        self._db = db
        self._rules: Mapping[str, str] = rulings.namings(db)
        cast = list(cast)
        wanted = {block for person in cast for form in _names(person) for block in blocks(form)}
        ruled = {self._rules[name] for person in cast if (name := person.name.casefold()) in self._rules}
        keys = {*people.sharing(db, wanted), *people.keys_of(db, {*ruled, *(person.name for person in cast)})}
        self._known: dict[int, Known] = {}
        self._by_block: dict[str, dict[int, None]] = {}
        self._by_name: dict[str, int] = {}
        self._changed: dict[int, None] = {}
        self._next = people.next_key(db)
        for one in people.known(db, keys):
            self._keep(one)

    def key_of(self, person: Person) -> int:
        """The key of the person in the library whom an article's person is; someone new gets a key."""
        one = self._found(person)
        if one is None:
            one = self._added(self._rules.get(person.name.casefold(), person.name), person)
        self._learn(one, person)
        return one.key

    def meant(self, person: Person) -> int | None:
        """The key of the person in the library whom an article's person is; None for someone new."""
        one = self._found(person)
        return None if one is None else one.key

    def store(self) -> None:
        """Write who is new or has another form or gender now."""
        people.put(self._db, (self._known[key] for key in self._changed))
        self._changed.clear()

    def _found(self, person: Person) -> Known | None:
        ruled = self._rules.get(person.name.casefold())
        if ruled is not None:
            key = self._by_name.get(ruled)
            return None if key is None else self._known[key]
        candidates: dict[int, None] = {}
        for form in _names(person):
            for block in blocks(form):
                candidates.update(self._by_block.get(block, {}))
        return match(person, [self._known[key] for key in sorted(candidates)])

    def _added(self, name: str, person: Person) -> Known:
        if name in self._by_name:
            return self._known[self._by_name[name]]
        one = Known(self._next, name, (), person.gender, person.is_person, 0)
        self._next += 1
        self._keep(one)
        self._changed[one.key] = None
        return one

    def _learn(self, one: Known, person: Person) -> None:
        """Take over forms, and a gender that was not known."""
        forms = tuple(dict.fromkeys((*one.forms, *_names(person))))
        gender = person.gender if one.gender == "unknown" else one.gender
        now = replace(one, forms=forms, gender=gender, is_person=one.is_person or person.is_person)
        if now != one:
            self._keep(now)
            self._changed[now.key] = None

    def _keep(self, one: Known) -> None:
        self._known[one.key] = one
        self._by_name[one.name] = one.key
        for form in (one.name, *one.forms):
            for block in blocks(form):
                self._by_block.setdefault(block, {})[one.key] = None


def _names(person: Person) -> Collection[str]:
    return dict.fromkeys((person.name, *person.forms))
