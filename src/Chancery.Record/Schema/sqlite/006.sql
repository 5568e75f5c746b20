-- Who may work on the desk, from where they are signed in, and what they did.

CREATE TABLE accounts (
    id           TEXT PRIMARY KEY,
    name         TEXT NOT NULL UNIQUE COLLATE NOCASE,   -- signs in with it
    person       TEXT NOT NULL,                         -- as readers and colleagues see it
    role         TEXT NOT NULL CHECK (role IN ('reader', 'editor', 'publisher')),
    password     TEXT,                                  -- the framework's hash; null until it is set
    failures     INTEGER NOT NULL DEFAULT 0,            -- wrong passwords since the last right one
    locked_until INTEGER,
    added_at     INTEGER NOT NULL,
    closed_at    INTEGER
);

CREATE TABLE sessions (
    token      TEXT PRIMARY KEY,                        -- SHA-256 of what the browser holds
    id         TEXT NOT NULL UNIQUE,                    -- names it where it is listed
    account    TEXT NOT NULL REFERENCES accounts (id),
    started_at INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL,
    ends_at    INTEGER NOT NULL,
    agent      TEXT NOT NULL,
    address    TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_account ON sessions (account);

-- One-time codes with which a person sets a first or a new password.
CREATE TABLE invitations (
    code    TEXT PRIMARY KEY,                           -- SHA-256 of it
    account TEXT NOT NULL REFERENCES accounts (id),
    ends_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE passkeys (
    credential BLOB PRIMARY KEY,
    account    TEXT NOT NULL REFERENCES accounts (id),
    name       TEXT NOT NULL,
    added_at   INTEGER NOT NULL,
    used_at    INTEGER,
    data       TEXT NOT NULL                            -- JSON, as the framework's passkey handler needs it
) WITHOUT ROWID;
CREATE INDEX passkeys_account ON passkeys (account);

CREATE TABLE audit (
    id      INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    account TEXT,                                       -- null where nobody was signed in
    who     TEXT NOT NULL,                              -- as they were called then
    act     TEXT NOT NULL,                              -- "signed in", "corrected a speaker"
    subject TEXT NOT NULL,                              -- what it was done to; an address of the desk where there is one
    address TEXT NOT NULL                               -- the network address it came from
);
