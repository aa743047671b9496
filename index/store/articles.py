"""Articles as they are stored, with their addresses, other printings and earlier versions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from index.models import Article, Outlet, Version
from index.store.moments import day, day_text, moment, optional_moment, stamp

_COLUMNS = "key, id, url, title, author, source, published, language, added, version, since, removed, text"


@dataclass(frozen=True, slots=True)
class Stored:
    """An article under its key; `since` is when its present version was first seen."""

    key: int
    since: datetime
    article: Article


def next_key(db: sqlite3.Connection) -> int:
    """The key that the next new article gets; keys are never used twice."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'article'").fetchone()
    return 1 if row is None else row[0] + 1


def insert(db: sqlite3.Connection, articles: Iterable[Stored]) -> None:
    """Store new articles under their keys."""
    marks = ", ".join("?" * 13)
    db.executemany(
        f"INSERT INTO article({_COLUMNS}) VALUES ({marks})",  # noqa: S608 -- constant
        (_row(stored) for stored in articles),
    )


def put(db: sqlite3.Connection, stored: Stored) -> None:
    """Store an article anew under the key that it has."""
    db.execute(
        "UPDATE article SET id = ?, url = ?, title = ?, author = ?, source = ?, published = ?, language = ?,"
        " added = ?, version = ?, since = ?, removed = ?, text = ? WHERE key = ?",
        (*_row(stored)[1:], stored.key),
    )


