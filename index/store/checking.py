"""Drift between what is true and what is derived from it, and wiping what is derived."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from index.schema import DERIVED
from index.store.moments import stamp

# Each query finds rows that should not be there; the sentence names them by their first column.
_QUERIES: tuple[tuple[str, str], ...] = (
    (
        "article {} is not read",
        ("SELECT id FROM article WHERE removed IS NULL AND key NOT IN (SELECT article FROM reading)"),
    ),
    (
        "a removed or unknown article (key {}) is still read",
        ("SELECT article FROM reading WHERE article NOT IN (SELECT key FROM article WHERE removed IS NULL)"),
    ),
    (
        "passage {} has no article or lies outside its text",
        (
            "SELECT passage.key FROM passage LEFT JOIN article ON article.key = passage.article AND"
            " removed IS NULL WHERE article.key IS NULL OR passage.start < 0 OR passage.end <="
            " passage.start OR passage.end > length(article.text)"
        ),
    ),
    (
        "statement {} has no article or lies outside its text",
        (
            "SELECT quote.key FROM quote LEFT JOIN article ON article.key = quote.article AND removed"
            " IS NULL WHERE article.key IS NULL OR quote.start < 0 OR quote.end <= quote.start OR"
            " quote.end > length(article.text) OR quote.mention_end > length(article.text)"
        ),
    ),
    (
        "statement {} is said by nobody who is known",
        ("SELECT key FROM quote WHERE person IS NOT NULL AND person NOT IN (SELECT key FROM person)"),
    ),
    (
        "statement {} is both there and gone",
        ("SELECT key FROM quote WHERE key IN (SELECT quote FROM vanished)"),
    ),
    (
        "the counts of article (key {}) are wrong",
        (
            "SELECT article FROM reading WHERE statements <> (SELECT count(*) FROM quote WHERE"
            " quote.article = reading.article) OR unclear <> (SELECT count(*) FROM quote WHERE"
            " quote.article = reading.article AND person IS NULL)"
        ),
    ),
    (
        "the count of statements of {} is wrong",
        (
            "SELECT name FROM person WHERE statements <> (SELECT count(*) FROM quote WHERE"
            " quote.person = person.key)"
        ),
    ),
    (
        "{} appears in no article",
        ("SELECT name FROM person WHERE key NOT IN (SELECT person FROM appearance)"),
    ),
    (
        "appearance {} has no person or no article",
        (
            "SELECT key FROM appearance WHERE person NOT IN (SELECT key FROM person) OR article NOT"
            " IN (SELECT key FROM article WHERE removed IS NULL)"
        ),
    ),
    (
        "role {} has no person or no article",
        (
            "SELECT key FROM role WHERE person NOT IN (SELECT key FROM person) OR article NOT IN"
            " (SELECT key FROM article WHERE removed IS NULL)"
        ),
    ),
    (
        "band of an article that is not read (key {})",
        ("SELECT DISTINCT article FROM band WHERE article NOT IN (SELECT article FROM reading)"),
    ),
    (
        "address {} leads to no article",
        ("SELECT address FROM address WHERE article NOT IN (SELECT key FROM article)"),
    ),
)
_MOST = 20


def file_faults(db: sqlite3.Connection) -> list[str]:
    """What SQLite itself finds wrong with the file."""
    return [row[0] for row in db.execute(f"PRAGMA integrity_check({_MOST})") if row[0] != "ok"]


def drift(db: sqlite3.Connection) -> list[str]:
    """A sentence for each row that contradicts another, up to 20 of a kind."""
    found = []
    for sentence, query in _QUERIES:
        found += [sentence.format(row[0]) for row in db.execute(f"{query} LIMIT {_MOST}")]
    return found


def wipe(db: sqlite3.Connection, now: datetime) -> None:
    """Delete all that is derived; statements are noted as gone until the same words are found again."""
    db.execute(
        "INSERT OR IGNORE INTO vanished(quote, article, version, words, since, gone)"
        " SELECT quote.key, quote.article, NULL, substr(text, start + 1, end - start), since, ?"
        " FROM quote JOIN article ON article.key = quote.article",
        (stamp(now),),
    )
    for table in ("quote", *DERIVED):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 -- names of the schema
