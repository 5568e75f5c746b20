-- What people decided about what was found. It stands apart from codings and placings and is laid over each of them:
-- finding it again does not undo it. Nothing is deleted; what was taken back says so.

CREATE TABLE corrections (
    id           INTEGER PRIMARY KEY,
    key          TEXT NOT NULL,             -- the article over its versions
    article      TEXT NOT NULL REFERENCES articles (id),
    correction   TEXT NOT NULL,             -- JSON
    made_at      INTEGER NOT NULL,
    made_by      TEXT NOT NULL,
    withdrawn_at INTEGER,
    withdrawn_by TEXT
);
CREATE INDEX corrections_key ON corrections (key);

-- Two articles are of one story, or are not.
CREATE TABLE regroupings (
    id           INTEGER PRIMARY KEY,
    watch        TEXT NOT NULL,
    together     INTEGER NOT NULL,
    article      TEXT NOT NULL,             -- keys
    other        TEXT NOT NULL,
    made_at      INTEGER NOT NULL,
    made_by      TEXT NOT NULL,
    withdrawn_at INTEGER,
    withdrawn_by TEXT
);
CREATE INDEX regroupings_watch ON regroupings (watch);

-- A story that belongs to a track, by one of its articles.
CREATE TABLE track_stories (
    watch   TEXT NOT NULL,
    article TEXT NOT NULL,                  -- key
    track   TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (watch, article)
) WITHOUT ROWID;

-- What an account marked for itself, or ('' as account) for the whole desk.
CREATE TABLE marks (
    account   TEXT NOT NULL,
    mark      TEXT NOT NULL,                -- read, starred, dismissed
    article   TEXT NOT NULL,                -- key
    marked_at INTEGER NOT NULL,
    PRIMARY KEY (account, mark, article)
) WITHOUT ROWID;

-- When somebody was last here: what came since is new to them.
CREATE TABLE visits (
    account TEXT NOT NULL,
    watch   TEXT NOT NULL,
    last_at INTEGER NOT NULL,
    before  INTEGER NOT NULL,               -- the end of the visit before this one
    PRIMARY KEY (account, watch)
) WITHOUT ROWID;

CREATE INDEX articles_captured ON articles (captured_at);
