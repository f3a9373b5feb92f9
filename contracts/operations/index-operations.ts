import { IdempotencyKeyHeader } from '../idempotency-key.ts';
import { IndexStatus, NewRebuild } from '../index-status.ts';
import type { OperationContract } from './operation-contract.ts';

/** The operations under `/admin/index`. */
export const indexOperations = {
  getIndexStatus: {
    tag: 'Operations',
    summary: 'Which generation of the search index is searched, and how far a rebuild is',
    description: 'The index is one for all tenants; no number here is of a tenant alone.',
    answers: { 200: { description: 'Generations, and the rebuild that runs', body: IndexStatus } },
  },
  rebuildIndex: {
    tag: 'Operations',
    summary: 'Rebuild the search index',
    description:
      "Everything is indexed anew from the records, by the environment's embedder or the one that is named, while the old index is searched; the new one takes its place once it holds all.",
    headers: IdempotencyKeyHeader,
    body: NewRebuild,
    answers: { 202: { description: 'It begins', body: IndexStatus } },
    refusals: ['conflict', 'idempotency_key_in_use', 'idempotency_key_reused'],
  },
  cancelIndexRebuild: {
    tag: 'Operations',
    summary: 'End the rebuild that runs',
    description: 'What it built is dropped; what is searched stays.',
    headers: IdempotencyKeyHeader,
    answers: { 202: { description: 'It is ended', body: IndexStatus } },
    refusals: ['conflict', 'idempotency_key_in_use', 'idempotency_key_reused'],
  },
} as const satisfies Record<string, OperationContract>;
