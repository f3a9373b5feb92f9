import * as z from 'zod';

/** Why a line of an upload is no record; the line is rejected. */
export const RejectionCode = z.enum([
  'broken_line',
  'wrong_column_count',
  'invalid_header',
  'invalid_encoding',
  'missing_id',
  'invalid_id',
  'missing_text',
  'wrong_type',
  'invalid_value',
  'invalid_date',
  'over_limit',
  'duplicate_id',
]);
export type RejectionCode = z.infer<typeof RejectionCode>;

/** Why a valid record changed nothing. */
export const UnchangedCode = z.enum(['same_content', 'older_version']);
export type UnchangedCode = z.infer<typeof UnchangedCode>;

/** Why a valid record could not be brought in. */
export const FailureCode = z.enum(['record_too_large', 'not_processed', 'not_indexed']);
export type FailureCode = z.infer<typeof FailureCode>;

/** What is odd about a record that is taken all the same, or about its columns: the last two propose, nothing is guessed. */
export const WarningCode = z.enum([
  'date_in_future',
  'resolved_before_created',
  'short_text',
  'unlikely_email',
  'unknown_language',
  'unknown_columns',
  'null_characters',
  'possible_rename',
  'possible_retype',
]);
export type WarningCode = z.infer<typeof WarningCode>;

/** Why a whole import failed. */
export const ImportFailureCode = z.enum([
  'upload_expired',
  'too_large',
  'not_readable',
  'corrupt_gzip',
  'invalid_header',
]);
export type ImportFailureCode = z.infer<typeof ImportFailureCode>;
