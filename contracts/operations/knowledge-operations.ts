import { ArticlePath, ArticleReplacement, ArticleTransition, ArticleView, NewArticle } from '../article.ts';
import { ArticleListQuery, ArticlePageView } from '../article-list.ts';
import { IdempotencyKeyHeader } from '../idempotency-key.ts';
import { IfMatch } from './if-match.ts';
import type { OperationContract } from './operation-contract.ts';

const ETAG = { etag: 'Version of the article, for `if-match`' } as const;

/** The operations under `/knowledge`. */
export const knowledgeOperations = {
  listArticles: {
    tag: 'Knowledge',
    summary: 'List articles',
    description:
      'Newest change first; who may not write articles sees those that are published. Items leave out their content unless `full` is `true`; a page may be shorter than `limit`, only the absence of `next_cursor` tells the end.',
    query: ArticleListQuery,
    answers: { 200: { description: 'A page of articles', body: ArticlePageView } },
  },
  createArticle: {
    tag: 'Knowledge',
    summary: 'Create an article',
    description: 'It begins as `work_in_progress`. Without an `id` one is made.',
    headers: IdempotencyKeyHeader,
    body: NewArticle,
    answers: {
      201: {
        description: 'The article as it is kept',
        body: ArticleView,
        headers: { ...ETAG, location: 'Address of the article' },
      },
    },
    refusals: ['already_exists', 'idempotency_key_in_use', 'idempotency_key_reused'],
  },
  getArticle: {
    tag: 'Knowledge',
    summary: 'Read an article',
    description: 'Who may not write articles finds those that are published only.',
    path: ArticlePath,
    answers: { 200: { description: 'The article', body: ArticleView, headers: ETAG } },
    refusals: ['not_found'],
  },
  replaceArticle: {
    tag: 'Knowledge',
    summary: 'Replace what an article says',
    description:
      'Never creates one. Fields that the server owns are ignored, so an answer of GET can be sent back. Of a generated article those claims stay whose statement does; statements that are new or changed are marked `by: editor`. What the public reads or a rule binds needs `knowledge:publish`.',
    path: ArticlePath,
    headers: IfMatch,
    body: ArticleReplacement,
    answers: { 200: { description: 'The article as it is kept', body: ArticleView, headers: ETAG } },
    refusals: ['not_found', 'version_mismatch', 'conflict'],
  },
  deleteArticle: {
    tag: 'Knowledge',
    summary: 'Delete an article',
    description: 'Gone from every search at once, with all that it ever said.',
    path: ArticlePath,
    headers: IfMatch,
    answers: { 204: { description: 'It is deleted' } },
    refusals: ['not_found', 'version_mismatch', 'conflict'],
  },
  transitionArticle: {
    tag: 'Knowledge',
    summary: 'Move an article to another state',
    description:
      'Forwards one by one, back for rework, into the archive and out of it; anything else is a `conflict`. One that is there already stays as it is. To validate, and to take from readers what they see, needs `knowledge:review`; `public` articles are published by being validated, which needs `knowledge:publish`, as does all that concerns a `compliance_based` one.',
    path: ArticlePath,
    headers: IfMatch.extend(IdempotencyKeyHeader.shape),
    body: ArticleTransition,
    answers: { 200: { description: 'The article as it is kept', body: ArticleView, headers: ETAG } },
    refusals: [
      'not_found',
      'version_mismatch',
      'conflict',
      'idempotency_key_in_use',
      'idempotency_key_reused',
    ],
  },
} as const satisfies Record<string, OperationContract>;
