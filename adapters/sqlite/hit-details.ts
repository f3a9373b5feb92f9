import * as z from 'zod';
import type { DetailsRequest, HitDetails } from '#core/ports/search-index.ts';
import { MATCH_END, MATCH_START } from '#core/search/match-marks.ts';
import { passageKeyText, type PassageKey } from '#core/search/passage.ts';
import { matchExpression } from './match-expression.ts';
import { queryWords } from './query-words.ts';
import { RowNumber } from './row-number.ts';
import type { TenantFile } from './tenant-file.ts';
import { vectorBytes } from './vector-bytes.ts';
import { weighedWords, type WeighedWord } from './weighed-words.ts';
import type { WordStems } from './word-stems.ts';

/** Words of a query that are looked for in a hit, rarest first: each costs a seek a hit, and common ones say little. */
const MOST_WORDS = 32;
/** Words of a snippet, more than 300 characters hold; core cuts it. */
const SNIPPET_WORDS = 60;
/** Characters of a text from which a snippet without matches is made. */
const BEGINNING = 400;

const Place = z.object({ number: RowNumber });
const Beginning = z.object({ text: z.string() });
const Cosine = z.object({ cosine: z.number() });
const Matched = z.object({ snippet: z.string(), marked: z.string(), summary: z.string() });

const MARKS = `'${MATCH_START}', '${MATCH_END}'`;
const snippetOfColumn = (column: 0 | 1) => `snippet(words, ${column}, ${MARKS}, '…', ${SNIPPET_WORDS})`;
// A passage that is all title is shown by its title.
const MATCHED = `SELECT CASE WHEN text = '' THEN coalesce(${snippetOfColumn(0)}, '') ELSE ${snippetOfColumn(1)} END AS snippet,
  highlight(words, 0, ${MARKS}) || ' ' || highlight(words, 1, ${MARKS}) || ' ' || highlight(words, 2, ${MARKS})  AS marked,
  highlight(words, 3, ${MARKS}) AS summary
  FROM words WHERE words MATCH ? AND rowid = ?`;

const MATCH = new RegExp(`${MATCH_START}([^${MATCH_END}]*)${MATCH_END}`, 'gu');

const idfOf = (words: readonly WeighedWord[]): number => words.reduce((total, { idf }) => total + idf, 0);

/** The share of the query's idf whose words stand between marks. */
const coverageOf = (marked: string, weighed: readonly WeighedWord[], stemsOf: WordStems): number => {
  const surface = new Set([...marked.matchAll(MATCH)].flatMap(([, match = '']) => queryWords(match).words));
  const found = new Set([...stemsOf([...surface]).values()].flat());
  const covered = weighed.filter(({ stems }) => stems.every((stem) => found.has(stem)));
  return idfOf(covered) / idfOf(weighed);
};

type Asked = {
  readonly request: DetailsRequest;
  readonly weighed: readonly WeighedWord[];
  readonly expression: string | undefined;
};

const wordsOf = (file: TenantFile, stemsOf: WordStems, asked: Asked, number: bigint) => {
  const { request, weighed, expression } = asked;
  const matched = expression === undefined ? undefined : file.get(MATCHED, expression, number);
  if (matched) {
    const { snippet, marked, summary } = Matched.parse(matched);
    // A summary that holds what the text does not tells more than the beginning of the text.
    const shown = !snippet.includes(MATCH_START) && summary.includes(MATCH_START) ? summary : snippet;
    return { snippet: shown, coverage: coverageOf(`${marked} ${summary}`, weighed, stemsOf) };
  }
  const { text } = Beginning.parse(
    file.get(
      `SELECT substr(iif(text = '', coalesce(title, ''), text), 1, ${BEGINNING}) AS text FROM words WHERE rowid = ?`,
      number,
    ),
  );
  return { snippet: text, coverage: request.text === undefined ? undefined : 0 };
};

const cosineOf = (file: TenantFile, { request }: Asked, number: bigint): number | undefined => {
  if (!request.vector) return undefined;
  const row = file.get(
    `SELECT 1 - d * d / 2 AS cosine
     FROM (SELECT vec_distance_L2(value, ?) AS d FROM vector WHERE tenant = ? AND passage = ?)`,
    vectorBytes(request.vector),
    request.tenant,
    number,
  );
  return row && Cosine.parse(row).cosine;
};

/** What is shown of some hits; see HitDetails. To be called inside a snapshot: a passage must not go between two reads. */
export const hitDetails = (
  file: TenantFile,
  stemsOf: WordStems,
  request: DetailsRequest,
): ReadonlyMap<string, HitDetails> => {
  const { words, codes } = queryWords(request.text ?? '');
  const weighed = weighedWords(file, stemsOf, request.tenant, words).slice(0, MOST_WORDS);
  const asked: Asked = { request, weighed, expression: matchExpression(weighed, codes) };

  const detailsOf = (key: PassageKey): readonly (readonly [string, HitDetails])[] => {
    const place = file.get(
      'SELECT number FROM passage WHERE tenant = ? AND kind = ? AND id = ? AND removed = 0',
      request.tenant,
      key.kind,
      key.id,
    );
    if (!place) return [];
    const { number } = Place.parse(place);
    const details = { ...wordsOf(file, stemsOf, asked, number), cosine: cosineOf(file, asked, number) };
    return [[passageKeyText(key), details]];
  };
  return new Map(request.keys.flatMap(detailsOf));
};
