import type { FailureCode, ImportFailureCode, UnchangedCode } from '#contracts/import-reason.ts';

/** What a person reads about a record that changed nothing or failed. */
export const REASONS: Record<UnchangedCode | FailureCode, string> = {
  same_content: 'the stored case has the same content',
  older_version: 'the stored case has a newer updated_at from its source',
  record_too_large: 'the record does not fit into a row of 400 KB',
  not_processed: 'the record was not written although it was tried for 15 minutes',
  not_indexed: 'the record was written but could not be read back from the index within 15 minutes',
};

/** What a person reads about an import that failed. */
export const IMPORT_FAILURES: Record<ImportFailureCode, string> = {
  upload_expired: 'no file was uploaded before the upload link expired',
  too_large: 'an upload is at most 1 GiB, 5 GiB unpacked and 1,000,000 records',
  not_readable: 'the upload could not be read to its end',
  corrupt_gzip: 'the upload is no whole gzip file: it is cut off, damaged or not gzip at all',
  invalid_header:
    'the first row of a CSV must be a header that names the column of the id and no column twice',
};
