import {
  CreatedImport,
  ImportListQuery,
  ImportPageView,
  ImportPath,
  ImportView,
  MovedImport,
  NewImport,
} from '../import.ts';
import { ImportRecordPageView, ImportRecordsQuery } from '../import-record.ts';
import { IdempotencyKeyHeader } from '../idempotency-key.ts';
import type { OperationContract } from './operation-contract.ts';

const LOCATION = { location: 'Address of the import' } as const;

/** The operations under `/imports`. */
export const importOperations = {
  listImports: {
    tag: 'Imports',
    summary: 'List imports',
    description: 'Newest first.',
    query: ImportListQuery,
    answers: { 200: { description: 'A page of imports', body: ImportPageView } },
  },
  createImport: {
    tag: 'Imports',
    summary: 'Start an import',
    description:
      'With `format` the answer holds a presigned upload, which starts the import and lives for an hour. With `records` they are taken from the body and the import runs already.',
    headers: IdempotencyKeyHeader,
    body: NewImport,
    answers: {
      201: { description: 'It waits for its upload', body: CreatedImport, headers: LOCATION },
      202: { description: 'It runs', body: CreatedImport, headers: LOCATION },
    },
    refusals: ['idempotency_key_in_use', 'idempotency_key_reused'],
  },
  getImport: {
    tag: 'Imports',
    summary: 'Read an import',
    description:
      '`received` is the sum of the other counts at every moment; `completed` means that every record was read back from the search index.',
    path: ImportPath,
    answers: { 200: { description: 'State, counts, progress and quality', body: ImportView } },
    refusals: ['not_found'],
  },
  listImportRecords: {
    tag: 'Imports',
    summary: 'List records of an import and what became of them',
    description: 'Without `outcome` the rejected and the failed ones.',
    path: ImportPath,
    query: ImportRecordsQuery,
    answers: { 200: { description: 'A page of records', body: ImportRecordPageView } },
    refusals: ['not_found'],
  },
  continueImport: {
    tag: 'Imports',
    summary: 'Continue an import that needs review',
    path: ImportPath,
    headers: IdempotencyKeyHeader,
    answers: { 202: { description: 'It goes on', body: MovedImport } },
    refusals: ['not_found', 'conflict', 'idempotency_key_in_use', 'idempotency_key_reused'],
  },
  cancelImport: {
    tag: 'Imports',
    summary: 'Cancel an import',
    description: 'Within 10 s nothing more of it is written; what was written stays.',
    path: ImportPath,
    headers: IdempotencyKeyHeader,
    answers: { 202: { description: 'It ends', body: MovedImport } },
    refusals: ['not_found', 'conflict', 'idempotency_key_in_use', 'idempotency_key_reused'],
  },
  retryImport: {
    tag: 'Imports',
    summary: 'Retry the failed records of an import',
    description:
      'For an import that has ended with some; records are kept for 7 days. One that was cancelled goes on where it was.',
    path: ImportPath,
    headers: IdempotencyKeyHeader,
    answers: { 202: { description: 'It runs again', body: MovedImport } },
    refusals: ['not_found', 'conflict', 'source_expired', 'idempotency_key_in_use', 'idempotency_key_reused'],
  },
} as const satisfies Record<string, OperationContract>;
