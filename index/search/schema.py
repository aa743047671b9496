"""The tables of the search index; `index/schema` includes them."""

from __future__ import annotations

# Postings are packed as `postings` says. A small add is one batch in `search_recent`; with every batch some of
# the words are carried over out of all batches (see `recent`), so that the pages of common words are written
# once for many articles. After that, a term's latest postings are in its `tail`; what has grown past a tail is
# in `search_posting`. A row's key is the term's id << 32 | the first passage that the row is for, so that all
# rows of a term lie side by side in the order of their passages. A `stamp` is a random number that stands for
# one content for ever: what was read under it is valid wherever it is met again.
SEARCH_SCHEMA = """
CREATE TABLE search_field (
    field TEXT PRIMARY KEY,     -- "body", "title"; tags have a field of their own, "body#"
    passages INTEGER NOT NULL,  -- how many are indexed
    terms INTEGER NOT NULL,     -- the sum of their lengths
    last INTEGER NOT NULL       -- no passage indexed is above it
) WITHOUT ROWID;
CREATE TABLE search_recent (
    stamp INTEGER PRIMARY KEY,
    field TEXT NOT NULL,
    number INTEGER NOT NULL,    -- one above that of the batch before, whose passages are all below
    postings TEXT NOT NULL,     -- JSON: for each slice {word: its row in hexadecimal digits}
    UNIQUE (field, number)
);
CREATE TABLE search_term (
    id INTEGER PRIMARY KEY,     -- slice << 24 | a number
    field TEXT NOT NULL,
    word TEXT NOT NULL,
    size INTEGER NOT NULL,      -- how many postings are in its rows
    stamp INTEGER NOT NULL,     -- of its rows
    tail BLOB NOT NULL,
    UNIQUE (field, word)
);
CREATE TABLE search_posting (
    key INTEGER PRIMARY KEY,
    stamp INTEGER NOT NULL,
    postings BLOB NOT NULL
);
"""
