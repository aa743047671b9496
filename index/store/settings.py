"""Settings as named JSON values; only what was changed is stored."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping


def all_values(db: sqlite3.Connection) -> dict[str, str]:
    """Every stored setting, name to JSON."""
    return dict(db.execute("SELECT name, value FROM setting ORDER BY name").fetchall())


def put(db: sqlite3.Connection, values: Mapping[str, str]) -> None:
    """Store settings, name to JSON."""
    for name, value in values.items():
        changed = db.execute("UPDATE setting SET value = ? WHERE name = ?", (value, name)).rowcount
        if not changed:
            db.execute("INSERT INTO setting(name, value) VALUES (?, ?)", (name, value))
