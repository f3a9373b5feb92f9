import * as z from 'zod';
import { ArticleState } from './article-state.ts';
import { RecordId } from './case.ts';
import { IsoDate, LastMoment } from './iso-date.ts';
import { shortText } from './text.ts';

const MOST_QUERY = 1_000;
const MOST_HITS = 100;
const MOST_VALUES = 50;

/** What a search may find. */
export const SearchType = z.enum(['case', 'article', 'document']);
export type SearchType = z.infer<typeof SearchType>;

/** The words of a person: operators are plain text, lone surrogates and null characters count as unknown characters. */
const Query = z
  .string()
  .transform((query) => query.toWellFormed().replaceAll('\0', ' ').trim())
  .refine((query) => query !== '', { message: 'is empty' })
  .refine((query) => query.length <= MOST_QUERY, { message: `is longer than ${MOST_QUERY} characters` })
  .meta({ minLength: 1, maxLength: MOST_QUERY });

const oneOrMore = <Value extends z.ZodType<string, string>>(value: Value) =>
  z.union([value.transform((one) => [one]), z.array(value).min(1).max(MOST_VALUES)]);

/**
 * Conditions that all must hold; a list means any of its values. Status in any letter case, the others as stored.
 * `state` finds articles only; states that are not published are for those who write articles.
 */
export const SearchFilters = z.strictObject({
  category: oneOrMore(shortText).optional(),
  product: oneOrMore(shortText).optional(),
  status: oneOrMore(shortText.transform((status) => status.toLowerCase())).optional(),
  tags: oneOrMore(shortText).optional(),
  audience: oneOrMore(shortText).optional(),
  state: oneOrMore(ArticleState).optional(),
  created_from: IsoDate.optional(),
  created_to: LastMoment.optional(),
});
export type SearchFilters = z.infer<typeof SearchFilters>;

/** The weights of the two arms: normalised, 0 switches an arm off. */
const Weights = z
  .strictObject({ keyword: z.number().min(0).max(1), vector: z.number().min(0).max(1) })
  .refine(({ keyword, vector }) => keyword + vector > 0, { message: 'both weights are 0' });

const page = {
  limit: z.int().min(1).max(MOST_HITS).default(10),
  cursor: z.string().min(1).max(1_000).optional(),
  types: z
    .array(SearchType)
    .min(1)
    .max(10)
    .default([...SearchType.options]),
  filters: SearchFilters.default({}),
} as const;

/** Body of `POST /search/hybrid`. */
export const HybridSearch = z.strictObject({
  query: Query,
  ...page,
  weights: Weights.optional(),
  explain: z.boolean().default(false),
});
export type HybridSearch = z.infer<typeof HybridSearch>;

/** Body of `POST /search/similarity`: exactly one of `query`, `case_id`, `article_id`; `min_score` is a cosine. */
export const SimilaritySearch = z
  .strictObject({
    query: Query.optional(),
    case_id: RecordId.optional(),
    article_id: RecordId.optional(),
    ...page,
    min_score: z.number().min(-1).max(1).optional(),
  })
  .refine(
    ({ query, case_id, article_id }) =>
      [query, case_id, article_id].filter((given) => given !== undefined).length === 1,
    { message: 'exactly one of query, case_id and article_id is required', path: ['query'] },
  );
export type SimilaritySearch = z.infer<typeof SimilaritySearch>;

const ArmExplanation = z.object({ score: z.number(), normalised: z.number(), weight: z.number() }).nullable();

/** How a score came about: per arm the raw score, min-max normalised, and its weight; null where the arm did not find it. */
export const SearchExplanation = z.object({
  keyword: ArmExplanation,
  vector: ArmExplanation,
  exact_title: z.boolean(),
});
export type SearchExplanation = z.infer<typeof SearchExplanation>;

/** One hit. `score` orders; `scores.keyword` is the share of the query's idf that is covered, `scores.vector` the cosine, null for an arm that is off. */
export const SearchResult = z.object({
  id: z.string(),
  type: SearchType,
  title: z.string().nullable(),
  snippet: z.string(),
  score: z.number(),
  scores: z.object({ keyword: z.number().nullable(), vector: z.number().nullable() }),
  category: z.string().nullable(),
  product: z.string().nullable(),
  updated_at: z.string(),
  explain: SearchExplanation.optional(),
});
export type SearchResult = z.infer<typeof SearchResult>;

/** Answer of both searches. */
export const SearchAnswer = z.object({
  results: z.array(SearchResult),
  total: z.int(),
  took_ms: z.number(),
  cache: z.enum(['hit', 'miss']),
  engine: z.string(),
  model: z.string(),
  fallback_used: z.enum(['keyword_search', 'cached']).nullable(),
  message: z.string().optional(),
  search_id: z.string(),
  next_cursor: z.string().nullable(),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
