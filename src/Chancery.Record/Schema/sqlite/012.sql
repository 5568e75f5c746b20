-- What programs come with: each is a person's, may less than they may, and is kept as its hash.
CREATE TABLE tokens (
    token    TEXT PRIMARY KEY,                          -- SHA-256 of what the program holds
    id       TEXT NOT NULL UNIQUE,                      -- names it where it is listed
    account  TEXT NOT NULL REFERENCES accounts (id),
    name     TEXT NOT NULL,                             -- what it is for
    scope    TEXT NOT NULL CHECK (scope IN ('read', 'edit', 'approve')),
    made_at  INTEGER NOT NULL,
    used_at  INTEGER NOT NULL DEFAULT 0                 -- to the hour; 0 where it never was
) WITHOUT ROWID;
CREATE INDEX tokens_account ON tokens (account);
