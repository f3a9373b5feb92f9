import { SearchAnalytics, SearchAnalyticsQuery } from '../search-analytics.ts';
import { SearchFeedback } from '../search-feedback.ts';
import { HybridSearch, SearchAnswer, SimilaritySearch } from '../search.ts';
import type { OperationContract } from './operation-contract.ts';

/** The operations under `/search`. */
export const searchOperations = {
  searchHybrid: {
    tag: 'Search',
    summary: 'Search by keyword and by meaning',
    description: 'Operators in `query` are plain text. Order: score, then newer, then id.',
    body: HybridSearch,
    answers: { 200: { description: 'A page of results', body: SearchAnswer } },
  },
  searchSimilarity: {
    tag: 'Search',
    summary: 'Find what is like a text, a case or an article',
    description: 'Exactly one of `query`, `case_id` and `article_id`; `min_score` is a cosine.',
    body: SimilaritySearch,
    answers: { 200: { description: 'A page of results', body: SearchAnswer } },
    refusals: ['not_found'],
  },
  giveSearchFeedback: {
    tag: 'Search',
    summary: 'Say what a result was worth',
    description: 'Saying the same twice counts once.',
    body: SearchFeedback,
    answers: { 204: { description: 'It is recorded' } },
    refusals: ['not_found'],
  },
  getSearchAnalytics: {
    tag: 'Search',
    summary: 'How searches do',
    description: 'Whole hours in UTC, the last seven days unless said otherwise.',
    query: SearchAnalyticsQuery,
    answers: { 200: { description: 'Volume, latency, rates, top queries and gaps', body: SearchAnalytics } },
  },
} as const satisfies Record<string, OperationContract>;
