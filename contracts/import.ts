import * as z from 'zod';
import { ImportFailureCode, RejectionCode, WarningCode } from './import-reason.ts';
import { ColumnMapping } from './column-mapping.ts';
import { ImportCompression, ImportFormat } from './import-format.ts';
import { ImportProfile } from './import-profile.ts';
import { ImportState } from './import-state.ts';
import { page, pageQuery } from './page.ts';
import { shortText } from './text.ts';

/** Most records that may come in the body of the request. */
const MOST_RECORDS_IN_BODY = 500;
const MOST_EXPECTED_RECORDS = 1_000_000;

/** Which imports go first. */
export const ImportPriority = z.enum(['high', 'normal', 'low']);
export type ImportPriority = z.infer<typeof ImportPriority>;

/** Body of `POST /imports`: an upload to come (`format`), or its records (`records`). */
export const NewImport = z
  .strictObject({
    name: shortText.pipe(z.string().min(1)).optional(),
    format: ImportFormat.optional(),
    compression: ImportCompression.default('none'),
    profile: ImportProfile.optional(),
    priority: ImportPriority.default('normal'),
    expected_records: z.int().min(0).max(MOST_EXPECTED_RECORDS).optional(),
    mapping: ColumnMapping.optional(),
    error_threshold: z.number().min(0).max(1).default(0.05),
    records: z.array(z.unknown()).min(1).max(MOST_RECORDS_IN_BODY).optional(),
  })
  .refine(({ format, records }) => format !== undefined || records !== undefined, {
    message: 'required, unless records are given',
    path: ['format'],
  })
  .refine(({ format, records }) => format !== 'csv' || records === undefined, {
    message: 'records in the request are JSON',
    path: ['format'],
  })
  .refine(({ compression, records }) => compression === 'none' || records === undefined, {
    message: 'records in the request are not compressed',
    path: ['compression'],
  });
export type NewImport = z.infer<typeof NewImport>;

/** One kind of thing that was found in an upload; at most five lines as a sample. */
export const QualityFinding = z.object({
  code: z.union([RejectionCode, WarningCode]),
  severity: z.enum(['error', 'warning']),
  count: z.int(),
  sample_lines: z.array(z.int()),
  /** The columns that it is about, at most twenty. */
  columns: z.array(z.string()).optional(),
  /** The field that a column seems to hold, to be named in `mapping`. */
  proposed_field: z.string().optional(),
});
export type QualityFinding = z.infer<typeof QualityFinding>;

/** What the first pass over an upload found; above `threshold` a person decides. */
export const Quality = z.object({
  error_rate: z.number(),
  threshold: z.number(),
  findings: z.array(QualityFinding),
});
export type Quality = z.infer<typeof Quality>;

/** `received` is the sum of the others at every moment; `pending` is what is not read back yet. */
export const ImportCounts = z.object({
  received: z.int(),
  indexed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  failed: z.int(),
  pending: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** How far an import is; `seconds_left` is null while nobody can tell. */
export const ImportProgress = z.object({
  percent: z.int().min(0).max(100),
  records_per_second: z.number(),
  seconds_left: z.int().nullable(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

/** An import as the API answers it. */
export const ImportView = z.object({
  id: z.string(),
  name: z.string().optional(),
  state: ImportState,
  format: ImportFormat,
  compression: ImportCompression,
  mapping: ColumnMapping.optional(),
  profile: ImportProfile,
  priority: ImportPriority,
  expected_records: z.int().optional(),
  error_threshold: z.number(),
  counts: ImportCounts,
  progress: ImportProgress,
  created_at: z.string(),
  started_at: z.string().optional(),
  completed_at: z.string().optional(),
  quality: Quality.optional(),
  failure: z.object({ code: ImportFailureCode, reason: z.string() }).optional(),
});
export type ImportView = z.infer<typeof ImportView>;

/** How to send the file of an import: one request, once, until `expires_at`. */
export const UploadLink = z.object({
  method: z.literal('PUT'),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  expires_at: z.string(),
});
export type UploadLink = z.infer<typeof UploadLink>;

/** Answer of `POST /imports`; `upload` is absent when the records came in the body. */
export const CreatedImport = ImportView.extend({ upload: UploadLink.optional() });
export type CreatedImport = z.infer<typeof CreatedImport>;

/** Path of everything that concerns one import. */
export const ImportPath = z.strictObject({ id: z.string().min(1).max(200) });

/** Query of `GET /imports`. */
export const ImportListQuery = z.strictObject(pageQuery);

/** Answer of `continue`, `cancel` and `retry`. */
export const MovedImport = z.object({ id: z.string(), state: ImportState });
export type MovedImport = z.infer<typeof MovedImport>;

/** A page of imports, newest first. */
export const ImportPageView = page(ImportView);
