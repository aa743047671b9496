"""The tables of the search index; `index/schema.py` includes them."""

from __future__ import annotations

# Rows of postings are packed as `postings` says. A term's latest ones are in its `tail`; what has grown past
# a tail lies in `search_posting`, whose key is the term's id << 32 | the first passage that the row is for, so
# that all rows of a term lie side by side in the order of their passages. `stamp` is a random number that a row
# gets whenever it is written: what was read under it is valid as long as it stands.
SEARCH_SCHEMA = """
CREATE TABLE search_field (
    field TEXT PRIMARY KEY,
    passages INTEGER NOT NULL,  -- how many are indexed
    terms INTEGER NOT NULL,     -- the sum of their lengths
    last INTEGER NOT NULL       -- no passage indexed is above it
) WITHOUT ROWID;
CREATE TABLE search_term (
    id INTEGER PRIMARY KEY,
    field TEXT NOT NULL,        -- "body", "title"; tags have a field of their own, "body#"
    word TEXT NOT NULL,
    tail BLOB NOT NULL,
    UNIQUE (field, word)
);
CREATE TABLE search_posting (
    key INTEGER PRIMARY KEY,
    stamp INTEGER NOT NULL,
    postings BLOB NOT NULL
);
"""
