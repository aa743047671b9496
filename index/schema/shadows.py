"""The shadow of each table of truth: its rows as they were, noted by triggers, so that changes can be
undone."""

from __future__ import annotations

from collections.abc import Mapping

# Table -> columns after `key`. Rows of these tables are written only inside an audited change.
TRUTH: Mapping[str, tuple[str, ...]] = {
    "article": (
        "id",
        "url",
        "title",
        "author",
        "source",
        "published",
        "language",
        "added",
        "version",
        "since",
        "removed",
        "text",
    ),
    "address": ("article", "address"),
    "printing": ("article", "id", "source", "url", "published"),
    "version": ("article", "number", "title", "since", "replaced", "text"),
    "correction": ("article", "start", "end", "words", "name"),
    "naming": ("form", "written", "name"),
    "blocked": ("outlet", "name"),
    "setting": ("name", "value"),
    "feed": ("url", "title", "paused", "added"),
    "verdict": ("flag", "outcome"),
}


def shadow(table: str, columns: tuple[str, ...]) -> str:
    """The table and triggers that remember rows of `table` as they were; the open audit entry is the newest."""
    names = ", ".join(columns)
    old = ", ".join(f"old.{column}" for column in columns)
    entry = "(SELECT max(key) FROM audit)"
    return f"""
CREATE TABLE past_{table} (
    seq INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    change TEXT NOT NULL,
    key INTEGER NOT NULL,
    {names}
);
CREATE INDEX past_{table}_entry ON past_{table}(entry);
CREATE INDEX past_{table}_key ON past_{table}(key);
CREATE TRIGGER {table}_inserted AFTER INSERT ON {table} BEGIN
    INSERT INTO past_{table}(entry, change, key) VALUES ({entry}, 'insert', new.key);
END;
CREATE TRIGGER {table}_updated AFTER UPDATE ON {table} BEGIN
    INSERT INTO past_{table}(entry, change, key, {names}) VALUES ({entry}, 'update', old.key, {old});
END;
CREATE TRIGGER {table}_deleted AFTER DELETE ON {table} BEGIN
    INSERT INTO past_{table}(entry, change, key, {names}) VALUES ({entry}, 'delete', old.key, {old});
END;
"""  # noqa: S608 -- names of the schema
