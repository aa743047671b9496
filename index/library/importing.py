"""Reading an export into an empty library: all of it or nothing."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from index.errors import ArticleRefused, Conflict, FileRefused
from index.library import accounts, lines, storing
from index.library.lines import ArticleLine
from index.library.prepared import Prepared, prepare
from index.library.room import Change, Room
from index.models import Draft
from index.store import articles, feeds, outlets, purged, quotes, rulings, settings
from index.store.deriving import Fresh
from index.store.quotes import Vanished

T = TypeVar("T")
_BATCH = 200
_NAME = "the export"
# What values of a wrong kind raise, here or in SQLite; and two lines that cannot both be true (one id twice).
_WRONG = (
    KeyError,
    TypeError,
    ValueError,
    AttributeError,
    OverflowError,
    RecursionError,
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
)


async def read(room: Room, stream: Iterable[str], by: str) -> int:
    """Read the lines that `export` wrote; returns the number of articles.

    Articles are read out of their texts while the transaction is open, batch by batch, so that an import of any
    size needs little memory; nobody else writes to a library that is still empty. Raises FileRefused with the
    line,
    Conflict where the library is not empty.
    """
    total = 0
    numbered = enumerate(stream, 1)
    async with room.change(by, "import") as change:
        if await change.run(_occupied):
            raise Conflict("The library is not empty.", "Import into a new one; `add` takes more articles in.")
        while batch := await asyncio.to_thread(lambda: list(islice(numbered, _BATCH))):
            ready = await asyncio.to_thread(_read_batch, batch)
            total += await _write_batch(room, change, ready)
        if total == 0:
            change.drop()
        change.say(accounts.number(total))
    return total


async def _write_batch(room: Room, change: Change, ready: _Batch) -> int:
    fresh = await change.run(partial(_write, batch=ready))
    await storing.enter(room, change, fresh)
    return len(fresh)


class _Batch:
    """A part of an export, each with its line: decisions, articles and what was read out of them."""

    def __init__(self) -> None:
        self.decisions: list[tuple[int, dict[str, Any]]] = []
        self.articles: list[tuple[int, ArticleLine, Prepared]] = []


def _occupied(db: sqlite3.Connection) -> bool:
    return bool(articles.every_key(db)) or bool(settings.all_values(db)) or bool(outlets.blocked(db))


def _read_batch(batch: Sequence[tuple[int, str]]) -> _Batch:
    ready = _Batch()
    for number, line in batch:
        if not line.strip():
            continue
        with _refusing(number):
            fields = json.loads(line)
            if fields["quotedesk"] == "article":
                one = ArticleLine.of(fields)
                draft = Draft(text=one.article.text, id=one.article.id, title=one.article.title)
                ready.articles.append((number, one, prepare(draft)))
            elif fields["quotedesk"] == "library" and fields["format"] > lines.FORMAT:
                raise FileRefused(
                    _NAME, "it was written by a newer Quotedesk.", "Update Quotedesk.", line=number
                )
            else:
                ready.decisions.append((number, fields))
    return ready


@contextmanager
def _refusing(number: int) -> Iterator[None]:
    """Refuse the line where it holds what no export holds."""
    try:
        yield
    except (*_WRONG, ArticleRefused) as error:
        raise FileRefused(
            _NAME, "this is no line of an export.", "Nothing was imported; export again.", line=number
        ) from error


def _write(db: sqlite3.Connection, batch: _Batch) -> list[Fresh]:
    for number, fields in batch.decisions:
        with _refusing(number):
            _write_decision(db, fields)
    fresh = []
    following = articles.next_key(db)
    for key, (number, line, prepared) in enumerate(batch.articles, following):
        with _refusing(number):
            _write_article(db, key, line)
        fresh.append(storing.as_fresh(key, prepared))
    storing.derive(db, fresh)
    for key, (_, line, _) in enumerate(batch.articles, following):
        quotes.note_vanished(db, _vanished(quotes.next_key(db), key, line))
    return fresh


def _write_article(db: sqlite3.Connection, key: int, line: ArticleLine) -> None:
    articles.insert(db, [line.stored(key)])
    articles.add_addresses(db, [(key, address) for address in line.addresses])
    for copy, outlet in line.copies:
        articles.add_printing(db, key, copy, outlet)
    for since, version in reversed(line.versions):
        articles.insert_version(db, key, version, since)
    for correction in line.corrections:
        rulings.put_correction(db, key, correction)


def _write_decision(db: sqlite3.Connection, fields: dict[str, Any]) -> None:
    kind = fields["quotedesk"]
    if kind == "setting":
        settings.put(db, {fields["name"]: json.dumps(fields["value"], ensure_ascii=False)})
    elif kind == "blocked":
        outlets.block(db, fields["outlet"])
    elif kind == "feed":
        feeds.insert_truth(db, fields["url"], fields["title"], bool(fields["paused"]), fields["added"])
    elif kind == "naming":
        rulings.put_naming(db, lines.naming_of(fields))
    elif kind == "purged":
        purged.note_digests(db, [bytes.fromhex(fields["digest"])])


def _vanished(following: int, key: int, line: ArticleLine) -> Iterator[Vanished]:
    """The words that went with earlier versions, under keys that nothing else has."""
    for since, version in reversed(line.versions):
        for words in version.vanished:
            yield Vanished(following, key, version.number, words, since, version.replaced)
            following += 1
