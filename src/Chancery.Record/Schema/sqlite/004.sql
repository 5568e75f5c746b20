-- The ledger of statements: what codings hold, made searchable. All of it can be made again from codings.

CREATE TABLE statements (
    id      INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    number  INTEGER NOT NULL,               -- its place in the article's coding
    dated   INTEGER NOT NULL,               -- the article's
    name    TEXT,                           -- who speaks; null where the mouth stays open
    stance  TEXT NOT NULL,
    negated INTEGER NOT NULL,
    entry   TEXT NOT NULL,                  -- JSON
    UNIQUE (article, number)
);
CREATE INDEX statements_dated ON statements (dated, id);
CREATE INDEX statements_name ON statements (name, dated);

-- Their words, under the id of the statement. Names are matched as they stand, topics by their stems.
CREATE VIRTUAL TABLE statement_people USING fts5 (
    speaker, addressee, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statement_topics USING fts5 (
    about, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);

-- Codings made before there was a ledger; entered when it is first asked.
CREATE TABLE statements_due (
    article TEXT PRIMARY KEY,
    coder   TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO statements_due SELECT article, max(coder) FROM codings GROUP BY article;
