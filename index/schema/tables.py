"""The tables of a library, all but those of undo and of search."""

from __future__ import annotations

# Dates are ISO days, moments ISO with microseconds in UTC, so that text order is time order.
TRUTH_TABLES = """
CREATE TABLE article (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    url TEXT,               -- as given; NULL where the article has none
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    source TEXT NOT NULL,
    published TEXT,         -- NULL where not known
    language TEXT NOT NULL,
    added TEXT NOT NULL,
    version INTEGER NOT NULL,
    since TEXT NOT NULL,    -- when this version was first seen
    removed TEXT,           -- NULL while the article is in the library
    text TEXT NOT NULL      -- as it came, character for character
);
CREATE INDEX article_published ON article(published, key) WHERE removed IS NULL;
CREATE INDEX article_added ON article(added, key);
CREATE TABLE address (      -- canonical addresses that lead to an article: its own, redirects, other outlets'
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    address TEXT NOT NULL UNIQUE
);
CREATE INDEX address_article ON address(article);
CREATE TABLE printing (     -- other outlets that printed the same article
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    id TEXT UNIQUE,         -- the id that the copy was given, NULL for none
    source TEXT NOT NULL,
    url TEXT,
    published TEXT
);
CREATE INDEX printing_article ON printing(article);
CREATE TABLE version (      -- earlier forms of a changed article
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    since TEXT NOT NULL,
    replaced TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (article, number)
);
CREATE TABLE correction (   -- an admin's word on who said it; found again by its words when offsets move
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    name TEXT               -- NULL: the speaker is unclear
);
CREATE INDEX correction_article ON correction(article);
CREATE TABLE naming (       -- an admin's word on whom an article's full name means
    key INTEGER PRIMARY KEY,
    form TEXT NOT NULL UNIQUE, -- casefolded
    written TEXT NOT NULL,
    name TEXT NOT NULL
);
CREATE TABLE blocked (
    key INTEGER PRIMARY KEY,
    outlet TEXT NOT NULL UNIQUE, -- casefolded name or host
    name TEXT NOT NULL
);
CREATE TABLE setting (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL     -- JSON
);
CREATE TABLE feed (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    paused INTEGER NOT NULL,
    added TEXT NOT NULL
);
CREATE TABLE verdict (      -- what an admin did about a flag
    key INTEGER PRIMARY KEY,
    flag INTEGER NOT NULL UNIQUE,
    outcome TEXT NOT NULL
);
"""

KEPT_TABLES = """
CREATE TABLE audit (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    reverts INTEGER         -- the entry that this one undid
);
CREATE INDEX audit_at ON audit(at);
CREATE TABLE flag (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL,
    quote INTEGER,          -- NULL for a slice that is no statement
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    reader TEXT,            -- NULL once resolved or forgotten
    made TEXT NOT NULL
);
CREATE INDEX flag_reader ON flag(reader) WHERE reader IS NOT NULL;
CREATE TABLE follow (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    reader TEXT NOT NULL,
    channel TEXT,           -- NULL: a direct message
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    every TEXT NOT NULL,
    made TEXT NOT NULL,
    last_sent TEXT,
    seen INTEGER NOT NULL   -- the newest article key that a digest covered
);
CREATE INDEX follow_reader ON follow(reader);
CREATE TABLE health (       -- of a feed; outlives the feed's row until tidied, so that undo brings it back
    feed INTEGER PRIMARY KEY,
    state TEXT NOT NULL,
    last_good TEXT,
    next_try TEXT,
    failures INTEGER NOT NULL,
    reason TEXT NOT NULL,
    articles INTEGER NOT NULL,
    etag TEXT,
    modified TEXT,
    told INTEGER NOT NULL
);
CREATE TABLE entry (        -- entries of feeds that need no second look
    feed INTEGER NOT NULL,
    name BLOB NOT NULL,     -- a digest of the entry's id
    PRIMARY KEY (feed, name)
) WITHOUT ROWID;
CREATE TABLE state (        -- marks of the file itself: "left", "revision", "unindexed"
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
"""

VISITS = """
CREATE TABLE visit (        -- pages that answers cited, and what they were when they were last looked at
    article INTEGER PRIMARY KEY,
    cited TEXT NOT NULL,    -- the last day on which an answer cited the article
    checked TEXT,           -- NULL while its page was not looked at again
    etag TEXT,
    modified TEXT,
    seen BLOB,              -- a digest of the words that the page had then
    gone TEXT               -- since when the page is gone, NULL while it is there
);
CREATE INDEX visit_cited ON visit(cited);
"""

PURGED = """
CREATE TABLE purged (       -- what feeds may not bring back: articles that admins removed, their texts deleted
    name BLOB PRIMARY KEY   -- a digest of an id or an address
) WITHOUT ROWID;
"""

DERIVED_TABLES = """
CREATE TABLE passage (      -- consecutive whole sentences, the unit of search
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL
);
CREATE INDEX passage_article ON passage(article);
CREATE TABLE person (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    gender TEXT NOT NULL,
    is_person INTEGER NOT NULL,
    statements INTEGER NOT NULL
);
CREATE TABLE alias (        -- every form in which articles write a person, and in how many
    person INTEGER NOT NULL,
    words TEXT NOT NULL,
    folded TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (person, words)
) WITHOUT ROWID;
CREATE INDEX alias_folded ON alias(folded);
CREATE TABLE block (        -- what two spellings of one name share (index/names/identity.py)
    block TEXT NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (block, person)
) WITHOUT ROWID;
CREATE INDEX block_person ON block(person);
CREATE TABLE appearance (   -- a person in an article under the full name that the article gives
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    person INTEGER NOT NULL,
    name TEXT NOT NULL,
    forms TEXT NOT NULL,    -- JSON list, the full name first
    gender TEXT NOT NULL,
    is_person INTEGER NOT NULL
);
CREATE INDEX appearance_article ON appearance(article);
CREATE INDEX appearance_person ON appearance(person);
CREATE TABLE role (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    person INTEGER NOT NULL,
    named TEXT NOT NULL,    -- the person's full name in the article
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX role_article ON role(article);
CREATE INDEX role_person ON role(person);
CREATE TABLE quote (        -- a key never names other words: re-extraction keeps the keys of equal words
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    mention_start INTEGER,
    mention_end INTEGER,
    cue TEXT,
    act TEXT NOT NULL,
    named TEXT,             -- whom the quote engine found, by the article's full name
    found TEXT NOT NULL,    -- and how certainly
    person INTEGER,         -- who it is in this library after the admins' corrections, NULL where unclear
    certainty TEXT NOT NULL
);
CREATE INDEX quote_article ON quote(article, start);
CREATE INDEX quote_person ON quote(person) WHERE person IS NOT NULL;
CREATE TABLE vanished (     -- statements that a newer version, a removal or an edit took away
    quote INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    version INTEGER,        -- the version that had it, NULL where the whole article went
    words TEXT NOT NULL,
    since TEXT NOT NULL,
    gone TEXT NOT NULL
);
CREATE INDEX vanished_article ON vanished(article);
CREATE TABLE reading (      -- a row an article: its counts, and the bands that find near-identical bodies
    article INTEGER PRIMARY KEY,
    words INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    unclear INTEGER NOT NULL,
    bands BLOB NOT NULL
);
CREATE TABLE band (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;
"""

DERIVED = ("passage", "person", "alias", "block", "appearance", "role", "reading", "band")
