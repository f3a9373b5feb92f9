import { ArticlePath, ArticleView } from '../article.ts';
import { ArticleClaims } from '../article-claims.ts';
import { ArticleDiff, ArticleDiffQuery } from '../article-diff.ts';
import { ArticleVersionView, VersionListQuery, VersionPageView, VersionPath } from '../article-version.ts';
import { IdempotencyKeyHeader } from '../idempotency-key.ts';
import { ArticleApproval, ArticleMerge, ProposalAcceptance, Rejection } from '../review-decisions.ts';
import { ReviewQueuePage, ReviewQueueQuery } from '../review-queue.ts';
import { IfMatch } from './if-match.ts';
import type { OperationContract } from './operation-contract.ts';

/** What every decision takes and answers. */
const decision = {
  tag: 'Knowledge',
  path: ArticlePath,
  headers: IfMatch.extend(IdempotencyKeyHeader.shape),
  answers: {
    200: {
      description: 'The article as it is kept',
      body: ArticleView,
      headers: { etag: 'Version of the article, for `if-match`' },
    },
  },
  refusals: ['not_found', 'version_mismatch', 'conflict', 'idempotency_key_in_use', 'idempotency_key_reused'],
} as const;

/** The operations of `reviewRoutes`. */
export const reviewOperations = {
  listReviewQueue: {
    tag: 'Knowledge',
    summary: 'List what waits for a person',
    description:
      'Drafts, and articles about which something was found, those first whose decision saves most minutes of work a month; `why` says how that is estimated. A page may be shorter than `limit`, only the absence of `next_cursor` tells the end.',
    query: ReviewQueueQuery,
    answers: { 200: { description: 'A page of the queue', body: ReviewQueuePage } },
  },
  listArticleVersions: {
    tag: 'Knowledge',
    summary: 'List the versions of an article',
    description:
      'Every write of an article keeps one, newest first, with who did what. Of an article from before versions were kept, the list begins with its next change.',
    path: ArticlePath,
    query: VersionListQuery,
    answers: { 200: { description: 'A page of versions', body: VersionPageView } },
    refusals: ['not_found'],
  },
  getArticleVersion: {
    tag: 'Knowledge',
    summary: 'Read what an article said',
    description:
      'One of kind `proposed` was never the article. `article` is null where a case was erased that it cited.',
    path: VersionPath,
    answers: { 200: { description: 'The version', body: ArticleVersionView } },
    refusals: ['not_found'],
  },
  diffArticle: {
    tag: 'Knowledge',
    summary: 'Compare two versions of an article',
    description:
      'Line by line, and word by word where lines were changed: parts that are `same` or `removed` make the one text, those that are `same` or `added` the other.',
    path: ArticlePath,
    query: ArticleDiffQuery,
    answers: { 200: { description: 'What differs', body: ArticleDiff } },
    refusals: ['not_found', 'conflict'],
  },
  listArticleClaims: {
    tag: 'Knowledge',
    summary: 'Read what an article rests on',
    description:
      'Each claim with the cases and the words that it rests on, as the cases are now. Needs `cases:read` beside `knowledge:read`.',
    path: ArticlePath,
    answers: { 200: { description: 'The claims', body: ArticleClaims } },
    refusals: ['not_found'],
  },
  approveArticle: {
    ...decision,
    summary: 'Approve an article',
    description:
      'It waits no longer. A draft becomes `not_validated`, or `validated` where asked; what was reused enough becomes `validated`; any other stays what it is. A `conflict` while a change is proposed, and for what waits for nobody.',
    body: ArticleApproval,
  },
  rejectArticle: {
    ...decision,
    summary: 'Reject an article',
    description:
      'It goes to the archive with the reason, and nothing is written of its pattern again until its cases are others.',
    body: Rejection,
  },
  mergeArticle: {
    ...decision,
    summary: 'Merge an article into another',
    description:
      'The other takes over sources, statements with claims that it does not make, and tags; this one goes to the archive and says `merged_into`.',
    body: ArticleMerge,
  },
  acceptProposal: {
    ...decision,
    summary: 'Accept a proposed change',
    description:
      'The article says from then on what the version of `proposal` says; its state stays. A `conflict` where it was changed after the proposal was made.',
    body: ProposalAcceptance,
  },
  rejectProposal: {
    ...decision,
    summary: 'Reject a proposed change',
    description: 'The article goes on saying what it says; the proposal stays in its history.',
    body: Rejection,
  },
} as const satisfies Record<string, OperationContract>;
