import * as z from 'zod';
import { ImportFields } from './import-fields.ts';

/** PostgreSQL cuts longer names off. */
const MOST_NAME = 63;

/** The name of a schema, a table or a column; it is quoted wherever it is used. */
const Name = z
  .string()
  .min(1)
  .max(MOST_NAME)
  .refine((name) => !name.includes('\0'), 'has a null character');

const Value = z.union([z.string(), z.number(), z.boolean()]);

/** One condition that rows of a table must meet, as data; it is never SQL. */
export const SourceFilter = z.discriminatedUnion('is', [
  z.strictObject({ column: Name, is: z.enum(['equal', 'not_equal', 'at_least', 'at_most']), value: Value }),
  z.strictObject({ column: Name, is: z.enum(['one_of', 'none_of']), values: z.array(Value).min(1).max(100) }),
  z.strictObject({ column: Name, is: z.enum(['set', 'not_set']) }),
]);
export type SourceFilter = z.infer<typeof SourceFilter>;

/** Fields of a case that are read from a column each; the others have rules of their own. */
const FIELDS = Object.keys(ImportFields.shape).filter(
  (field) => !['updated_at', 'feed', 'attributes'].includes(field),
);

const table = {
  schema: Name.default('public'),
  table: Name,
} as const;

const filters = z.array(SourceFilter).max(20).default([]);

/** The table of cases: `fields` and `attributes` say which column holds what. */
export const SourceCases = z.strictObject({
  ...table,
  filters,
  id: Name,
  /** When a row was last changed, `timestamp` or `timestamptz`; without a zone it is UTC. */
  updated_at: Name,
  /** A row is deleted when this is true, or, where it is no boolean, when it is set. */
  deleted: Name.optional(),
  fields: z.partialRecord(z.enum(FIELDS), Name),
  attributes: z.record(z.string().min(1).max(200), Name).default({}),
});

/** What a source calls an entry of a feed, by our four types; anything else is a note. */
const EntryTypes = z.record(z.string(), z.enum(['comment', 'status_change', 'email', 'note'])).default({});

/** The table of entries of cases' feeds. */
export const SourceFeed = z.strictObject({
  ...table,
  filters,
  id: Name,
  case: Name,
  body: Name,
  author: Name.optional(),
  type: Name.optional(),
  types: EntryTypes,
  created_at: Name,
  /** Left out: entries never change. */
  updated_at: Name.optional(),
});

/** The table of comments on entries of feeds. */
export const SourceComments = z.strictObject({
  ...table,
  filters,
  id: Name,
  entry: Name,
  body: Name,
  author: Name.optional(),
  created_at: Name,
  updated_at: Name.optional(),
});

/** The table of products, each perhaps below another. */
export const SourceProducts = z.strictObject({
  ...table,
  filters,
  id: Name,
  name: Name,
  parent: Name.optional(),
});

/** Which tables and columns of a customer's database hold what. */
export const CaseMapping = z
  .strictObject({
    cases: SourceCases,
    feed: SourceFeed.optional(),
    comments: SourceComments.optional(),
    products: SourceProducts.optional(),
  })
  .refine(({ comments, feed }) => comments === undefined || feed !== undefined, {
    message: 'comments belong to entries of a feed, which needs a table too',
    path: ['comments'],
  });
export type CaseMapping = z.infer<typeof CaseMapping>;
