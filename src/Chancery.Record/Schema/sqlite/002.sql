CREATE TABLE tracks (
    watch   TEXT NOT NULL,
    id      TEXT NOT NULL,                  -- its address, kept for good
    last_at INTEGER NOT NULL,               -- of its log's last entry; 0 where it has none
    track   TEXT NOT NULL,                  -- JSON
    PRIMARY KEY (watch, id)
) WITHOUT ROWID;

CREATE TABLE disputes (
    watch   TEXT NOT NULL,
    id      TEXT NOT NULL,
    from_at INTEGER NOT NULL,               -- of its first account
    last_at INTEGER NOT NULL,               -- of its last account
    dispute TEXT NOT NULL,                  -- JSON
    PRIMARY KEY (watch, id)
) WITHOUT ROWID;
CREATE INDEX disputes_last ON disputes (watch, last_at);

-- What a person decided stands apart from what the desk finds: finding it again does not undo it.
CREATE TABLE dispute_rulings (
    watch    TEXT NOT NULL,
    id       TEXT NOT NULL,
    ruling   TEXT NOT NULL,                 -- upheld, dismissed
    ruled_by TEXT NOT NULL,
    ruled_at INTEGER NOT NULL,
    PRIMARY KEY (watch, id)
) WITHOUT ROWID;
