import * as z from 'zod';
import { IsoDate } from './iso-date.ts';
import { isShallow } from './json-depth.ts';
import { SHORT, shortText, text } from './text.ts';
import { isWellFormed } from './well-formed.ts';

const MOST_TAGS = 50;
const MOST_ATTRIBUTE_BYTES = 16 * 1024;
/** Most entries of a case's feed. */
export const MOST_FEED_ITEMS = 1_000;
const MOST_DEPTH = 30;

// oxlint-disable-next-line no-control-regex -- control characters are what it refuses
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/** An id of a record: 1–200 characters, anything but control characters. */
export const RecordId = z
  .string()
  .min(1)
  .refine((id) => id.length <= SHORT, {
    message: `is longer than ${SHORT} characters`,
    params: { reason: 'over_limit' },
  })
  .refine((id) => !CONTROL.test(id), { message: 'has a control character' })
  .refine(isWellFormed, { message: 'has a lone surrogate', params: { reason: 'invalid_encoding' } })
  .meta({ maxLength: SHORT, pattern: `^${CONTROL.source.replace('[', '[^')}*$` });

/** Path of one case. */
export const CasePath = z.strictObject({ id: RecordId });

/** What a source knows of a case beyond the named fields: JSON, at most 30 levels deep and 16 KiB. */
export const Attributes = z
  .record(z.string(), z.unknown())
  .refine((attributes) => isShallow(attributes, MOST_DEPTH), {
    message: `is nested more than ${MOST_DEPTH} levels deep`,
    params: { reason: 'over_limit' },
    abort: true,
  })
  .refine(isWellFormed, { message: 'has a lone surrogate', params: { reason: 'invalid_encoding' } })
  .refine(
    (attributes) => new TextEncoder().encode(JSON.stringify(attributes)).length <= MOST_ATTRIBUTE_BYTES,
    {
      message: `is larger than ${MOST_ATTRIBUTE_BYTES} bytes as JSON`,
      params: { reason: 'over_limit' },
    },
  )
  .meta({
    description: `What the source knows beyond the named fields; at most ${MOST_DEPTH} levels deep and ${MOST_ATTRIBUTE_BYTES} bytes as JSON`,
  });

/** One entry of a case's feed. */
export const FeedItem = z.strictObject({
  id: RecordId,
  type: z.enum(['comment', 'status_change', 'email', 'note']),
  author: shortText.optional(),
  body: text(100_000),
  created_at: IsoDate,
});
export type FeedItem = z.infer<typeof FeedItem>;

/** Some letters grow when they are lower-cased (İ), so the limit holds for what is kept. */
const lowerCased = shortText
  .transform((value) => value.toLowerCase())
  .refine((value) => value.length <= SHORT, {
    message: `is longer than ${SHORT} characters`,
    params: { reason: 'over_limit' },
  });

/** What a case says, normalised: the part that its content hash covers. */
export const caseFields = {
  title: text(500).optional(),
  description: text(100_000).optional(),
  status: lowerCased.default('open').meta({ description: 'Kept in lower case; `open` when it is left out' }),
  resolution: text(100_000).optional(),
  category: shortText.optional(),
  product: shortText.optional(),
  priority: lowerCased.optional(),
  customer: shortText.optional(),
  customer_email: shortText.optional(),
  language: shortText.optional(),
  tags: z.array(shortText).max(MOST_TAGS).optional(),
  attributes: Attributes.optional(),
  feed: z.array(FeedItem).max(MOST_FEED_ITEMS).optional(),
  created_at: IsoDate.optional(),
  resolved_at: IsoDate.optional(),
} as const;

/** The content of a case without its id and its dates of change. */
export const CaseContent = z.object(caseFields);
export type CaseContent = z.infer<typeof CaseContent>;

/** Whether a case says anything: it needs a title or a description that is not blank. */
export const saysSomething = (content: {
  title?: string | undefined;
  description?: string | undefined;
}): boolean => Boolean(content.title?.trim()) || Boolean(content.description?.trim());

/** Fields that the server owns: PUT takes and ignores them, so that an answer of GET can be sent back. */
const serverOwned = {
  updated_at: z.unknown().optional(),
  source_updated_at: z.unknown().optional(),
  lineage: z.unknown().optional(),
} as const;

const NO_TEXT = { message: 'title or description is required', path: ['title'] };

/** Body of `POST /cases`; the id is made when absent, `updated_at` is the server's. */
export const NewCase = z
  .strictObject({ id: RecordId.optional(), ...caseFields, updated_at: serverOwned.updated_at })
  .refine(saysSomething, NO_TEXT);

/** Body of `PUT /cases/{id}`. */
export const CaseReplacement = z
  .strictObject({ id: RecordId.optional(), ...caseFields, ...serverOwned })
  .refine(saysSomething, NO_TEXT);

/** Where a case came from: the import and the line that last wrote it. */
export const Lineage = z.object({
  import_id: z.string(),
  line: z.int(),
  source_hash: z.string(),
  pipeline_version: z.string(),
});
export type Lineage = z.infer<typeof Lineage>;

/** A case as the API answers it. */
export const CaseView = z.object({
  id: RecordId,
  ...caseFields,
  created_at: z.string(),
  updated_at: z.string(),
  source_updated_at: z.string().optional(),
  lineage: Lineage.optional(),
});
export type CaseView = z.infer<typeof CaseView>;
