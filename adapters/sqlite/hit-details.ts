import * as z from 'zod';
import type { DetailsRequest, HitDetails } from '#core/ports/search-index.ts';
import { passageKeyText } from '#core/search/passage.ts';
import { readTexts, snippetOf, soughtStems, type ReadText } from './marked-text.ts';
import type { Mirror } from './mirror/mirror.ts';
import { queryWords } from '#core/search/query-words.ts';
import type { TenantFile } from './tenant-file.ts';
import { vectorBytes } from './vector-bytes.ts';
import { weighedWords, type WeighedWord } from './weighed-words.ts';
import type { WordStems } from './word-stems.ts';

/** Words of a query that are looked for in a hit, rarest first: common ones say little. */
const MOST_WORDS = 32;
/** Words of a snippet, more than 300 characters hold; core cuts it. */
const SNIPPET_WORDS = 60;
/** Characters of a text from which a snippet without matches is made. */
const BEGINNING = 400;

/** Texts that are read of a hit: title, text, summary, id. */
const COLUMNS = 4;

const Rows = z.array(
  z.object({
    kind: z.enum(['case', 'article', 'document']),
    id: z.string(),
    title: z.string(),
    text: z.string(),
    summary: z.string(),
    distance: z.number().nullable(),
  }),
);
type Row = z.infer<typeof Rows>[number];

const HITS = `
SELECT p.kind AS kind, p.id AS id, coalesce(w.title, '') AS title, w.text AS text, coalesce(w.summary, '') AS summary,
  iif(v.value IS NULL OR ?2 IS NULL, NULL, vec_distance_L2(v.value, ?2)) AS distance
FROM json_each(?1) wanted
CROSS JOIN passage p ON p.tenant = ?3 AND p.kind = wanted.value ->> 'kind' AND p.id = wanted.value ->> 'id'
CROSS JOIN words w ON w.rowid = p.number
LEFT JOIN vector v ON v.passage = p.number
WHERE p.removed = 0`;

const idfOf = (words: readonly WeighedWord[]): number => words.reduce((total, { idf }) => total + idf, 0);

/** The share of the query's idf whose words stand in one of these texts. */
const coverageOf = (texts: readonly ReadText[], weighed: readonly WeighedWord[]): number => {
  const found = new Set(texts.flatMap(({ matches }) => matches.flatMap(({ stems }) => stems)));
  const covered = weighed.filter(({ stems }) => stems.every((stem) => found.has(stem)));
  return covered.length === 0 ? 0 : idfOf(covered) / idfOf(weighed);
};

/** A passage that is all title is shown by its title; a summary that holds what the text does not, before the text's beginning. */
const shownOf = ([title, text, summary]: readonly ReadText[]): string => {
  if (!title || !text || !summary) return '';
  const body = text.text === '' ? title : text;
  if (body.matches.length > 0) return snippetOf(body, SNIPPET_WORDS);
  return summary.matches.length > 0 ? snippetOf(summary, SNIPPET_WORDS) : body.text.slice(0, BEGINNING);
};

/** What is shown of some hits; see HitDetails. To be called inside a snapshot: a passage must not go between two reads. */
export const hitDetails = (
  file: TenantFile,
  mirror: Mirror,
  stemsOf: WordStems,
  { tenant, text, vector, keys }: DetailsRequest,
): ReadonlyMap<string, HitDetails> => {
  const { words } = queryWords(text ?? '');
  const weighed = weighedWords(file, mirror, stemsOf, words).slice(0, MOST_WORDS);
  const sought = soughtStems(weighed.flatMap(({ stems }) => stems));

  const rows = Rows.parse(file.all(HITS, JSON.stringify(keys), vector ? vectorBytes(vector) : null, tenant));
  const texts = rows.flatMap(({ title, text: said, summary, id }) => [title, said, summary, id]);
  const read = readTexts(texts, sought, stemsOf);

  const detailsOf = ({ distance }: Row, own: readonly ReadText[]): HitDetails => ({
    snippet: shownOf(own),
    coverage: text === undefined ? undefined : coverageOf(own, weighed),
    cosine: distance === null ? undefined : 1 - distance ** 2 / 2,
  });
  return new Map(
    rows.map((row, n) => [passageKeyText(row), detailsOf(row, read.slice(n * COLUMNS, (n + 1) * COLUMNS))]),
  );
};
