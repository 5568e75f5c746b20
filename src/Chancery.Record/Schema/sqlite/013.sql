-- What is asked newest first is numbered so that a row's number is its place in time: full text gives its rows in the order
-- of their numbers, hence a page costs what it shows and a week what it holds, however large the record is.
--   a second's numbers   dated / 1000 * 1048576 + 0 … 1048575       (searchable, statements, figures, meetings)
--   a day's numbers      (days since 1970) * 2^44 + minute * 2^18 … (events; the article's minute, Chancery.Record/Numbering.cs)
-- Within a second or a minute they are given downwards, so that reading downwards gives an article's own order.
-- And the ledgers hold current versions alone, so that no question has to look whether a version is one.

DROP TRIGGER articles_searchable;
DROP TRIGGER issues_searchable;
DROP TRIGGER issues_searchable_again;
DROP TABLE words;
DROP TABLE searchable;

CREATE TABLE searchable (
    id     INTEGER PRIMARY KEY,             -- the row in "words" or "issue_words"
    kind   TEXT NOT NULL,                   -- article, issue
    key    TEXT NOT NULL,                   -- an article's key; an issue's watch/week
    shown  TEXT NOT NULL,                   -- the article version's id; the issue's watch/week
    dated  INTEGER NOT NULL,
    outlet TEXT NOT NULL,                   -- the article's; the issue's watch
    UNIQUE (kind, key)
);
CREATE INDEX searchable_shown ON searchable (shown);

