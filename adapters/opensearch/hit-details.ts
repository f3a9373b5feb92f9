import * as z from 'zod';
import type { DetailsRequest, HitDetails } from '#core/ports/search-index.ts';
import { IndexUnavailable } from '#core/search/index-unavailable.ts';
import { MATCH_END, MATCH_START } from '#core/search/match-marks.ts';
import { passageKeyText } from '#core/search/passage.ts';
import { queryWords } from '#core/search/query-words.ts';
import { askMany, type Asked, type SearchBody } from './ask.ts';
import type { CallIndex } from './call-index.ts';
import { HIT_COLUMNS, indexHits } from './index-hits.ts';
import { type Clause, livingOf, withKeys } from './in-scope.ts';
import { cosineOfScore, knnQuery } from './knn-query.ts';
import { WORD_FIELDS } from './word-query.ts';

/** Words of a query that are weighed, longest first: each is counted over the tenant, and short ones are common. */
const MOST_WORDS = 32;
/** Characters of a snippet; core cuts it at 300, markup included. */
const SNIPPET = 400;

/** The engine trims what it marks, control characters as well, so ours are sent in brackets. */
const [OPEN, CLOSE] = [`<${MATCH_START}`, `${MATCH_END}>`];

const Kind = z.enum(['case', 'article', 'document']);
const Highlight = z.object({
  title: z.array(z.string()).default([]),
  summary: z.array(z.string()).default([]),
  text: z.array(z.string()).default([]),
});
const Shown = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        _source: z.object({ kind: Kind, id: z.string(), title: z.string().optional() }),
        highlight: Highlight.prefault({}),
        matched_queries: z.array(z.string()).default([]),
      }),
    ),
  }),
});
const Counted = z.object({
  hits: z.object({ total: z.object({ value: z.number() }) }),
  aggregations: z
    .object({ words: z.object({ buckets: z.record(z.string(), z.object({ doc_count: z.number() })) }) })
    .optional(),
});

/** The names of a query's words in a request are their numbers. */
type Weights = ReadonlyMap<string, number>;

const weighedWords = (text: string | undefined): readonly string[] =>
  queryWords(text ?? '')
    .words.toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS);

const holding = (word: string): Clause => ({
  multi_match: { query: word, type: 'most_fields', operator: 'and', fields: WORD_FIELDS },
});

const shownBody = ({ tenant, keys }: DetailsRequest, words: readonly string[]): SearchBody => ({
  size: keys.length,
  track_total_hits: false,
  _source: ['kind', 'id', 'title'],
  query: {
    bool: {
      filter: withKeys(tenant, keys),
      should: words.map((word, n) => ({ bool: { must: [holding(word)], _name: String(n) } })),
    },
  },
  highlight: {
    pre_tags: [OPEN],
    post_tags: [CLOSE],
    order: 'score',
    fields: {
      title: { number_of_fragments: 0 },
      summary: { number_of_fragments: 0 },
      text: { number_of_fragments: 1, fragment_size: SNIPPET, no_match_size: SNIPPET },
    },
  },
});

const countedBody = ({ tenant }: DetailsRequest, words: readonly string[]): SearchBody => ({
  size: 0,
  track_total_hits: true,
  query: { bool: { filter: livingOf(tenant) } },
  ...(words.length > 0 && {
    aggs: { words: { filters: { filters: Object.fromEntries(words.map((word, n) => [n, holding(word)])) } } },
  }),
});

const nearBody = ({ tenant, keys }: DetailsRequest, vector: Float32Array): SearchBody => ({
  ...HIT_COLUMNS,
  size: keys.length,
  track_total_hits: false,
  query: knnQuery(vector, withKeys(tenant, keys), keys.length),
});

const weightsOf = (counted: unknown): Weights => {
  const { hits, aggregations } = Counted.parse(counted);
  const all = hits.total.value;
  return new Map(
    Object.entries(aggregations?.words.buckets ?? {}).map(([word, { doc_count: passages }]) => [
      word,
      Math.log(1 + (Math.max(all, passages) - passages + 0.5) / (passages + 0.5)),
    ]),
  );
};

const coverageOf = (matched: readonly string[], weights: Weights): number => {
  const sum = (words: Iterable<string>) =>
    [...words].reduce((total, word) => total + (weights.get(word) ?? 0), 0);
  const asked = sum(weights.keys());
  return asked === 0 ? 0 : sum(matched) / asked;
};

/** A summary that holds what the text does not tells more than the beginning of the text; a passage that is all title is shown by it. */
const snippetOf = ({ title, summary, text }: z.infer<typeof Highlight>, plainTitle: string): string => {
  const [best = ''] = text;
  const shown =
    !best.includes(OPEN) && summary[0] !== undefined
      ? summary[0]
      : best === ''
        ? (title[0] ?? plainTitle)
        : best;
  return shown.replaceAll(OPEN, MATCH_START).replaceAll(CLOSE, MATCH_END);
};

const answered = (asked: Asked | undefined): unknown => {
  if (asked?.kind === 'answered') return asked.answer;
  const what = asked?.kind === 'failed' ? `${asked.status} ${asked.type}` : 'nothing';
  throw new IndexUnavailable('all', new Error(`OpenSearch answered details with ${what}`));
};

/** What is shown of some hits; see HitDetails. One request: the hits with their matches, how common each word is, and cosines. */
export const hitDetails = async (
  call: CallIndex,
  index: string,
  request: DetailsRequest,
): Promise<ReadonlyMap<string, HitDetails>> => {
  const { keys, text, vector } = request;
  if (keys.length === 0) return new Map();
  const words = weighedWords(text);
  const [shown, counted, near] = await askMany(call, index, [
    shownBody(request, words),
    countedBody(request, words),
    ...(vector ? [nearBody(request, vector)] : []),
  ]);
  if (shown?.kind === 'no_index') return new Map();

  const weights = weightsOf(answered(counted));
  const nearest = vector ? indexHits(answered(near), cosineOfScore) : [];
  const cosines = new Map(nearest.map((hit) => [passageKeyText(hit), hit.score]));
  const details = Shown.parse(answered(shown)).hits.hits.map(
    ({ _source: { title = '', ...key }, highlight, matched_queries: matched }) => {
      const own = passageKeyText(key);
      const coverage = text === undefined ? undefined : coverageOf(matched, weights);
      return [own, { coverage, cosine: cosines.get(own), snippet: snippetOf(highlight, title) }] as const;
    },
  );
  const byKey = new Map<string, HitDetails>(details);
  return new Map(
    keys.flatMap((key) => {
      const own = passageKeyText(key);
      const known = byKey.get(own);
      return known ? [[own, known] as const] : [];
    }),
  );
};
