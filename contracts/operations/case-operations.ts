import { CasePath, CaseReplacement, CaseView, FeedItem, MOST_FEED_ITEMS, NewCase } from '../case.ts';
import { CaseListQuery, CasePageView } from '../case-list.ts';
import { FeedPageView, FeedQuery, NewFeedItem } from '../case-feed.ts';
import { ProductListQuery, ProductPageView } from '../product.ts';
import { IdempotencyKeyHeader } from '../idempotency-key.ts';
import { IfMatch } from './if-match.ts';
import type { OperationContract } from './operation-contract.ts';

const ETAG = { etag: 'Version of the case, for `if-match`' } as const;

/** The operations under `/cases`. */
export const caseOperations = {
  listCases: {
    tag: 'Cases',
    summary: 'List cases',
    description:
      'Newest change first. Items leave out description and resolution unless `full` is `true`; a page may be shorter than `limit`, only the absence of `next_cursor` tells the end.',
    query: CaseListQuery,
    answers: { 200: { description: 'A page of cases', body: CasePageView } },
  },
  createCase: {
    tag: 'Cases',
    summary: 'Create a case',
    description: '`title` or `description` is required. Without an `id` one is made.',
    headers: IdempotencyKeyHeader,
    body: NewCase,
    answers: {
      201: {
        description: 'The case as it is kept',
        body: CaseView,
        headers: { ...ETAG, location: 'Address of the case' },
      },
    },
    refusals: ['already_exists', 'idempotency_key_in_use', 'idempotency_key_reused'],
  },
  getCase: {
    tag: 'Cases',
    summary: 'Read a case',
    path: CasePath,
    answers: { 200: { description: 'The case', body: CaseView, headers: ETAG } },
    refusals: ['not_found'],
  },
  replaceCase: {
    tag: 'Cases',
    summary: 'Replace a case',
    description:
      'Never creates one. Fields that the server owns are ignored, so an answer of GET can be sent back.',
    path: CasePath,
    headers: IfMatch,
    body: CaseReplacement,
    answers: { 200: { description: 'The case as it is kept', body: CaseView, headers: ETAG } },
    refusals: ['not_found', 'version_mismatch', 'conflict'],
  },
  deleteCase: {
    tag: 'Cases',
    summary: 'Delete a case',
    description: 'Gone from every search at once.',
    path: CasePath,
    headers: IfMatch,
    answers: { 204: { description: 'It is deleted' } },
    refusals: ['not_found', 'version_mismatch', 'conflict'],
  },
  listFeed: {
    tag: 'Cases',
    summary: "List a case's feed",
    description: 'Oldest entry first, the newest last.',
    path: CasePath,
    query: FeedQuery,
    answers: { 200: { description: 'A page of entries', body: FeedPageView } },
    refusals: ['not_found'],
  },
  listProducts: {
    tag: 'Cases',
    summary: 'List products',
    description:
      'The product hierarchy of the case database, by id; `parent_id` names the product above. A page may be shorter than `limit`, only the absence of `next_cursor` tells the end.',
    query: ProductListQuery,
    answers: { 200: { description: 'A page of products', body: ProductPageView } },
  },
  addFeedItem: {
    tag: 'Cases',
    summary: "Add an entry to a case's feed",
    description: `Its text is searched with the case. \`id\` and \`created_at\` are made when absent; a feed holds at most ${MOST_FEED_ITEMS} entries.`,
    path: CasePath,
    headers: IdempotencyKeyHeader,
    body: NewFeedItem,
    answers: {
      201: { description: 'The entry as it is kept', body: FeedItem, headers: ETAG },
    },
    refusals: [
      'not_found',
      'already_exists',
      'conflict',
      'limit_reached',
      'idempotency_key_in_use',
      'idempotency_key_reused',
    ],
  },
} as const satisfies Record<string, OperationContract>;
