import type { IndexHit, IndexSearch } from '#core/ports/search-index.ts';
import { filtersAnything, inScope, inStates, type Condition } from './in-scope.ts';
import { HIT, indexHits } from './index-hit.ts';
import { affordable, matchExpression } from './match-expression.ts';
import { queryWords } from './query-words.ts';
import type { TenantFile } from './tenant-file.ts';
import { titleKey } from './title-key.ts';
import { vectorBytes } from './vector-bytes.ts';
import { weighedWords } from './weighed-words.ts';
import type { WordStems } from './word-stems.ts';

/** Passages that hold words of the text, by BM25. CROSS JOIN keeps FTS5 outside, which hands rows over by rank. */
export const searchWords = (
  file: TenantFile,
  stemsOf: WordStems,
  { tenant, kinds, filters, text = '', limit }: IndexSearch,
): readonly IndexHit[] => {
  const { words, codes } = queryWords(text);
  const expression = matchExpression(affordable(weighedWords(file, stemsOf, tenant, words)), codes);
  if (expression === undefined) return [];
  const scope = inScope(tenant, kinds, filters);
  return indexHits(
    file.all(
      `SELECT ${HIT}, -words.rank AS score FROM words CROSS JOIN passage p ON p.number = words.rowid
       WHERE words MATCH ? AND ${scope.sql} ORDER BY words.rank LIMIT ?`,
      expression,
      ...scope.values,
      limit,
    ),
  );
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

/** All vectors of the tenant from end to end, joined to their passages only when they are among the nearest. */
const nearestOf = (kinds: number, states: readonly Condition[]): string =>
  `SELECT passage, vec_distance_L2(value, ?) AS distance FROM vector
   WHERE tenant = ? AND kind IN (${Array.from({ length: kinds }, () => '?').join(', ')})
   ${states.map(({ sql }) => `AND ${sql}`).join(' ')}
   ORDER BY distance LIMIT ?`;

/** Passages by cosine, exactly. Vectors are of length 1, so that the cosine is 1 − d²/2 of the quicker distance. */
export const searchVectors = (
  file: TenantFile,
  { tenant, kinds, filters, vector, limit }: IndexSearch,
): readonly IndexHit[] => {
  if (!vector) return [];
  const scope = inScope(tenant, kinds, filters);
  const query = vectorBytes(vector);
  if (filtersAnything(filters)) {
    const filtered = `SELECT ${HIT}, 1 - n.distance * n.distance / 2 AS score FROM (
        SELECT p.number AS passage, vec_distance_L2(v.value, ?) AS distance
        FROM passage p CROSS JOIN vector v ON v.passage = p.number
        WHERE ${scope.sql} ORDER BY distance LIMIT ?
      ) n JOIN passage p ON p.number = n.passage ORDER BY n.distance`;
    return indexHits(file.all(filtered, query, ...scope.values, limit));
  }
  const states = inStates('state', filters.states);
  const nearest = `SELECT ${HIT}, 1 - n.distance * n.distance / 2 AS score
    FROM (${nearestOf(kinds.length, states)}) n CROSS JOIN passage p ON p.number = n.passage
    WHERE ${scope.sql} ORDER BY n.distance`;
  return indexHits(
    file.all(
      nearest,
      query,
      tenant,
      ...kinds,
      ...states.flatMap(({ values }) => values),
      limit,
      ...scope.values,
    ),
  );
};
