-- Times are milliseconds since 1970 (UTC). Everything derived can be made again from captures.

CREATE TABLE captures (
    digest      TEXT PRIMARY KEY,           -- SHA-256 of the body, hexadecimal
    media_type  TEXT NOT NULL,
    address     TEXT,
    origin      TEXT NOT NULL,
    captured_at INTEGER NOT NULL,
    size        INTEGER NOT NULL,           -- bytes, uncompressed
    body        BLOB NOT NULL               -- Brotli (RFC 7932)
) WITHOUT ROWID;

-- What has been done: one row for a stage, the stage's version and what it worked on.
CREATE TABLE jobs (
    stage   TEXT NOT NULL,
    version TEXT NOT NULL,
    subject TEXT NOT NULL,                  -- a capture's digest
    PRIMARY KEY (subject, stage, version)
) WITHOUT ROWID;

CREATE TABLE discards (
    capture  TEXT NOT NULL REFERENCES captures (digest),
    reader   TEXT NOT NULL,
    code     TEXT NOT NULL,
    sentence TEXT NOT NULL,
    PRIMARY KEY (capture, reader, code, sentence)
) WITHOUT ROWID;

CREATE TABLE articles (
    id          TEXT PRIMARY KEY,           -- one version of one article
    key         TEXT NOT NULL,              -- the article over its versions
    capture     TEXT NOT NULL REFERENCES captures (digest),
    outlet      TEXT NOT NULL,
    headline    TEXT NOT NULL,
    language    TEXT NOT NULL,
    partial     INTEGER NOT NULL,
    captured_at INTEGER NOT NULL,
    dated       INTEGER NOT NULL,           -- published, else captured
    article     TEXT NOT NULL               -- JSON
);
CREATE INDEX articles_key ON articles (key);
CREATE INDEX articles_dated ON articles (dated);

CREATE TABLE codings (
    article TEXT NOT NULL REFERENCES articles (id),
    coder   TEXT NOT NULL,
    coding  TEXT NOT NULL,                  -- JSON
    PRIMARY KEY (article, coder)
) WITHOUT ROWID;

-- Each time that a feed was read, well or not: what an absence rests on.
CREATE TABLE feed_reads (
    feed    TEXT NOT NULL,                  -- its address
    read_at INTEGER NOT NULL,
    failure TEXT,                           -- null where it was read well
    oldest  INTEGER,                        -- the oldest dated entry that it still listed
    entries INTEGER NOT NULL,
    PRIMARY KEY (feed, read_at)
) WITHOUT ROWID;

CREATE TABLE feed_entries (
    feed      TEXT NOT NULL,
    link      TEXT NOT NULL,
    title     TEXT NOT NULL,
    published INTEGER,
    PRIMARY KEY (feed, link)
) WITHOUT ROWID;
CREATE INDEX feed_entries_published ON feed_entries (feed, published);

CREATE TABLE stories (
    watch   TEXT NOT NULL,
    id      TEXT NOT NULL,                  -- its address, kept for good
    from_at INTEGER NOT NULL,
    to_at   INTEGER NOT NULL,
    PRIMARY KEY (watch, id)
) WITHOUT ROWID;

CREATE TABLE story_articles (
    watch   TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id),
    story   TEXT NOT NULL,
    PRIMARY KEY (watch, article)
) WITHOUT ROWID;
CREATE INDEX story_articles_story ON story_articles (watch, story);

CREATE TABLE issues (
    watch TEXT NOT NULL,
    week  TEXT NOT NULL,                    -- first day, yyyy-MM-dd
    approved_at INTEGER,                    -- null while it is a draft
    issue TEXT NOT NULL,                    -- JSON
    PRIMARY KEY (watch, week)
) WITHOUT ROWID;
