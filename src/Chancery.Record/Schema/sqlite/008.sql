-- Full text (FTS5) over the current version of each article and over every issue. Triggers keep it, so that whatever
-- writes an article or an issue cannot forget it. Contentless: the words stand in their own tables already.
CREATE TABLE searchable (
    id     INTEGER PRIMARY KEY,             -- the row in "words"
    kind   TEXT NOT NULL,                   -- article, issue
    key    TEXT NOT NULL,                   -- an article's key; an issue's watch/week
    shown  TEXT NOT NULL,                   -- the article version's id; the issue's watch/week
    dated  INTEGER NOT NULL,
    outlet TEXT NOT NULL,                   -- the article's; the issue's watch
    UNIQUE (kind, key)
);
CREATE INDEX searchable_dated ON searchable (dated);

CREATE VIRTUAL TABLE words USING fts5 (
    title, body, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);

-- The same order as ArticleShelf.Current: whole before partial, then the latest captured.
CREATE TRIGGER articles_searchable AFTER INSERT ON articles
WHEN NOT EXISTS (
    SELECT 1 FROM articles AS b
    WHERE b.key = NEW.key AND (b.partial, -b.captured_at, b.id) < (NEW.partial, -NEW.captured_at, NEW.id))
BEGIN
    DELETE FROM words WHERE rowid = (SELECT id FROM searchable WHERE kind = 'article' AND key = NEW.key);
    INSERT INTO searchable (kind, key, shown, dated, outlet)
        VALUES ('article', NEW.key, NEW.id, NEW.dated, NEW.outlet)
        ON CONFLICT (kind, key) DO UPDATE
            SET shown = excluded.shown, dated = excluded.dated, outlet = excluded.outlet;
    INSERT INTO words (rowid, title, body)
        SELECT id, NEW.headline, coalesce(json_extract(NEW.article, '$.dek'), '') || char(10) || json_extract(NEW.article, '$.text')
        FROM searchable WHERE kind = 'article' AND key = NEW.key;
END;

CREATE TRIGGER issues_searchable AFTER INSERT ON issues
BEGIN
    INSERT INTO searchable (kind, key, shown, dated, outlet)
        VALUES ('issue', NEW.watch || '/' || NEW.week, NEW.watch || '/' || NEW.week, unixepoch(NEW.week) * 1000, NEW.watch);
    INSERT INTO words (rowid, title, body)
        SELECT id, json_extract(NEW.issue, '$.title.text'),
               (SELECT group_concat(atom, char(10)) FROM json_tree(NEW.issue) WHERE key = 'text')
        FROM searchable WHERE kind = 'issue' AND key = NEW.watch || '/' || NEW.week;
END;

CREATE TRIGGER issues_searchable_again AFTER UPDATE OF issue ON issues
BEGIN
    DELETE FROM words
        WHERE rowid = (SELECT id FROM searchable WHERE kind = 'issue' AND key = NEW.watch || '/' || NEW.week);
    INSERT INTO words (rowid, title, body)
        SELECT id, json_extract(NEW.issue, '$.title.text'),
               (SELECT group_concat(atom, char(10)) FROM json_tree(NEW.issue) WHERE key = 'text')
        FROM searchable WHERE kind = 'issue' AND key = NEW.watch || '/' || NEW.week;
END;

-- What an older desk holds already.
INSERT INTO searchable (kind, key, shown, dated, outlet)
    SELECT 'article', key, id, dated, outlet FROM (
        SELECT key, id, dated, outlet,
               row_number() OVER (PARTITION BY key ORDER BY partial, captured_at DESC, id) AS place
        FROM articles)
    WHERE place = 1 ORDER BY dated;
INSERT INTO searchable (kind, key, shown, dated, outlet)
    SELECT 'issue', watch || '/' || week, watch || '/' || week, unixepoch(week) * 1000, watch FROM issues;
INSERT INTO words (rowid, title, body)
    SELECT s.id, a.headline, coalesce(json_extract(a.article, '$.dek'), '') || char(10) || json_extract(a.article, '$.text')
    FROM searchable AS s JOIN articles AS a ON a.id = s.shown WHERE s.kind = 'article';
INSERT INTO words (rowid, title, body)
    SELECT s.id, json_extract(i.issue, '$.title.text'),
           (SELECT group_concat(atom, char(10)) FROM json_tree(i.issue) WHERE key = 'text')
    FROM searchable AS s JOIN issues AS i ON s.key = i.watch || '/' || i.week WHERE s.kind = 'issue';
