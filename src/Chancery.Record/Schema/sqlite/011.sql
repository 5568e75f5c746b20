-- The ledgers of events, figures and meetings: what codings hold, made searchable. All of it can be made again from codings.

CREATE TABLE events (
    id       INTEGER PRIMARY KEY,
    article  TEXT NOT NULL REFERENCES articles (id),
    number   INTEGER NOT NULL,              -- its place in the article's coding
    dated    INTEGER NOT NULL,              -- the article's
    day      TEXT NOT NULL,                 -- yyyy-MM-dd: the event's where the text tells it, else the article's
    type     TEXT NOT NULL,                 -- PLOVER
    modality TEXT NOT NULL,
    negated  INTEGER NOT NULL,
    entry    TEXT NOT NULL,                 -- JSON
    UNIQUE (article, number)
);
CREATE INDEX events_day ON events (day, id);

CREATE TABLE figures (
    id      INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    number  INTEGER NOT NULL,
    dated   INTEGER NOT NULL,
    unit    TEXT NOT NULL,
    value   REAL NOT NULL,
    entry   TEXT NOT NULL,
    UNIQUE (article, number)
);
CREATE INDEX figures_dated ON figures (dated, id);

CREATE TABLE meetings (
    id      INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    number  INTEGER NOT NULL,
    dated   INTEGER NOT NULL,
    day     TEXT,                           -- yyyy-MM-dd; null where nobody tells
    status  TEXT NOT NULL,
    form    TEXT NOT NULL,
    entry   TEXT NOT NULL,
    UNIQUE (article, number)
);
CREATE INDEX meetings_dated ON meetings (dated, id);
CREATE INDEX meetings_day ON meetings (day);

-- Their words, under the row's id.
CREATE VIRTUAL TABLE event_words USING fts5 (
    actor, recipient, place, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE figure_words USING fts5 (
    counted, said_by, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE meeting_words USING fts5 (
    party, place, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- Codings made before there were these ledgers; entered when one is first asked.
CREATE TABLE ledgers_due (
    article TEXT PRIMARY KEY,
    coder   TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO ledgers_due SELECT article, max(coder) FROM codings GROUP BY article;

-- Whether a version is the current one of its article.
CREATE INDEX searchable_shown ON searchable (shown);