def key_of(db: sqlite3.Connection, article_id: str) -> int | None:
    """The key of an article by its id or by the id that a copy of it was given."""
    row = db.execute("SELECT key FROM article WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        row = db.execute("SELECT article FROM printing WHERE id = ?", (article_id,)).fetchone()
    return None if row is None else int(row[0])


def get(db: sqlite3.Connection, key: int) -> Stored | None:
    """The article under a key, removed ones too."""
    row = db.execute(f"SELECT {_COLUMNS} FROM article WHERE key = ?", (key,)).fetchone()  # noqa: S608 -- constant
    return None if row is None else _stored(row, printings(db, key))


def keys(db: sqlite3.Connection, *, after: int = 0, limit: int | None = None) -> list[int]:
    """Keys of articles in the order of adding, removed ones left out."""
    rows = db.execute(
        "SELECT key FROM article WHERE key > ? AND removed IS NULL ORDER BY key LIMIT ?",
        (after, -1 if limit is None else limit),
    )
    return [row[0] for row in rows]


def every_key(db: sqlite3.Connection) -> list[int]:
    """Keys of all articles in the order of adding, removed ones among them."""
    return [row[0] for row in db.execute("SELECT key FROM article ORDER BY key")]


def text(db: sqlite3.Connection, key: int) -> str | None:
    """The text of one article."""
    row = db.execute("SELECT text FROM article WHERE key = ?", (key,)).fetchone()
    return None if row is None else row[0]


def delete(db: sqlite3.Connection, key: int) -> None:
    """Delete an article with all that is true of it; what is derived from it must be gone already."""
    db.execute("DELETE FROM article WHERE key = ?", (key,))
    for table in ("address", "printing", "version", "correction"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (key,))  # noqa: S608 -- names of the schema


def removed(db: sqlite3.Connection) -> list[int]:
    """Articles that are removed and can be restored."""
    return [row[0] for row in db.execute("SELECT key FROM article WHERE removed IS NOT NULL ORDER BY key")]


def removed_before(db: sqlite3.Connection, at: datetime) -> list[int]:
    """Articles that were removed before a moment."""
    return [row[0] for row in db.execute("SELECT key FROM article WHERE removed < ?", (stamp(at),))]


def addresses(db: sqlite3.Connection, key: int) -> tuple[str, ...]:
    """The canonical addresses that lead to an article, in the order in which they came."""
    rows = db.execute("SELECT address FROM address WHERE article = ? ORDER BY key", (key,))
    return tuple(row[0] for row in rows)


def names(db: sqlite3.Connection, key: int) -> tuple[str, ...]:
    """What an article is known by: its id and the ids of its copies, and the addresses that lead to it."""
    rows = db.execute(
        "SELECT id FROM article WHERE key = ?1"
        " UNION SELECT id FROM printing WHERE article = ?1 AND id IS NOT NULL",
        (key,),
    )
    return (*(row[0] for row in rows), *addresses(db, key))


def add_addresses(db: sqlite3.Connection, pairs: Iterable[tuple[int, str]]) -> None:
    """Let addresses lead to articles (key, address); an address that leads somewhere already keeps doing so."""
    db.executemany("INSERT OR IGNORE INTO address(article, address) VALUES (?, ?)", pairs)


def printings(db: sqlite3.Connection, key: int) -> tuple[Outlet, ...]:
    """Other outlets that printed the article, in the order in which they came."""
    rows = db.execute("SELECT source, url, published FROM printing WHERE article = ? ORDER BY key", (key,))
    return tuple(Outlet(source, url, day(published)) for source, url, published in rows)


def printing_ids(db: sqlite3.Connection, key: int) -> tuple[str | None, ...]:
    """The ids that the copies were given, in the order of `printings`."""
    rows = db.execute("SELECT id FROM printing WHERE article = ? ORDER BY key", (key,))
    return tuple(row[0] for row in rows)


def add_printing(db: sqlite3.Connection, key: int, article_id: str | None, outlet: Outlet) -> None:
    """Note that another outlet printed the article, under the id that its copy was given."""
    db.execute(
        "INSERT INTO printing(article, id, source, url, published) VALUES (?, ?, ?, ?, ?)",
        (key, article_id, outlet.source, outlet.url, day_text(outlet.published)),
    )


def add_version(db: sqlite3.Connection, old: Stored, replaced: datetime) -> None:
    """Keep the present form of an article as an earlier version."""
    article = old.article
    insert_version(db, old.key, Version(article.version, article.title, article.text, replaced), old.since)


def insert_version(db: sqlite3.Connection, key: int, version: Version, since: datetime) -> None:
    """Store an earlier version of an article."""
    db.execute(
        "INSERT INTO version(article, number, title, since, replaced, text) VALUES (?, ?, ?, ?, ?, ?)",
        (key, version.number, version.title, stamp(since), stamp(version.replaced), version.text),
    )


def was(db: sqlite3.Connection, key: int, text: str) -> bool:
    """Whether an earlier version of an article had this text."""
    row = db.execute("SELECT 1 FROM version WHERE article = ? AND text = ?", (key, text)).fetchone()
    return row is not None


def versions(db: sqlite3.Connection, key: int) -> list[tuple[datetime, Version]]:
    """(since, version) of the earlier forms of an article, newest first, with the words that vanished after
    each."""
    rows = db.execute(
        "SELECT number, title, since, replaced, text FROM version WHERE article = ? ORDER BY number DESC",
        (key,),
    ).fetchall()
    found = []
    for number, title, since, replaced, words in rows:
        gone = db.execute(
            "SELECT words FROM vanished WHERE article = ? AND version = ? ORDER BY quote", (key, number)
        )
        vanished = tuple(row[0] for row in gone)
        found.append((moment(since), Version(number, title, words, moment(replaced), vanished)))
    return found


def _row(stored: Stored) -> tuple[object, ...]:
    article = stored.article
    return (
        stored.key,
        article.id,
        article.url,
        article.title,
        article.author,
        article.source,
        day_text(article.published),
        article.language,
        stamp(article.added),
        article.version,
        stamp(stored.since),
        None if article.removed is None else stamp(article.removed),
        article.text,
    )


def _stored(row: Sequence[object], also: tuple[Outlet, ...]) -> Stored:
    key, article_id, url, title, author, source, published, language, added, version, since, removed, words = (
        row
    )
    article = Article(
        id=str(article_id),
        text=str(words),
        url=None if url is None else str(url),
        title=str(title),
        author=str(author),
        source=str(source),
        published=day(None if published is None else str(published)),
        language=str(language),
        added=moment(str(added)),
        version=int(str(version)),
        removed=optional_moment(None if removed is None else str(removed)),
        also=also,
    )
    return Stored(int(str(key)), moment(str(since)), article)
