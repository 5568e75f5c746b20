-- A draft that people have begun to edit: what it began as, and every edit since. Nothing here is changed or deleted.
CREATE TABLE drafts (
    watch    TEXT NOT NULL,
    week     TEXT NOT NULL,                 -- first day, yyyy-MM-dd
    began_at INTEGER NOT NULL,
    began_by TEXT NOT NULL,
    base     TEXT NOT NULL,                 -- the issue before the first edit, JSON
    PRIMARY KEY (watch, week)
) WITHOUT ROWID;

CREATE TABLE edits (
    watch     TEXT NOT NULL,
    week      TEXT NOT NULL,
    number    INTEGER NOT NULL,             -- from 1, in order
    edited_at INTEGER NOT NULL,
    edited_by TEXT NOT NULL,
    line      TEXT,                         -- the line whose words it touches, where it touches one
    edit      TEXT NOT NULL,                -- JSON
    PRIMARY KEY (watch, week, number),
    FOREIGN KEY (watch, week) REFERENCES drafts (watch, week)
) WITHOUT ROWID;
CREATE INDEX edits_line ON edits (watch, week, line, number) WHERE line IS NOT NULL;

-- What editors say to each other about a line.
CREATE TABLE comments (
    id         INTEGER PRIMARY KEY,
    watch      TEXT NOT NULL,
    week       TEXT NOT NULL,
    line       TEXT NOT NULL,
    said_at    INTEGER NOT NULL,
    said_by    TEXT NOT NULL,
    words      TEXT NOT NULL,
    settled_at INTEGER,                     -- null while it is open
    settled_by TEXT
);
CREATE INDEX comments_draft ON comments (watch, week, line);

CREATE TABLE pictures (
    digest     TEXT PRIMARY KEY,            -- SHA-256 of the body, hexadecimal
    media_type TEXT NOT NULL,
    width      INTEGER NOT NULL,            -- pixels
    height     INTEGER NOT NULL,
    kept_at    INTEGER NOT NULL,
    body       BLOB NOT NULL                -- as it came
) WITHOUT ROWID;
