import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { TOKENIZER } from './schema.ts';

const Stem = z.object({ doc: z.number(), term: z.string() });

/** The stems of words, by word, exactly as the index cuts them: SQLite's own tokenizer does it, in memory. */
export type WordStems = (words: readonly string[]) => ReadonlyMap<string, readonly string[]>;

/** Makes a reader of stems; it keeps no word that it has read. */
export const wordStems = (): WordStems => {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    CREATE VIRTUAL TABLE word USING fts5 (said, content = '', tokenize = '${TOKENIZER}');
    CREATE VIRTUAL TABLE stem USING fts5vocab (word, instance);`);
  const insert = database.prepare('INSERT INTO word (rowid, said) VALUES (?, ?)');
  const read = database.prepare('SELECT doc, term FROM stem ORDER BY doc, offset');
  return (words) => {
    database.exec('BEGIN');
    words.forEach((word, n) => insert.run(n, word));
    const stems = Map.groupBy(z.array(Stem).parse(read.all()), ({ doc }) => doc);
    database.exec('ROLLBACK');
    return new Map(words.map((word, n) => [word, (stems.get(n) ?? []).map(({ term }) => term)]));
  };
};
