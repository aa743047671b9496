PRAGMA application_id = 1363432267;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE address (      -- canonical addresses that lead to an article: its own, redirects, other outlets'
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    address TEXT NOT NULL UNIQUE
);
INSERT INTO "address" VALUES(1,1,'lantern.example/1');
INSERT INTO "address" VALUES(2,2,'lantern.example/2');
CREATE TABLE alias (        -- every form in which articles write a person, and in how many
    person INTEGER NOT NULL,
    words TEXT NOT NULL,
    folded TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (person, words)
) WITHOUT ROWID;
INSERT INTO "alias" VALUES(1,'Ilva Torrens','ilva torrens',1);
INSERT INTO "alias" VALUES(1,'Torrens','torrens',1);
INSERT INTO "alias" VALUES(2,'Bram Oskel','bram oskel',1);
INSERT INTO "alias" VALUES(2,'Oskel','oskel',1);
INSERT INTO "alias" VALUES(4,'Pelle Varga','pelle varga',1);
CREATE TABLE appearance (   -- a person in an article under the full name that the article gives
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    person INTEGER NOT NULL,
    name TEXT NOT NULL,
    forms TEXT NOT NULL,    -- JSON list, the full name first
    gender TEXT NOT NULL,
    is_person INTEGER NOT NULL
);
INSERT INTO "appearance" VALUES(1,1,1,'Ilva Torrens','["Ilva Torrens", "Torrens"]','female',1);
INSERT INTO "appearance" VALUES(2,1,2,'Bram Oskel','["Bram Oskel", "Oskel"]','male',1);
INSERT INTO "appearance" VALUES(3,2,4,'Pelle Varga','["Pelle Varga"]','male',1);
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
INSERT INTO "article" VALUES(1,'a1','https://lantern.example/1','Breakwater','','The Sarn Lantern','2026-02-01','','2026-03-01T09:00:00.000000+00:00',1,'2026-03-01T09:00:00.000000+00:00',NULL,'Port Sarn will get a new breakwater, Mayor Ilva Torrens said on Monday.

“We will finish the breakwater before the storms,” Torrens said.

Her critic, Bram Oskel, was not convinced. “The money is not there,” Oskel said.');
INSERT INTO "article" VALUES(2,'a2','https://lantern.example/2','Bridge','','The Hallin Post','2026-02-02','','2026-03-01T09:00:00.000000+00:00',2,'2026-03-01T09:00:00.000000+00:00',NULL,'The old bridge over the Lune stays closed. “The bolts are gone,” said engineer Pelle Varga. It rained.');
INSERT INTO "article" VALUES(3,'a3',NULL,'Gulls','','',NULL,'','2026-03-01T09:00:00.000000+00:00',1,'2026-03-01T09:00:00.000000+00:00','2026-03-01T09:00:00.000000+00:00','Gulls were counted. “Forty,” said Ines Dahl.');
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
INSERT INTO "audit" VALUES(1,'2026-03-01T09:00:00.000000+00:00','cli','add','Breakwater (a1)','','1 added',0,NULL);
INSERT INTO "audit" VALUES(2,'2026-03-01T09:00:00.000000+00:00','cli','add','Bridge (a2)','','1 added',0,NULL);
INSERT INTO "audit" VALUES(3,'2026-03-01T09:00:00.000000+00:00','cli','add','Bridge (a2)','','1 updated',0,NULL);
INSERT INTO "audit" VALUES(4,'2026-03-01T09:00:00.000000+00:00','cli','add','Gulls (a3)','','1 added',0,NULL);
INSERT INTO "audit" VALUES(5,'2026-03-01T09:00:00.000000+00:00','cli','remove','Gulls (a3)','','',0,NULL);
INSERT INTO "audit" VALUES(6,'2026-03-01T09:00:00.000000+00:00','cli','feed add','https://lantern.example/feed','','',0,NULL);
INSERT INTO "audit" VALUES(7,'2026-03-01T09:00:00.000000+00:00','cli','settings','answers','answers: public','answers: private',0,NULL);
INSERT INTO "audit" VALUES(8,'2026-03-01T09:00:00.000000+00:00','cli','block','The Rumour','','0 articles removed',0,NULL);
CREATE TABLE band (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE TABLE block (        -- what two spellings of one name share (index/names/identity.py)
    block TEXT NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (block, person)
) WITHOUT ROWID;
INSERT INTO "block" VALUES('torr',1);
INSERT INTO "block" VALUES('oske',2);
INSERT INTO "block" VALUES('varg',4);
CREATE TABLE blocked (
    key INTEGER PRIMARY KEY,
    outlet TEXT NOT NULL UNIQUE, -- casefolded name or host
    name TEXT NOT NULL
);
INSERT INTO "blocked" VALUES(1,'the rumour','The Rumour');
CREATE TABLE correction (   -- an admin's word on who said it; found again by its words when offsets move
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    name TEXT               -- NULL: the speaker is unclear
);
CREATE TABLE entry (        -- entries of feeds that need no second look
    feed INTEGER NOT NULL,
    name BLOB NOT NULL,     -- a digest of the entry's id
    PRIMARY KEY (feed, name)
) WITHOUT ROWID;
CREATE TABLE feed (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    paused INTEGER NOT NULL,
    added TEXT NOT NULL
);
INSERT INTO "feed" VALUES(1,'https://lantern.example/feed','https://lantern.example/feed',0,'2026-03-01T09:00:00.000000+00:00');
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
CREATE TABLE naming (       -- an admin's word on whom an article's full name means
    key INTEGER PRIMARY KEY,
    form TEXT NOT NULL UNIQUE, -- casefolded
    written TEXT NOT NULL,
    name TEXT NOT NULL
);
CREATE TABLE passage (      -- consecutive whole sentences, the unit of search
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL
);
INSERT INTO "passage" VALUES(1,1,0,219);
INSERT INTO "passage" VALUES(2,2,0,102);
CREATE TABLE past_address (
    seq INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    change TEXT NOT NULL,
    key INTEGER NOT NULL,
    article, address
);
INSERT INTO "past_address" VALUES(1,1,'insert',1,NULL,NULL);
INSERT INTO "past_address" VALUES(2,2,'insert',2,NULL,NULL);
CREATE TABLE past_article (
    seq INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    change TEXT NOT NULL,
    key INTEGER NOT NULL,
    id, url, title, author, source, published, language, added, version, since, removed, text
);
INSERT INTO "past_article" VALUES(1,1,'insert',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "past_article" VALUES(2,2,'insert',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "past_article" VALUES(3,3,'update',2,'a2','https://lantern.example/2','Bridge','','The Hallin Post','2026-02-02','','2026-03-01T09:00:00.000000+00:00',1,'2026-03-01T09:00:00.000000+00:00',NULL,'The old bridge over the Lune stays closed. “The bolts are gone,” said engineer Pelle Varga.');
INSERT INTO "past_article" VALUES(4,4,'insert',3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "past_article" VALUES(5,5,'update',3,'a3',NULL,'Gulls','','',NULL,'','2026-03-01T09:00:00.000000+00:00',1,'2026-03-01T09:00:00.000000+00:00',NULL,'Gulls were counted. “Forty,” said Ines Dahl.');
CREATE TABLE past_blocked (
    seq INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    change TEXT NOT NULL,
    key INTEGER NOT NULL,
    outlet, name
);
INSERT INTO "past_blocked" VALUES(1,8,'insert',1,NULL,NULL);
CREATE TABLE past_correction (
    seq INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    change TEXT NOT NULL,
    key INTEGER NOT NULL,
    article, start, end, words, name
);
CREATE TABLE past_feed (
    seq INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    change TEXT NOT NULL,
    key INTEGER NOT NULL,
    url, title, paused, added
);
INSERT INTO "past_feed" VALUES(1,6,'insert',1,NULL,NULL,NULL,NULL);
CREATE TABLE past_naming (
    seq INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    change TEXT NOT NULL,
    key INTEGER NOT NULL,
    form, written, name
);
CREATE TABLE past_printing (
    seq INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    change TEXT NOT NULL,
    key INTEGER NOT NULL,
    article, id, source, url, published
);
CREATE TABLE past_setting (
    seq INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    change TEXT NOT NULL,
    key INTEGER NOT NULL,
    name, value
);
INSERT INTO "past_setting" VALUES(1,7,'insert',1,NULL,NULL);
CREATE TABLE past_verdict (
    seq INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    change TEXT NOT NULL,
    key INTEGER NOT NULL,
    flag, outcome
);
CREATE TABLE past_version (
    seq INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    change TEXT NOT NULL,
    key INTEGER NOT NULL,
    article, number, title, since, replaced, text
);
INSERT INTO "past_version" VALUES(1,3,'insert',1,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE person (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    gender TEXT NOT NULL,
    is_person INTEGER NOT NULL,
    statements INTEGER NOT NULL
);
INSERT INTO "person" VALUES(1,'Ilva Torrens','female',1,2);
INSERT INTO "person" VALUES(2,'Bram Oskel','male',1,1);
INSERT INTO "person" VALUES(4,'Pelle Varga','male',1,1);
CREATE TABLE printing (     -- other outlets that printed the same article
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    id TEXT UNIQUE,         -- the id that the copy was given, NULL for none
    source TEXT NOT NULL,
    url TEXT,
    published TEXT
);
CREATE TABLE purged (       -- what feeds may not bring back: articles that admins removed, their texts deleted
    name BLOB PRIMARY KEY   -- a digest of an id or an address
) WITHOUT ROWID;
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
INSERT INTO "quote" VALUES(1,1,0,35,'indirect',37,55,'said','said','Ilva Torrens','named',1,'named');
INSERT INTO "quote" VALUES(2,1,73,123,'direct',124,131,'said','promised','Ilva Torrens','named',1,'named');
INSERT INTO "quote" VALUES(3,1,182,207,'direct',208,213,'said','said','Bram Oskel','named',2,'named');
INSERT INTO "quote" VALUES(4,2,43,64,'direct',70,90,'said','said','Pelle Varga','named',4,'named');
CREATE TABLE reading (      -- a row an article: its counts, and the bands that find near-identical bodies
    article INTEGER PRIMARY KEY,
    words INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    unclear INTEGER NOT NULL,
    bands BLOB NOT NULL
);
INSERT INTO "reading" VALUES(1,37,3,0,X'');
INSERT INTO "reading" VALUES(2,18,1,0,X'');
CREATE TABLE role (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    person INTEGER NOT NULL,
    named TEXT NOT NULL,    -- the person's full name in the article
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL
);
INSERT INTO "role" VALUES(1,1,1,'Ilva Torrens',37,42,'Mayor');
INSERT INTO "role" VALUES(2,1,2,'Bram Oskel',139,149,'Her critic');
INSERT INTO "role" VALUES(3,2,4,'Pelle Varga',70,78,'engineer');
CREATE TABLE search_field (
    field TEXT PRIMARY KEY,     -- "body", "title"; tags have a field of their own, "body#"
    passages INTEGER NOT NULL,  -- how many are indexed
    terms INTEGER NOT NULL,     -- the sum of their lengths
    last INTEGER NOT NULL       -- no passage indexed is above it
) WITHOUT ROWID;
INSERT INTO "search_field" VALUES('body',2,55,3);
INSERT INTO "search_field" VALUES('title',2,2,3);
CREATE TABLE search_posting (
    key INTEGER PRIMARY KEY,
    postings BLOB NOT NULL
);
CREATE TABLE search_recent (
    stamp INTEGER PRIMARY KEY,
    field TEXT NOT NULL,
    first INTEGER NOT NULL,     -- the lowest passage of the batch; no two batches overlap
    postings TEXT NOT NULL      -- JSON: {word: [passage, ..., shape, ...]}
);
CREATE TABLE search_term (
    id INTEGER PRIMARY KEY,
    field TEXT NOT NULL,
    word TEXT NOT NULL,
    size INTEGER NOT NULL,      -- how many postings are in its rows
    stamp INTEGER NOT NULL,     -- of its rows
    tail BLOB NOT NULL,
    UNIQUE (field, word)
);
INSERT INTO "search_term" VALUES(1,'body','befor',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(2,'body','her',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(4,'body','convinc',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(5,'body','oskel',0,0,X'010000002504');
INSERT INTO "search_term" VALUES(7,'body','mayor',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(9,'body','bram',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(10,'body','critic',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(11,'body','get',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(13,'body','new',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(14,'body','torren',0,0,X'010000002504');
INSERT INTO "search_term" VALUES(15,'body','was',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(17,'body','breakwat',0,0,X'010000002504');
INSERT INTO "search_term" VALUES(18,'body','on',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(19,'body','money',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(20,'body','is',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(21,'body','a',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(23,'body','finish',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(25,'body','storm',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(27,'body','sarn',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(29,'body','ilva',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(30,'body','we',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(31,'body','there',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(32,'body','will',0,0,X'010000002504');
INSERT INTO "search_term" VALUES(33,'body','monday',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(35,'body','the',0,4018775865799537876,X'010000000200000025061206');
INSERT INTO "search_term" VALUES(36,'body','port',0,0,X'010000002502');
INSERT INTO "search_term" VALUES(37,'body','said',0,882544120761688567,X'010000000200000025061202');
INSERT INTO "search_term" VALUES(38,'body','not',0,0,X'010000002504');
INSERT INTO "search_term" VALUES(39,'body#','source:the sarn lantern',0,0,X'010000000000');
INSERT INTO "search_term" VALUES(40,'body#','act:said',0,2663354565012610186,X'010000000200000000000000');
INSERT INTO "search_term" VALUES(41,'body#','speaker:2',0,0,X'010000000000');
INSERT INTO "search_term" VALUES(43,'body#','act:promised',0,0,X'010000000000');
INSERT INTO "search_term" VALUES(44,'body#','month:2026-02',0,1147624482920012783,X'010000000200000000000000');
INSERT INTO "search_term" VALUES(47,'body#','speaker:1',0,0,X'010000000000');
INSERT INTO "search_term" VALUES(48,'body#','day:2026-02-01',0,0,X'010000000000');
INSERT INTO "search_term" VALUES(50,'title','breakwat',0,0,X'010000000102');
INSERT INTO "search_term" VALUES(51,'body','old',0,4284774826350412313,X'020000001202');
INSERT INTO "search_term" VALUES(52,'body','bridg',0,4362303029960007944,X'020000001202');
INSERT INTO "search_term" VALUES(53,'body','over',0,2056334273731658803,X'020000001202');
INSERT INTO "search_term" VALUES(54,'body','lune',0,3919222705838204524,X'020000001202');
INSERT INTO "search_term" VALUES(55,'body','stay',0,4419237643914139804,X'020000001202');
INSERT INTO "search_term" VALUES(56,'body','close',0,521293122954081261,X'020000001202');
INSERT INTO "search_term" VALUES(57,'body','bolt',0,4365901574474728798,X'020000001202');
INSERT INTO "search_term" VALUES(58,'body','are',0,3627526833576477023,X'020000001202');
INSERT INTO "search_term" VALUES(59,'body','gone',0,3290005117278038456,X'020000001202');
INSERT INTO "search_term" VALUES(60,'body','engin',0,2320874988090149749,X'020000001202');
INSERT INTO "search_term" VALUES(61,'body','pell',0,928294244741666100,X'020000001202');
INSERT INTO "search_term" VALUES(62,'body','varga',0,113874866802338179,X'020000001202');
INSERT INTO "search_term" VALUES(63,'body','it',0,1842446668257228639,X'020000001202');
INSERT INTO "search_term" VALUES(64,'body','rain',0,920077650418785705,X'020000001202');
INSERT INTO "search_term" VALUES(65,'body#','day:2026-02-02',0,4004391909931853062,X'020000000000');
INSERT INTO "search_term" VALUES(66,'body#','speaker:4',0,2886390657778235170,X'020000000000');
INSERT INTO "search_term" VALUES(67,'body#','source:the hallin post',0,1911578393172637991,X'020000000000');
INSERT INTO "search_term" VALUES(68,'title','bridg',0,2763743013378201985,X'020000000102');
CREATE TABLE setting (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL     -- JSON
);
INSERT INTO "setting" VALUES(1,'answers','"private"');
CREATE TABLE state (        -- marks of the file itself: "left", "revision", "unindexed"
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "state" VALUES('revision','8');
CREATE TABLE vanished (     -- statements that a newer version, a removal or an edit took away
    quote INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    version INTEGER,        -- the version that had it, NULL where the whole article went
    words TEXT NOT NULL,
    since TEXT NOT NULL,
    gone TEXT NOT NULL
);
INSERT INTO "vanished" VALUES(5,3,NULL,'“Forty,”','2026-03-01T09:00:00.000000+00:00','2026-03-01T09:00:00.000000+00:00');
CREATE TABLE verdict (      -- what an admin did about a flag
    key INTEGER PRIMARY KEY,
    flag INTEGER NOT NULL UNIQUE,
    outcome TEXT NOT NULL
);
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
INSERT INTO "version" VALUES(1,2,1,'Bridge','2026-03-01T09:00:00.000000+00:00','2026-03-01T09:00:00.000000+00:00','The old bridge over the Lune stays closed. “The bolts are gone,” said engineer Pelle Varga.');
CREATE TABLE visit (        -- pages that answers cited, and what they were when they were last looked at
    article INTEGER PRIMARY KEY,
    cited TEXT NOT NULL,    -- the last day on which an answer cited the article
    checked TEXT,           -- NULL while its page was not looked at again
    etag TEXT,
    modified TEXT,
    seen BLOB,              -- a digest of the words that the page had then
    gone TEXT               -- since when the page is gone, NULL while it is there
);
CREATE INDEX article_published ON article(published, key) WHERE removed IS NULL;
CREATE INDEX article_added ON article(added, key);
CREATE INDEX address_article ON address(article);
CREATE INDEX printing_article ON printing(article);
CREATE INDEX correction_article ON correction(article);
CREATE INDEX audit_at ON audit(at);
CREATE INDEX flag_reader ON flag(reader) WHERE reader IS NOT NULL;
CREATE INDEX follow_reader ON follow(reader);
CREATE INDEX visit_cited ON visit(cited);
CREATE INDEX passage_article ON passage(article);
CREATE INDEX alias_folded ON alias(folded);
CREATE INDEX block_person ON block(person);
CREATE INDEX appearance_article ON appearance(article);
CREATE INDEX appearance_person ON appearance(person);
CREATE INDEX role_article ON role(article);
CREATE INDEX role_person ON role(person);
CREATE INDEX quote_article ON quote(article, start);
CREATE INDEX quote_person ON quote(person) WHERE person IS NOT NULL;
CREATE INDEX vanished_article ON vanished(article);
CREATE INDEX past_article_entry ON past_article(entry);
CREATE INDEX past_article_key ON past_article(key);
CREATE TRIGGER article_inserted AFTER INSERT ON article BEGIN
    INSERT INTO past_article(entry, change, key) VALUES ((SELECT max(key) FROM audit), 'insert', new.key);
END;
CREATE TRIGGER article_updated AFTER UPDATE ON article BEGIN
    INSERT INTO past_article(entry, change, key, id, url, title, author, source, published, language, added, version, since, removed, text) VALUES ((SELECT max(key) FROM audit), 'update', old.key, old.id, old.url, old.title, old.author, old.source, old.published, old.language, old.added, old.version, old.since, old.removed, old.text);
END;
CREATE TRIGGER article_deleted AFTER DELETE ON article BEGIN
    INSERT INTO past_article(entry, change, key, id, url, title, author, source, published, language, added, version, since, removed, text) VALUES ((SELECT max(key) FROM audit), 'delete', old.key, old.id, old.url, old.title, old.author, old.source, old.published, old.language, old.added, old.version, old.since, old.removed, old.text);
END;
CREATE INDEX past_address_entry ON past_address(entry);
CREATE INDEX past_address_key ON past_address(key);
CREATE TRIGGER address_inserted AFTER INSERT ON address BEGIN
    INSERT INTO past_address(entry, change, key) VALUES ((SELECT max(key) FROM audit), 'insert', new.key);
END;
CREATE TRIGGER address_updated AFTER UPDATE ON address BEGIN
    INSERT INTO past_address(entry, change, key, article, address) VALUES ((SELECT max(key) FROM audit), 'update', old.key, old.article, old.address);
END;
CREATE TRIGGER address_deleted AFTER DELETE ON address BEGIN
    INSERT INTO past_address(entry, change, key, article, address) VALUES ((SELECT max(key) FROM audit), 'delete', old.key, old.article, old.address);
END;
CREATE INDEX past_printing_entry ON past_printing(entry);
CREATE INDEX past_printing_key ON past_printing(key);
CREATE TRIGGER printing_inserted AFTER INSERT ON printing BEGIN
    INSERT INTO past_printing(entry, change, key) VALUES ((SELECT max(key) FROM audit), 'insert', new.key);
END;
CREATE TRIGGER printing_updated AFTER UPDATE ON printing BEGIN
    INSERT INTO past_printing(entry, change, key, article, id, source, url, published) VALUES ((SELECT max(key) FROM audit), 'update', old.key, old.article, old.id, old.source, old.url, old.published);
END;
CREATE TRIGGER printing_deleted AFTER DELETE ON printing BEGIN
    INSERT INTO past_printing(entry, change, key, article, id, source, url, published) VALUES ((SELECT max(key) FROM audit), 'delete', old.key, old.article, old.id, old.source, old.url, old.published);
END;
CREATE INDEX past_version_entry ON past_version(entry);
CREATE INDEX past_version_key ON past_version(key);
CREATE TRIGGER version_inserted AFTER INSERT ON version BEGIN
    INSERT INTO past_version(entry, change, key) VALUES ((SELECT max(key) FROM audit), 'insert', new.key);
END;
CREATE TRIGGER version_updated AFTER UPDATE ON version BEGIN
    INSERT INTO past_version(entry, change, key, article, number, title, since, replaced, text) VALUES ((SELECT max(key) FROM audit), 'update', old.key, old.article, old.number, old.title, old.since, old.replaced, old.text);
END;
CREATE TRIGGER version_deleted AFTER DELETE ON version BEGIN
    INSERT INTO past_version(entry, change, key, article, number, title, since, replaced, text) VALUES ((SELECT max(key) FROM audit), 'delete', old.key, old.article, old.number, old.title, old.since, old.replaced, old.text);
END;
CREATE INDEX past_correction_entry ON past_correction(entry);
CREATE INDEX past_correction_key ON past_correction(key);
CREATE TRIGGER correction_inserted AFTER INSERT ON correction BEGIN
    INSERT INTO past_correction(entry, change, key) VALUES ((SELECT max(key) FROM audit), 'insert', new.key);
END;
CREATE TRIGGER correction_updated AFTER UPDATE ON correction BEGIN
    INSERT INTO past_correction(entry, change, key, article, start, end, words, name) VALUES ((SELECT max(key) FROM audit), 'update', old.key, old.article, old.start, old.end, old.words, old.name);
END;
CREATE TRIGGER correction_deleted AFTER DELETE ON correction BEGIN
    INSERT INTO past_correction(entry, change, key, article, start, end, words, name) VALUES ((SELECT max(key) FROM audit), 'delete', old.key, old.article, old.start, old.end, old.words, old.name);
END;
CREATE INDEX past_naming_entry ON past_naming(entry);
CREATE INDEX past_naming_key ON past_naming(key);
CREATE TRIGGER naming_inserted AFTER INSERT ON naming BEGIN
    INSERT INTO past_naming(entry, change, key) VALUES ((SELECT max(key) FROM audit), 'insert', new.key);
END;
CREATE TRIGGER naming_updated AFTER UPDATE ON naming BEGIN
    INSERT INTO past_naming(entry, change, key, form, written, name) VALUES ((SELECT max(key) FROM audit), 'update', old.key, old.form, old.written, old.name);
END;
CREATE TRIGGER naming_deleted AFTER DELETE ON naming BEGIN
    INSERT INTO past_naming(entry, change, key, form, written, name) VALUES ((SELECT max(key) FROM audit), 'delete', old.key, old.form, old.written, old.name);
END;
CREATE INDEX past_blocked_entry ON past_blocked(entry);
CREATE INDEX past_blocked_key ON past_blocked(key);
CREATE TRIGGER blocked_inserted AFTER INSERT ON blocked BEGIN
    INSERT INTO past_blocked(entry, change, key) VALUES ((SELECT max(key) FROM audit), 'insert', new.key);
END;
CREATE TRIGGER blocked_updated AFTER UPDATE ON blocked BEGIN
    INSERT INTO past_blocked(entry, change, key, outlet, name) VALUES ((SELECT max(key) FROM audit), 'update', old.key, old.outlet, old.name);
END;
CREATE TRIGGER blocked_deleted AFTER DELETE ON blocked BEGIN
    INSERT INTO past_blocked(entry, change, key, outlet, name) VALUES ((SELECT max(key) FROM audit), 'delete', old.key, old.outlet, old.name);
END;
CREATE INDEX past_setting_entry ON past_setting(entry);
CREATE INDEX past_setting_key ON past_setting(key);
CREATE TRIGGER setting_inserted AFTER INSERT ON setting BEGIN
    INSERT INTO past_setting(entry, change, key) VALUES ((SELECT max(key) FROM audit), 'insert', new.key);
END;
CREATE TRIGGER setting_updated AFTER UPDATE ON setting BEGIN
    INSERT INTO past_setting(entry, change, key, name, value) VALUES ((SELECT max(key) FROM audit), 'update', old.key, old.name, old.value);
END;
CREATE TRIGGER setting_deleted AFTER DELETE ON setting BEGIN
    INSERT INTO past_setting(entry, change, key, name, value) VALUES ((SELECT max(key) FROM audit), 'delete', old.key, old.name, old.value);
END;
CREATE INDEX past_feed_entry ON past_feed(entry);
CREATE INDEX past_feed_key ON past_feed(key);
CREATE TRIGGER feed_inserted AFTER INSERT ON feed BEGIN
    INSERT INTO past_feed(entry, change, key) VALUES ((SELECT max(key) FROM audit), 'insert', new.key);
END;
CREATE TRIGGER feed_updated AFTER UPDATE ON feed BEGIN
    INSERT INTO past_feed(entry, change, key, url, title, paused, added) VALUES ((SELECT max(key) FROM audit), 'update', old.key, old.url, old.title, old.paused, old.added);
END;
CREATE TRIGGER feed_deleted AFTER DELETE ON feed BEGIN
    INSERT INTO past_feed(entry, change, key, url, title, paused, added) VALUES ((SELECT max(key) FROM audit), 'delete', old.key, old.url, old.title, old.paused, old.added);
END;
CREATE INDEX past_verdict_entry ON past_verdict(entry);
CREATE INDEX past_verdict_key ON past_verdict(key);
CREATE TRIGGER verdict_inserted AFTER INSERT ON verdict BEGIN
    INSERT INTO past_verdict(entry, change, key) VALUES ((SELECT max(key) FROM audit), 'insert', new.key);
END;
CREATE TRIGGER verdict_updated AFTER UPDATE ON verdict BEGIN
    INSERT INTO past_verdict(entry, change, key, flag, outcome) VALUES ((SELECT max(key) FROM audit), 'update', old.key, old.flag, old.outcome);
END;
CREATE TRIGGER verdict_deleted AFTER DELETE ON verdict BEGIN
    INSERT INTO past_verdict(entry, change, key, flag, outcome) VALUES ((SELECT max(key) FROM audit), 'delete', old.key, old.flag, old.outcome);
END;
CREATE INDEX search_recent_field ON search_recent(field, first);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('audit',8);
INSERT INTO "sqlite_sequence" VALUES('article',3);
INSERT INTO "sqlite_sequence" VALUES('person',5);
INSERT INTO "sqlite_sequence" VALUES('quote',5);
INSERT INTO "sqlite_sequence" VALUES('feed',1);
COMMIT;
