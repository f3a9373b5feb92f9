/** How words are cut and folded: the same for passages and queries. */
export const TOKENIZER = 'porter unicode61 remove_diacritics 2';

/** Raised with every change of SCHEMA; a file of an older version is brought up by UPGRADES. */
export const SCHEMA_VERSION = 3;

/** The word index, and the weights of its columns. */
const WORDS = `
CREATE VIRTUAL TABLE words USING fts5 (title, text, id, summary, tokenize = '${TOKENIZER}');
INSERT INTO words (words, rank) VALUES ('rank', 'bm25(3.0, 1.0, 3.0, 2.0)');
CREATE VIRTUAL TABLE word_count USING fts5vocab (words, row);`;

/** Where each word stands, and what changed last. */
const MIRRORED = `
CREATE VIRTUAL TABLE word_place USING fts5vocab (words, instance);
CREATE TABLE change (passage INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX change_by_at ON change (at);`;

/**
 * One tenant's passages of one model.
 * - `passage` carries the tenant, so that every query can demand it, and outlives a removal as its version.
 * - `vector` is apart and narrow: a thread that begins to search reads it from end to end.
 * - `words` holds title, text, id and summary; `rank` weighs a title three times and a summary twice,
 *   as keyword-scores.ts does. FTS5's own secure-delete is off: it makes a
 *   change ten times slower; a merge drops what was deleted (docs/adr/0030).
 * - `change` numbers the changes of the file: what a reader holds in memory follows it (docs/adr/0135).
 * - `tally` counts living passages, so that nobody has to.
 */
export const SCHEMA = `
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
  state TEXT,
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
  value BLOB NOT NULL,
  state TEXT
) STRICT;

${WORDS}
${MIRRORED}

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
`;

/** What brings a file from each version to the next: summaries and the states of articles came with version 2. */
export const UPGRADES: Readonly<Record<number, string>> = {
  1: `
ALTER TABLE passage ADD COLUMN state TEXT;
ALTER TABLE vector ADD COLUMN state TEXT;
DROP TABLE word_count;
ALTER TABLE words RENAME TO words_1;
${WORDS}
INSERT INTO words (rowid, title, text, id, summary) SELECT rowid, title, text, id, '' FROM words_1;
DROP TABLE words_1;`,
  2: `
${MIRRORED}
INSERT INTO change SELECT number, number FROM passage;`,
};
