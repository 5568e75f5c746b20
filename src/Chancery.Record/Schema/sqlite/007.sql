-- Readers, what was sent to them, and what was published. A row of the outbox is written before its message is sent.

CREATE TABLE subscribers (
    id           INTEGER PRIMARY KEY,
    watch        TEXT NOT NULL,
    address      TEXT NOT NULL,
    folded       TEXT NOT NULL,             -- the address in lower case: one subscription for one mailbox
    name         TEXT NOT NULL,
    state        TEXT NOT NULL,             -- asked, confirmed, left, bounced
    token        TEXT NOT NULL UNIQUE,      -- stands in the links of every mail
    key          TEXT UNIQUE,               -- stands in the mail that asks for confirmation; null once it was used
    origin       TEXT NOT NULL,             -- form, import, editor
    asked_at     INTEGER NOT NULL,
    confirmed_at INTEGER,
    ended_at     INTEGER,
    UNIQUE (watch, folded)
);
CREATE INDEX subscribers_state ON subscribers (watch, state);

CREATE TABLE mailings (
    id         INTEGER PRIMARY KEY,
    watch      TEXT NOT NULL,
    what       TEXT NOT NULL,               -- "issue 2031-03-07", "confirmation"
    created_at INTEGER NOT NULL,
    content    TEXT NOT NULL,               -- JSON: what it says, as it stood when it was queued
    UNIQUE (watch, what)
);

CREATE TABLE outbox (
    mailing    INTEGER NOT NULL REFERENCES mailings (id),
    subscriber INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    state      TEXT NOT NULL,               -- queued, sending, sent, refused, bounced, doubt, left
    attempts   INTEGER NOT NULL DEFAULT 0,
    due_at     INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    reply      TEXT,                        -- the server's words, without addresses
    PRIMARY KEY (mailing, subscriber)
) WITHOUT ROWID;
CREATE INDEX outbox_queued ON outbox (mailing, due_at, subscriber) WHERE state = 'queued';
CREATE INDEX outbox_subscriber ON outbox (subscriber, mailing);

-- What readers saw before a correction or a withdrawal.
CREATE TABLE issue_versions (
    watch    TEXT NOT NULL,
    week     TEXT NOT NULL,
    ended_at INTEGER NOT NULL,
    issue    TEXT NOT NULL,                 -- JSON
    PRIMARY KEY (watch, week, ended_at)
) WITHOUT ROWID;

-- Who is to be told of what: webhooks and the hub.
CREATE TABLE notices (
    id         TEXT PRIMARY KEY,
    watch      TEXT NOT NULL,
    kind       TEXT NOT NULL,               -- webhook, hub
    target     TEXT NOT NULL,
    what       TEXT NOT NULL,               -- "issue.published", "issue.corrected", "issue.withdrawn"
    body       TEXT NOT NULL,
    state      TEXT NOT NULL,               -- waiting, told, failed
    attempts   INTEGER NOT NULL DEFAULT 0,
    due_at     INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    reply      TEXT
) WITHOUT ROWID;
CREATE INDEX notices_waiting ON notices (watch, due_at) WHERE state = 'waiting';
