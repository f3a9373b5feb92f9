import { ArticlePath } from '../article.ts';
import {
  ArticleLinkPath,
  ArticleLinks,
  ArticleLinkView,
  CaseLinks,
  NewArticleLink,
} from '../article-links.ts';
import { RelatedArticles } from '../article-relations.ts';
import { CasePath } from '../case.ts';
import { IdempotencyKeyHeader } from '../idempotency-key.ts';
import { KnowledgeMetrics, KnowledgeMetricsQuery } from '../knowledge-metrics.ts';
import type { OperationContract } from './operation-contract.ts';

/** The operations on what articles have to do with cases and with each other. */
export const linkOperations = {
  listArticleLinks: {
    tag: 'Knowledge',
    summary: 'List the cases that an article is linked to',
    path: ArticlePath,
    answers: { 200: { description: 'The links and what they show', body: ArticleLinks } },
    refusals: ['not_found'],
  },
  linkArticle: {
    tag: 'Knowledge',
    summary: 'Link an article to a case',
    description:
      'It was used again. Linking twice changes nothing; another kind for the same two is a `conflict`. When enough people link a `not_validated` article as `resolved_with` to cases of enough customers, it goes to review.',
    path: ArticlePath,
    headers: IdempotencyKeyHeader,
    body: NewArticleLink,
    answers: { 200: { description: 'The link as it is kept', body: ArticleLinkView } },
    refusals: ['not_found', 'conflict', 'idempotency_key_in_use', 'idempotency_key_reused'],
  },
  unlinkArticle: {
    tag: 'Knowledge',
    summary: 'Take a link away',
    path: ArticleLinkPath,
    answers: { 204: { description: 'They are not linked' } },
    refusals: ['not_found'],
  },
  listRelatedArticles: {
    tag: 'Knowledge',
    summary: 'Find articles that say the same as one, or contradict it',
    description:
      'Compared word by word when it is asked, with the nearest articles that the caller may see; archived ones are left out.',
    path: ArticlePath,
    answers: { 200: { description: 'Duplicates, contradictions and similar ones', body: RelatedArticles } },
    refusals: ['not_found'],
  },
  listCaseLinks: {
    tag: 'Cases',
    summary: 'List the articles that a case is linked to',
    path: CasePath,
    answers: { 200: { description: 'The links to articles that the caller may see', body: CaseLinks } },
    refusals: ['not_found'],
  },
  getKnowledgeMetrics: {
    tag: 'Knowledge',
    summary: 'How knowledge does',
    description: 'Whole days in UTC, the last 28 unless said otherwise, 92 at most.',
    query: KnowledgeMetricsQuery,
    answers: { 200: { description: 'Rates with the counts that they are made of', body: KnowledgeMetrics } },
  },
} as const satisfies Record<string, OperationContract>;