-- Marks: "x" and the outlet in hexadecimal, one token.
CREATE VIRTUAL TABLE words USING fts5 (
    title, body, marks, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE issue_words USING fts5 (
    title, body, marks, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO searchable (id, kind, key, shown, dated, outlet)
    SELECT dated / 1000 * 1048576 + 1048576 - row_number() OVER (PARTITION BY dated / 1000 ORDER BY kind, key),
           kind, key, shown, dated, outlet
    FROM (
        SELECT 'article' AS kind, key, id AS shown, dated, outlet FROM (
            SELECT key, id, dated, outlet,
                   row_number() OVER (PARTITION BY key ORDER BY partial, captured_at DESC, id) AS place
            FROM articles)
        WHERE place = 1
        UNION ALL
        SELECT 'issue', watch || '/' || week, watch || '/' || week, unixepoch(week) * 1000, watch FROM issues)
    ORDER BY 1;
INSERT INTO words (rowid, title, body, marks)
    SELECT s.id, a.headline, coalesce(json_extract(a.article, '$.dek'), '') || char(10) || json_extract(a.article, '$.text'),
           'x' || hex(s.outlet)
    FROM searchable AS s JOIN articles AS a ON a.id = s.shown WHERE s.kind = 'article' ORDER BY s.id;
INSERT INTO issue_words (rowid, title, body, marks)
    SELECT s.id, json_extract(i.issue, '$.title.text'),
           (SELECT group_concat(atom, char(10)) FROM json_tree(i.issue) WHERE key = 'text'), 'x' || hex(s.outlet)
    FROM searchable AS s JOIN issues AS i ON s.key = i.watch || '/' || i.week WHERE s.kind = 'issue' ORDER BY s.id;

-- The same order as ArticleShelf.Current: whole before partial, then the latest captured.
CREATE TRIGGER articles_searchable AFTER INSERT ON articles
WHEN NOT EXISTS (
    SELECT 1 FROM articles AS b
    WHERE b.key = NEW.key AND (b.partial, -b.captured_at, b.id) < (NEW.partial, -NEW.captured_at, NEW.id))
BEGIN
    DELETE FROM words WHERE rowid = (SELECT id FROM searchable WHERE kind = 'article' AND key = NEW.key);
    DELETE FROM searchable WHERE kind = 'article' AND key = NEW.key;
    INSERT INTO searchable (id, kind, key, shown, dated, outlet)
        SELECT coalesce(min(id), NEW.dated / 1000 * 1048576 + 1048576) - 1, 'article', NEW.key, NEW.id, NEW.dated, NEW.outlet
        FROM searchable WHERE id BETWEEN NEW.dated / 1000 * 1048576 AND NEW.dated / 1000 * 1048576 + 1048575;
    INSERT INTO words (rowid, title, body, marks)
        SELECT id, NEW.headline, coalesce(json_extract(NEW.article, '$.dek'), '') || char(10) || json_extract(NEW.article, '$.text'),
               'x' || hex(NEW.outlet)
        FROM searchable WHERE kind = 'article' AND key = NEW.key;
END;

CREATE TRIGGER issues_searchable AFTER INSERT ON issues
BEGIN
    INSERT INTO searchable (id, kind, key, shown, dated, outlet)
        SELECT coalesce(min(id), unixepoch(NEW.week) * 1048576 + 1048576) - 1,
               'issue', NEW.watch || '/' || NEW.week, NEW.watch || '/' || NEW.week, unixepoch(NEW.week) * 1000, NEW.watch
        FROM searchable WHERE id BETWEEN unixepoch(NEW.week) * 1048576 AND unixepoch(NEW.week) * 1048576 + 1048575;
    INSERT INTO issue_words (rowid, title, body, marks)
        SELECT id, json_extract(NEW.issue, '$.title.text'),
               (SELECT group_concat(atom, char(10)) FROM json_tree(NEW.issue) WHERE key = 'text'), 'x' || hex(NEW.watch)
        FROM searchable WHERE kind = 'issue' AND key = NEW.watch || '/' || NEW.week;
END;

CREATE TRIGGER issues_searchable_again AFTER UPDATE OF issue ON issues
BEGIN
    DELETE FROM issue_words
        WHERE rowid = (SELECT id FROM searchable WHERE kind = 'issue' AND key = NEW.watch || '/' || NEW.week);
    INSERT INTO issue_words (rowid, title, body, marks)
        SELECT id, json_extract(NEW.issue, '$.title.text'),
               (SELECT group_concat(atom, char(10)) FROM json_tree(NEW.issue) WHERE key = 'text'), 'x' || hex(NEW.watch)
        FROM searchable WHERE kind = 'issue' AND key = NEW.watch || '/' || NEW.week;
END;

DROP TABLE statements;
DROP TABLE statement_people;
DROP TABLE statement_topics;
DROP TABLE statements_due;
DROP TABLE events;
DROP TABLE event_words;
DROP TABLE figures;
DROP TABLE figure_words;
DROP TABLE meetings;
DROP TABLE meeting_words;
DROP TABLE ledgers_due;

CREATE TABLE statements (
    id      INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    number  INTEGER NOT NULL,               -- its place in the article's coding
    dated   INTEGER NOT NULL,               -- the article's
    name    TEXT,                           -- who speaks; null where the mouth stays open
    entry   TEXT NOT NULL,                  -- JSON
    UNIQUE (article, number)
);
CREATE INDEX statements_speakers ON statements (dated, name) WHERE name IS NOT NULL;

-- Names are matched as they stand, topics by their stems. The topics' table holds the names too, so that both can be asked of
-- it at once, each word with a 0 behind it, which no stemmer cuts. Marks: stance, whether it is negated, whether a name is known, the outlet (Chancery.Record/Codings/Tokens.cs).
CREATE VIRTUAL TABLE statement_people USING fts5 (
    speaker, addressee, marks, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statement_topics USING fts5 (
    about, speaker, addressee, marks,
    content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TABLE events (
    id         INTEGER PRIMARY KEY,
    article    TEXT NOT NULL REFERENCES articles (id),
    number     INTEGER NOT NULL,
    type       TEXT NOT NULL,               -- PLOVER
    happened   INTEGER NOT NULL,            -- neither denied, planned nor supposed
    country    TEXT,                        -- alpha-3
    actors     TEXT NOT NULL,               -- as they are called, a line each
    recipients TEXT NOT NULL,
    entry      TEXT NOT NULL,               -- JSON
    UNIQUE (article, number)
);
-- Counting a week reads this alone.
CREATE INDEX events_counted ON events (id, type, happened, country, actors, recipients);

CREATE TABLE figures (
    id      INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    number  INTEGER NOT NULL,
    unit    TEXT NOT NULL,
    value   REAL NOT NULL,
    entry   TEXT NOT NULL,
    UNIQUE (article, number)
);

CREATE TABLE meetings (
    id      INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    number  INTEGER NOT NULL,
    day     TEXT,                           -- yyyy-MM-dd; null where nobody tells
    status  TEXT NOT NULL,
    form    TEXT NOT NULL,
    entry   TEXT NOT NULL,
    UNIQUE (article, number)
);
CREATE INDEX meetings_day ON meetings (day) WHERE day IS NOT NULL;

CREATE VIRTUAL TABLE event_words USING fts5 (
    actor, recipient, place, marks, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE figure_words USING fts5 (
    counted, said_by, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE meeting_words USING fts5 (
    party, place, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- A version that another replaces says nothing any more.
CREATE TRIGGER searchable_replaced AFTER DELETE ON searchable WHEN OLD.kind = 'article'
BEGIN
    DELETE FROM statement_people WHERE rowid IN (SELECT id FROM statements WHERE article = OLD.shown);
    DELETE FROM statement_topics WHERE rowid IN (SELECT id FROM statements WHERE article = OLD.shown);
    DELETE FROM statements WHERE article = OLD.shown;
    DELETE FROM event_words WHERE rowid IN (SELECT id FROM events WHERE article = OLD.shown);
    DELETE FROM events WHERE article = OLD.shown;
    DELETE FROM figure_words WHERE rowid IN (SELECT id FROM figures WHERE article = OLD.shown);
    DELETE FROM figures WHERE article = OLD.shown;
    DELETE FROM meeting_words WHERE rowid IN (SELECT id FROM meetings WHERE article = OLD.shown);
    DELETE FROM meetings WHERE article = OLD.shown;
END;

-- Codings that are still to be entered, the newest article's first; until then they are not found.
CREATE TABLE ledgers_due (
    article TEXT PRIMARY KEY,
    coder   TEXT NOT NULL,
    dated   INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX ledgers_due_dated ON ledgers_due (dated);
INSERT INTO ledgers_due
    SELECT s.shown,
           (SELECT c.coder FROM codings AS c WHERE c.article = s.shown ORDER BY CAST(c.coder AS INTEGER) DESC, c.coder DESC LIMIT 1),
           s.dated
    FROM searchable AS s WHERE s.kind = 'article' AND EXISTS (SELECT 1 FROM codings AS c WHERE c.article = s.shown);

-- Where a person's position moved.
CREATE INDEX disputes_drift ON disputes (watch, json_extract(dispute, '$.claim.speaker')) WHERE json_extract(dispute, '$.kind') = 'drift';

-- A week's articles are counted, and their newest capture found, without reading them.
DROP INDEX articles_dated;
CREATE INDEX articles_window ON articles (dated, captured_at, key);
