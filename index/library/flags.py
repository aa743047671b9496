"""Flags: what readers report, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Literal

from index.errors import Conflict, NotFound
from index.library import citing
from index.library.room import Room
from index.library.sources import LibrarySources, open_sources
from index.models import Flag, FlagReason, Page, Passage
from index.store import cursors, flags
from index.store.flags import FlagRow

_LONGEST_NOTE = 500


class Flags:
    """The flag queue of one library."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def make(
        self,
        *,
        reason: FlagReason,
        reader: str | None,
        note: str = "",
        quote_id: int | None = None,
        article: str | None = None,
        start: int | None = None,
        end: int | None = None,
    ) -> Flag:
        """Report a statement (`quote_id`) or a slice of an article; the same report by the same reader is one
        flag.

        Raises NotFound where the statement or slice is gone. No audit entry: it changes nothing.
        """
        row = FlagRow(0, 0, quote_id, 0, 0, reason, note[:_LONGEST_NOTE], reader, self._room.clock(), "open")
        async with open_sources(self._room) as sources:
            passage, key = await _passage(sources, quote_id, article, start, end)
        row = replace(row, article=key, start=passage.start, end=passage.end, quote=passage.quote_id)
        number = await self._room.write(partial(flags.insert, flag=row))
        return _flag(replace(row, key=number), passage)

    async def open(self, cursor: str | None = None, limit: int = 5) -> Page[Flag]:
        """The open flags, oldest first."""
        after = 0 if cursor is None else cursors.number_of(cursor)
        async with open_sources(self._room) as sources:
            rows = await sources.run(lambda db: flags.open_flags(db, after, limit + 1))
            total = await sources.run(flags.count_open)
            made = [await cited(sources, row) for row in rows[:limit]]
        following = cursors.written((rows[limit - 1].key,)) if len(rows) > limit else None
        return Page(tuple(flag for flag in made if flag is not None), total, following)

    async def get(self, flag_id: int) -> Flag:
        """One flag; raises NotFound, also where its article is gone."""
        async with open_sources(self._room) as sources:
            row = await sources.run(partial(flags.get, key=flag_id))
            flag = None if row is None else await cited(sources, row)
        if flag is None:
            raise NotFound(f"There is no flag {flag_id}.", "Its article may have been withdrawn.")
        return flag

    async def resolve(self, flag_id: int, outcome: Literal["fixed", "dismissed"], *, by: str) -> Flag:
        """Close a flag. The value returned still names the reader to thank; the library forgets them."""
        flag = await self.get(flag_id)
        async with self._room.change(by, "flag") as change:
            row = await change.run(partial(flags.get, key=flag_id))
            if row is None or row.outcome != "open":
                raise Conflict("This flag is resolved already.")
            await change.run(partial(flags.resolve, key=flag_id, outcome=outcome))
            change.say(f"flag {flag_id}: {flag.reason}", "open", outcome)
        return replace(flag, outcome=outcome)


async def _passage(
    sources: LibrarySources, quote_id: int | None, article: str | None, start: int | None, end: int | None
) -> tuple[Passage, int]:
    """The passage that is flagged, and the key of its article."""
    found: Passage | None = None
    key: int | None = None
    if quote_id is not None:
        found = await citing.statement(sources, quote_id)
        key = None if found is None else await sources.key(found.article)
    elif article is not None and start is not None and end is not None:
        key = await sources.key(article)
        found = None if key is None else await citing.words(sources, key, start, end)
    if found is None or key is None:
        raise NotFound("These words are no longer in the library.", "Their article was changed or withdrawn.")
    return found, key


async def cited(sources: LibrarySources, row: FlagRow) -> Flag | None:
    """A stored flag with its passage; None where its article is gone."""
    passage = None if row.quote is None else await citing.statement(sources, row.quote)
    if passage is None:
        passage = await citing.words(sources, row.article, row.start, row.end)
    return None if passage is None else _flag(row, passage)


def _flag(row: FlagRow, passage: Passage) -> Flag:
    return Flag(row.key, passage, row.reason, row.note, row.reader, row.made, row.outcome)
