-- What a site's folder holds, and what each file of it was made of: so that the next build makes what changed alone.
CREATE TABLE sites (
    watch  TEXT NOT NULL,
    folder TEXT NOT NULL,
    memory BLOB NOT NULL,                   -- JSON, Brotli (RFC 7932)
    PRIMARY KEY (watch, folder)
) WITHOUT ROWID;

-- Issues that are to be mailed at their time.
CREATE TABLE mail_schedule (
    watch   TEXT NOT NULL,
    week    TEXT NOT NULL,
    mail_at INTEGER NOT NULL,
    PRIMARY KEY (watch, week)
) WITHOUT ROWID;
