import * as z from 'zod';
import type { IndexHit, IndexSearch } from '#core/ports/search-index.ts';
import { affordable } from './affordable.ts';
import { inScope } from './in-scope.ts';
import { HIT, indexHits } from './index-hit.ts';
import { keywordScores } from './keyword-scores.ts';
import { bestOf } from './mirror/best-of.ts';
import type { Mirror } from './mirror/mirror.ts';
import { queryWords } from '#core/search/query-words.ts';
import type { TenantFile } from './tenant-file.ts';
import { titleKey } from '#core/search/title-key.ts';
import { vectorBytes } from './vector-bytes.ts';
import { weighedWords } from './weighed-words.ts';
import type { WordStems } from './word-stems.ts';

/** More vectors than are wanted are scored exactly, since those in memory are rounded: recall 1.00 at 200 of 100,000. */
const RESCORED = 1.1;

/** Exact distances by the numbers of rows, in no order. */
const DISTANCES = `SELECT v.passage AS number, vec_distance_L2(v.value, ?) AS distance
  FROM json_each(?) near CROSS JOIN vector v ON v.passage = near.value WHERE v.tenant = ?`;
const TAGGED = `SELECT json_group_array(passage) AS numbers FROM tag
  WHERE value IN (SELECT value FROM json_each(?))`;

const Numbers = z
  .object({ numbers: z.string() })
  .transform(({ numbers }) => z.array(z.number()).parse(JSON.parse(numbers)));

const Distances = z.array(z.object({ number: z.number(), distance: z.number() }));

/** The hit that a row is. */
const hitOf = (mirror: Mirror, number: number, score: number): readonly IndexHit[] => {
  const card = mirror.card(number);
  return card ? [{ ...card, score }] : [];
};

/** Whether the passage of a row is in the scope of a search. */
const acceptsOf = (
  file: TenantFile,
  mirror: Mirror,
  { kinds, filters }: IndexSearch,
): ((number: number) => boolean) => {
  const { tags } = filters;
  const tagged = tags && new Set(Numbers.parse(file.get(TAGGED, JSON.stringify(tags))));
  return mirror.accepts(kinds, filters, tagged);
};

/** Passages that hold words of the text, by BM25. */
export const searchWords = (
  file: TenantFile,
  mirror: Mirror,
  stemsOf: WordStems,
  search: IndexSearch,
): readonly IndexHit[] => {
  const { words, codes } = queryWords(search.text ?? '');
  const weighed = affordable(weighedWords(file, mirror, stemsOf, words));
  const { numbers, scores } = keywordScores(file, mirror, weighed, codes);
  const accepts = acceptsOf(file, mirror, search);
  const best = bestOf(scores, search.limit, (n) => accepts(numbers[n] ?? 0));
  return best.flatMap((n) => hitOf(mirror, numbers[n] ?? 0, scores[n] ?? 0));
};

/** Passages whose title is the text. */
export const searchTitles = (
  file: TenantFile,
  { tenant, kinds, filters, text, limit }: IndexSearch,
): readonly IndexHit[] => {
  const key = titleKey(text);
  if (key === undefined) return [];
  const scope = inScope(tenant, kinds, filters);
  return indexHits(
    file.all(
      `SELECT ${HIT}, 1 AS score FROM passage p WHERE p.title_key = ? AND ${scope.sql}
       ORDER BY p.updated_at DESC, p.id LIMIT ?`,
      key,
      ...scope.values,
      limit,
    ),
  );
};

/**
 * Passages by cosine: ranked by the rounded vectors in memory, the best of them exactly. Vectors are of length 1, so that
 * the cosine is 1 − d²/2 of the quicker distance.
 */
export const searchVectors = (file: TenantFile, mirror: Mirror, search: IndexSearch): readonly IndexHit[] => {
  const { vector, tenant, limit } = search;
  if (!vector) return [];
  const accepts = acceptsOf(file, mirror, search);
  const near = bestOf(mirror.nearness(vector), Math.ceil(limit * RESCORED), accepts);
  return Distances.parse(file.all(DISTANCES, vectorBytes(vector), JSON.stringify(near), tenant))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .flatMap(({ number, distance }) => hitOf(mirror, number, 1 - distance ** 2 / 2));
};
