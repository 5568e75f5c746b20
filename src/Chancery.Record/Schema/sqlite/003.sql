-- Feeds that the desk was given beside those of its watches: imported lists, addresses added by hand.
CREATE TABLE subscriptions (
    feed     TEXT NOT NULL,                 -- its address
    folder   TEXT NOT NULL,                 -- "World/Talks", outermost first; empty at the top
    title    TEXT NOT NULL,
    page     TEXT,                          -- the page that the feed stands for
    added_at INTEGER NOT NULL,
    PRIMARY KEY (feed, folder)
) WITHOUT ROWID;

-- What came of asking an address the last time: what a conditional request needs, and whether to ask again.
CREATE TABLE fetches (
    address       TEXT PRIMARY KEY,         -- as asked, before redirects
    asked_at      INTEGER NOT NULL,
    etag          TEXT,
    last_modified TEXT,
    moved_to      TEXT,                     -- where it has moved for good
    not_before    INTEGER,                  -- when the server wants to be asked again
    failure       TEXT,                     -- null where it came
    may_pass      INTEGER NOT NULL          -- whether the failure is one that may pass
) WITHOUT ROWID;

CREATE INDEX captures_address ON captures (address);
