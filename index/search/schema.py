"""The tables of the search index; `index/schema.py` includes them."""

from __future__ import annotations

# A posting row's key is the term's id << 32 | the first passage its words may speak of, so that all rows of
# a term lie side by side in the order of their passages. Words are little-endian uint32, see `packing`.
SEARCH_SCHEMA = """
CREATE TABLE search_field (
    field TEXT PRIMARY KEY,
    passages INTEGER NOT NULL,  -- how many are indexed
    terms INTEGER NOT NULL      -- the sum of their lengths
) WITHOUT ROWID;
CREATE TABLE search_term (
    id INTEGER PRIMARY KEY,
    field TEXT NOT NULL,        -- "body", "title"; tags have a field of their own, "body#"
    word TEXT NOT NULL,
    UNIQUE (field, word)
);
CREATE TABLE search_posting (
    key INTEGER PRIMARY KEY,
    words BLOB NOT NULL
);
"""
