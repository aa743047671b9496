"""Statements as rows; a key never names other words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from index.models import Certainty, Quote
from index.store.moments import moment, stamp

_SELECT = (
    "SELECT key, article, start, end, kind, named, mention_start, mention_end, cue, act, found, person,"
    " certainty FROM quote"
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement under its key, as the quote engine found it, and who said it after the admins'
    corrections."""

    key: int
    article: int
    quote: Quote
    person: int | None
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Vanished:
    """A statement that is gone: its words, since when they stood in the article and when they went.

    `version` is the version that had it, None where the whole article went.
    """

    quote: int
    article: int
    version: int | None
    words: str
    since: datetime
    gone: datetime


def next_key(db: sqlite3.Connection) -> int:
    """The key that the next new statement gets."""
    row = db.execute(
        "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'quote'), 0),"
        " coalesce((SELECT max(quote) FROM vanished), 0))"
    ).fetchone()
    return int(row[0]) + 1


def insert(db: sqlite3.Connection, placed: Iterable[Placed]) -> None:
    """Store statements under their keys."""
    db.executemany(
        "INSERT INTO quote(key, article, start, end, kind, mention_start, mention_end, cue, act, named, found,"
        " person, certainty) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                one.key,
                one.article,
                one.quote.start,
                one.quote.end,
                one.quote.kind,
                one.quote.speaker_start,
                one.quote.speaker_end,
                one.quote.cue,
                one.quote.act,
                one.quote.speaker,
                one.quote.certainty,
                one.person,
                one.certainty,
            )
            for one in placed
        ],
    )


def of_article(db: sqlite3.Connection, article: int) -> list[Placed]:
    """The statements of an article, in text order."""
    rows = db.execute(f"{_SELECT} WHERE article = ? ORDER BY start, key", (article,))
    return [_placed(row) for row in rows]


def get(db: sqlite3.Connection, key: int) -> Placed | None:
    """One statement."""
    row = db.execute(f"{_SELECT} WHERE key = ?", (key,)).fetchone()
    return None if row is None else _placed(row)


def _placed(row: Sequence[Any]) -> Placed:
    key, article, start, end, kind, named, first, last, cue, act, found, person, certainty = row
    return Placed(key, article, Quote(start, end, kind, named, first, last, cue, act, found), person, certainty)


def withdraw(db: sqlite3.Connection, gone: Iterable[Vanished], article: int) -> None:
    """Take out the statements of an article and note that they are gone."""
    db.execute("DELETE FROM quote WHERE article = ?", (article,))
    note_vanished(db, gone)


def note_vanished(db: sqlite3.Connection, gone: Iterable[Vanished]) -> None:
    """Note statements that are gone."""
    db.executemany(
        "INSERT INTO vanished(quote, article, version, words, since, gone) VALUES (?, ?, ?, ?, ?, ?)",
        [(one.quote, one.article, one.version, one.words, stamp(one.since), stamp(one.gone)) for one in gone],
    )


def attribute(db: sqlite3.Connection, article: int, gone: datetime) -> None:
    """Give the statements that went just now to the earlier version that had them, where there is one."""
    db.execute(
        "UPDATE vanished SET version = (SELECT max(number) FROM version WHERE version.article = ?1),"
        " since = coalesce((SELECT since FROM version WHERE version.article = ?1"
        " ORDER BY number DESC LIMIT 1), since)"
        " WHERE article = ?1 AND version IS NULL AND gone = ?2",
        (article, stamp(gone)),
    )


def vanished_of(db: sqlite3.Connection, article: int) -> list[Vanished]:
    """Every statement that went from an article, oldest key first."""
    rows = db.execute(
        "SELECT quote, article, version, words, since, gone FROM vanished WHERE article = ? ORDER BY quote",
        (article,),
    )
    return [_vanished(row) for row in rows]


def vanished(db: sqlite3.Connection, quote: int) -> Vanished | None:
    """A statement that is gone, by its key."""
    row = db.execute(
        "SELECT quote, article, version, words, since, gone FROM vanished WHERE quote = ?", (quote,)
    ).fetchone()
    return None if row is None else _vanished(row)


def revive(db: sqlite3.Connection, quotes: Iterable[int]) -> None:
    """Note that statements are back."""
    db.executemany("DELETE FROM vanished WHERE quote = ?", [(quote,) for quote in quotes])


def _vanished(row: tuple[int, int, int | None, str, str, str]) -> Vanished:
    quote, article, version, words, since, gone = row
    return Vanished(quote, article, version, words, moment(since), moment(gone))
