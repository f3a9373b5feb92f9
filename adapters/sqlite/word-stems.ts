import { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { TOKENIZER } from './schema.ts';

/** Words whose stems are remembered; a word says nothing of whose it is. */
const MOST_REMEMBERED = 20_000;

const Stem = z.object({ doc: z.number(), term: z.string() });

/** The stems of words, by word, exactly as the index cuts them. */
export type WordStems = (words: readonly string[]) => ReadonlyMap<string, readonly string[]>;

/** A reader of stems: SQLite's own tokenizer does it, on a table in memory that is rolled back. */
const tokenizer = (): WordStems => {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    CREATE VIRTUAL TABLE word USING fts5 (said, content = '', tokenize = '${TOKENIZER}');
    CREATE VIRTUAL TABLE stem USING fts5vocab (word, instance);`);
  const insert = database.prepare('INSERT INTO word (rowid, said) VALUES (?, ?)');
  const read = database.prepare('SELECT doc, term FROM stem ORDER BY doc, offset');
  return (words) => {
    database.exec('BEGIN');
    for (const [n, word] of words.entries()) insert.run(n, word);
    const stems = Map.groupBy(z.array(Stem).parse(read.all()), ({ doc }) => doc);
    database.exec('ROLLBACK');
    return new Map(words.map((word, n) => [word, (stems.get(n) ?? []).map(({ term }) => term)]));
  };
};

/** Makes a reader of stems that remembers the words of late. */
export const wordStems = (): WordStems => {
  const cut = tokenizer();
  const remembered = new LRUCache<string, readonly string[]>({ max: MOST_REMEMBERED });
  return (words) => {
    const unknown = words.filter((word) => !remembered.has(word));
    const fresh = unknown.length === 0 ? new Map<string, readonly string[]>() : cut(unknown);
    for (const [word, stems] of fresh) remembered.set(word, stems);
    return new Map(words.map((word) => [word, remembered.get(word) ?? fresh.get(word) ?? []]));
  };
};
