import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import type { TenantFile } from '../tenant-file.ts';
import { bytesVector } from '../vector-bytes.ts';
import { passageCards, type PassageCards } from './passage-cards.ts';
import { quantisedRows, type QuantisedRows } from './quantised-rows.ts';
import { scopeColumns, type ScopeColumns } from './scope-columns.ts';
import { wordLength } from './word-length.ts';

/** Changes that are read at once: 5 MB of vectors. */
const CHANGES = 4_000;
/** Words whose frequencies are remembered. */
const MOST_WORDS = 20_000;
/** A frequency stands while fewer passages changed than this share of it: it weighs a word, no more. */
const STALE = 0.02;

const At = z.object({ at: z.number() });
const Held = z.object({ n: z.number() });
const Text = z.string().nullable();
const Changes = z.array(
  z.object({
    at: z.number(),
    number: z.number(),
    sizes: z.instanceof(Uint8Array).nullable(),
    vector: z.instanceof(Uint8Array).nullable(),
    kind: z.enum(['case', 'article', 'document']).nullable(),
    id: Text,
    version: z.number().nullable(),
    state: Text,
    category: Text,
    product: Text,
    status: Text,
    audience: Text,
    customer: Text,
    createdAt: Text,
    updatedAt: Text,
  }),
);
type Change = z.infer<typeof Changes>[number];

const LAST = 'SELECT coalesce(max(at), 0) AS at FROM change';
const SINCE = `
SELECT c.at AS at, c.passage AS number, d.sz AS sizes, v.value AS vector, p.kind AS kind, p.id AS id,
  p.version AS version, p.state AS state,
  p.category AS category, p.product AS product, p.status AS status, p.audience AS audience, p.customer AS customer,
  p.created_at AS createdAt, p.updated_at AS updatedAt
FROM change c
LEFT JOIN passage p ON p.number = c.passage AND p.tenant = ? AND p.removed = 0
LEFT JOIN words_docsize d ON d.id = p.number
LEFT JOIN vector v ON v.passage = p.number
WHERE c.at > ? ORDER BY c.at LIMIT ${CHANGES}`;

/** What a thread holds of a tenant's file in memory, by the numbers of its rows, to rank without reading them. */
export type Mirror = {
  /** Takes over what changed since it was last called; to be called inside a snapshot, which it then equals. */
  readonly follow: (file: TenantFile) => void;
  /** The passage of a row; undefined for what is gone. */
  readonly card: PassageCards['read'];
  /** See ScopeColumns. */
  readonly accepts: ScopeColumns['accepts'];
  /** Scores of QuantisedRows; empty where nothing has a vector. */
  readonly nearness: (query: Float32Array) => Float32Array;
  /** Living passages, and the words that each has on average. */
  readonly passages: () => number;
  readonly averageLength: () => number;
  /** Words of each passage, by its number; 0 for what is gone. */
  readonly lengths: () => Uint32Array;
  /** A number for each passage, by its number, for sums: all 0, and whoever changes them leaves them so. */
  readonly sums: () => Float32Array;
  /** Passages that hold a stem, within STALE. */
  readonly holding: (file: TenantFile, stem: string) => number;
  readonly bytes: () => number;
};

/** Makes an empty mirror of a tenant's passages: 33 MB for 100,000 of 256 dimensions. */
export const mirror = (tenant: string): Mirror => {
  const columns = scopeColumns();
  const cards = passageCards();
  const frequencies = new LRUCache<string, { readonly n: number; readonly at: number }>({ max: MOST_WORDS });
  let rows: QuantisedRows | undefined;
  let lengths = new Uint32Array(1_024);
  let sums = new Float32Array(lengths.length);
  let [at, passages, words] = [0, 0, 0];

  const putLength = (number: number, length: number): void => {
    if (number >= lengths.length) {
      const longer = new Uint32Array(2 * number);
      longer.set(lengths);
      lengths = longer;
      sums = new Float32Array(longer.length);
    }
    const before = lengths[number] ?? 0;
    lengths[number] = length;
    words += length - before;
    passages += Math.sign(length) - Math.sign(before);
  };
  const take = (change: Change): void => {
    const { number, sizes, vector } = change;
    putLength(number, sizes ? wordLength(sizes) : 0);
    columns.put(number, change);
    cards.put(number, change);
    const value = vector ? bytesVector(vector) : undefined;
    if (value) rows ??= quantisedRows(value.length);
    rows?.put(number, value);
  };

  return {
    follow(file) {
      const { at: last } = At.parse(file.get(LAST));
      while (at < last) {
        const changes = Changes.parse(file.all(SINCE, tenant, at));
        for (const change of changes) take(change);
        at = changes.at(-1)?.at ?? last;
      }
    },
    card: cards.read,
    accepts: columns.accepts,
    nearness: (query) => rows?.scores(query) ?? new Float32Array(0),
    passages: () => passages,
    averageLength: () => words / Math.max(1, passages),
    lengths: () => lengths,
    sums: () => sums,
    holding(file, stem) {
      const known = frequencies.get(stem);
      if (known && at - known.at <= known.n * STALE) return known.n;
      const { n } = Held.parse(file.get('SELECT doc AS n FROM word_count WHERE term = ?', stem) ?? { n: 0 });
      frequencies.set(stem, { n, at });
      return n;
    },
    bytes: () => lengths.byteLength + sums.byteLength + columns.bytes() + (rows?.bytes() ?? 0),
  };
};
