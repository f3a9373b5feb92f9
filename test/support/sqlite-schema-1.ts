/** The first schema of a tenant's file, as it stays on machines that were started with it. */
export const SCHEMA_1 = `
CREATE TABLE passage (
  number INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  title_key TEXT,
  category TEXT,
  product TEXT,
  status TEXT,
  audience TEXT,
  customer TEXT,
  created_at TEXT,
  updated_at TEXT,
  UNIQUE (tenant, kind, id)
) STRICT;
CREATE INDEX passage_by_updated ON passage (tenant, kind, updated_at DESC, id DESC) WHERE removed = 0;
CREATE INDEX passage_by_title ON passage (tenant, title_key) WHERE title_key IS NOT NULL;

CREATE TABLE tag (value TEXT NOT NULL, passage INTEGER NOT NULL, PRIMARY KEY (value, passage)) STRICT, WITHOUT ROWID;
CREATE INDEX tag_by_passage ON tag (passage);

CREATE TABLE vector (
  passage INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  kind TEXT NOT NULL,
  value BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE words USING fts5 (title, text, id, tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO words (words, rank) VALUES ('rank', 'bm25(3.0, 1.0, 3.0)');
CREATE VIRTUAL TABLE word_count USING fts5vocab (words, row);

CREATE TABLE tally (tenant TEXT PRIMARY KEY, living INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER passage_made AFTER INSERT ON passage WHEN new.removed = 0 BEGIN
  INSERT INTO tally VALUES (new.tenant, 1) ON CONFLICT (tenant) DO UPDATE SET living = living + 1;
END;
CREATE TRIGGER passage_changed AFTER UPDATE OF removed ON passage WHEN old.removed <> new.removed BEGIN
  INSERT INTO tally VALUES (new.tenant, old.removed - new.removed)
    ON CONFLICT (tenant) DO UPDATE SET living = living + old.removed - new.removed;
END;
CREATE TRIGGER passage_gone AFTER DELETE ON passage WHEN old.removed = 0 BEGIN
  UPDATE tally SET living = living - 1 WHERE tenant = old.tenant;
END;
PRAGMA user_version = 1;
`;
