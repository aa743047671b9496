"""People across articles: corrected, merged, split, renamed."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from functools import partial

from index.errors import Conflict, NotFound
from index.library import storing
from index.library.room import Change, Room
from index.store import articles, joining, people, quotes, rulings
from index.store.rulings import Correction, Naming


class People:
    """The people of one library and the admins' decisions about them, which outlive any re-extraction."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def correct(self, quote_id: int, name: str | None, *, by: str) -> int:
        """Name the speaker of a statement (None: unclear); returns its id, which stays. Raises NotFound."""
        if name is not None and not name.strip():
            raise Conflict("A name has letters.", "Leave it out where the speaker is unclear.")
        async with self._room.change(by, "correct") as change:
            article, correction, before = await change.run(
                partial(_correction, quote_id=quote_id, name=None if name is None else name.strip())
            )
            await change.run(partial(rulings.put_correction, article=article, correction=correction))
            await storing.rederive(self._room, change, [article])
            change.say(correction.words, before or "unclear", correction.name or "unclear")
        return quote_id

    async def merge(self, keep: str, other: str, *, by: str) -> str:
        """Make two people one under the name `keep`; returns that name. Raises NotFound or Conflict."""
        if keep == other:
            raise Conflict("This is one person already.")
        async with self._room.change(by, "merge") as change:
            goes = await change.run(partial(_key, name=other))
            stays = await change.run(partial(_key, name=keep))
            names = await change.run(lambda db: _point(db, other, keep))
            tags = await change.run(partial(joining.join, keep=stays, other=goes))
            await self._room.body.retag(change.db, tags.before, tags.after)
            await self._catch_up(change, names, stays)
            change.say(f"{other}, {keep}", f"{other}, {keep}", keep)
        return keep

    async def rename(self, name: str, new: str, *, by: str) -> str:
        """Change the name a person goes by; returns it. Raises NotFound, Conflict where someone has the
        name."""
        new = new.strip()
        if not new:
            raise Conflict("A name has letters.")

        async with self._room.change(by, "rename") as change:
            key = await change.run(partial(_key, name=name))
            if await change.run(partial(people.key_of, name=new)) is not None:
                raise Conflict(f"{new} is in the library already.", "Merge the two instead.")
            names = await change.run(lambda db: _point(db, name, new))
            await change.run(partial(joining.rename, key=key, name=new))
            await self._catch_up(change, names, key)
            change.say(name, name, new)
        return new

    async def split(self, name: str, form: str, *, by: str) -> str:
        """Make `form`, a full name that articles give to `name`, a person of its own; returns its name.

        Raises NotFound, or Conflict where articles give `name` no other name.
        """
        async with self._room.change(by, "split") as change:
            names = await change.run(partial(_part, name=name, form=form))
            wanted = await change.run(partial(people.articles_naming, names=frozenset(names)))
            await storing.rederive(self._room, change, wanted)
            change.say(name, name, form)
        return form

    async def names(self) -> tuple[str, ...]:
        """Every person's name, most quoted first."""
        return await self._room.read(lambda db: tuple(one.label for one in people.everyone(db)))

    async def cast(self, article_id: str) -> tuple[str, ...]:
        """The people whom an article names, in the order in which they come."""

        def work(db: sqlite3.Connection) -> tuple[str, ...]:
            key = articles.key_of(db, article_id)
            return () if key is None else tuple(dict.fromkeys(one.name for one in people.cast_of(db, key)))

        return await self._room.read(work)

    async def forms(self, name: str) -> tuple[str, ...]:
        """The full names that articles give to this person (what `split` accepts), most common first."""
        return await self._room.read(lambda db: tuple(people.names_given(db, _key(db, name))))

    async def _catch_up(self, change: Change, names: Collection[str], key: int) -> None:
        """Derive the few articles anew that give one of these names to someone else than the person `key`."""
        apart = await change.run(partial(joining.articles_apart, names=frozenset(names), key=key))
        await storing.rederive(self._room, change, apart)


def _point(db: sqlite3.Connection, name: str, to: str) -> Collection[str]:
    """Let every full name that articles give to `name` mean `to`; returns those names and `to`, casefolded."""
    given = {*people.names_given(db, _key(db, name)), name}
    moved = {one.casefold() for one in given}
    moved.update(rulings.repoint(db, name, to))
    for one in sorted(given):
        rulings.put_naming(db, Naming(one, to))
    if to.casefold() not in moved:
        rulings.put_naming(db, Naming(to, to))
    return moved


def _part(db: sqlite3.Connection, name: str, form: str) -> Collection[str]:
    """Let `form` mean someone of its own; returns the names, casefolded, that mean someone else from now on."""
    given = people.names_given(db, _key(db, name))
    if form not in given:
        raise NotFound(f"No article calls {name} {form}.", near=tuple(given[:3]))
    if len(given) == 1:
        raise Conflict(f"{form} is the only name of {name}.", "Correct single statements instead.")
    rulings.put_naming(db, Naming(form, form))
    if form != name:
        rulings.put_naming(db, Naming(name, name))
        return [form.casefold()]
    # The rest keeps its name where the name itself was split off.
    others = [one for one in given if one != form]
    for one in others:
        rulings.put_naming(db, Naming(one, others[0]))
    return [one.casefold() for one in (*given, name)]


def _key(db: sqlite3.Connection, name: str) -> int:
    key = people.key_of(db, name)
    if key is None:
        raise NotFound(f"Nobody called {name} is in this library.", "Choose a name that is offered.")
    return key


def _correction(db: sqlite3.Connection, quote_id: int, name: str | None) -> tuple[int, Correction, str | None]:
    found = quotes.get(db, quote_id)
    if found is None:
        raise NotFound("There is no such statement in this library.", "Its article may have been withdrawn.")
    text = articles.text(db, found.article) or ""
    start, end = found.quote.start, found.quote.end
    before = None if found.person is None else people.name_of(db, found.person)
    return found.article, Correction(start, end, text[start:end], name), before
