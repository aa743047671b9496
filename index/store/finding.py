"""Finding articles that are known already: by id, by address, by the bands of their bodies."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection


def by_ids(db: sqlite3.Connection, ids: Collection[str]) -> dict[str, int]:
    """Id -> article, for those of `ids` that are an article's or a copy's."""
    rows = db.execute(
        "SELECT id, article FROM printing WHERE id IN (SELECT value FROM json_each(?1))"
        " UNION ALL SELECT id, key FROM article WHERE id IN (SELECT value FROM json_each(?1))",
        (json.dumps(list(ids)),),
    )
    return dict(rows.fetchall())


def by_addresses(db: sqlite3.Connection, addresses: Collection[str]) -> dict[str, int]:
    """Canonical address -> article, for those that lead to one."""
    rows = db.execute(
        "SELECT address, article FROM address WHERE address IN (SELECT value FROM json_each(?))",
        (json.dumps(list(addresses)),),
    )
    return dict(rows.fetchall())


def by_bands(db: sqlite3.Connection, bands: Collection[int]) -> dict[int, list[int]]:
    """Band -> the articles that have it."""
    rows = db.execute(
        "SELECT hash, article FROM band WHERE hash IN (SELECT value FROM json_each(?)) ORDER BY article",
        (json.dumps(list(bands)),),
    )
    found: dict[int, list[int]] = {}
    for band, article in rows:
        found.setdefault(band, []).append(article)
    return found
