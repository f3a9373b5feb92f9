import type { WarningCode } from '#contracts/import-reason.ts';
import type { CaseContent } from '#contracts/case.ts';

const LEAST_TEXT = 10;
const LIKELY_EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

const isKnownLanguage = (tag: string): boolean => {
  try {
    return languages.of(tag) !== undefined;
  } catch {
    // A tag that is not well-formed (BCP 47) is a RangeError.
    return false;
  }
};

/** Warnings about a record itself, not about its columns. */
type RecordWarning = Exclude<WarningCode, 'possible_rename' | 'possible_retype'>;

/** A valid record and what reading it brought up. */
type Read = {
  readonly content: CaseContent;
  /** As the source gave it. */
  readonly updatedAt: string | undefined;
  readonly unknownColumns: boolean;
  readonly nullsRemoved: boolean;
};

/** What is odd about a record that is taken all the same; dates are held against the time of receipt. */
export const recordWarnings = (read: Read, receivedAt: string): readonly WarningCode[] => {
  const { content } = read;
  const { created_at: created, resolved_at: resolved, customer_email: email, language } = content;
  const odd: Record<RecordWarning, boolean> = {
    date_in_future: [read.updatedAt, created, resolved].some(
      (date) => date !== undefined && date > receivedAt,
    ),
    resolved_before_created: created !== undefined && resolved !== undefined && resolved < created,
    short_text: `${content.title ?? ''}${content.description ?? ''}`.trim().length < LEAST_TEXT,
    unlikely_email: Boolean(email) && !LIKELY_EMAIL.test(email ?? ''),
    unknown_language: Boolean(language) && !isKnownLanguage(language ?? ''),
    unknown_columns: read.unknownColumns,
    null_characters: read.nullsRemoved,
  };
  return WARNINGS.filter((code) => odd[code]);
};

const WARNINGS: readonly RecordWarning[] = [
  'date_in_future',
  'resolved_before_created',
  'short_text',
  'unlikely_email',
  'unknown_language',
  'unknown_columns',
  'null_characters',
];
