import * as z from 'zod';
import { FailureCode, RejectionCode, UnchangedCode } from './import-reason.ts';

/** A line that was rejected, as it is kept. */
export const Rejection = z.object({
  line: z.int(),
  id: z.string().optional(),
  code: RejectionCode,
  reason: z.string(),
});
export type Rejection = z.infer<typeof Rejection>;

const entry = { line: z.int(), id: z.string() } as const;

/** What became of one record of a chunk; `version` is the row's version that the index has to show. */
export const Outcome = z.discriminatedUnion('outcome', [
  z.object({ ...entry, outcome: z.literal('written'), version: z.int() }),
  z.object({ ...entry, outcome: z.literal('unchanged'), code: UnchangedCode, version: z.int() }),
  z.object({
    ...entry,
    outcome: z.literal('failed'),
    code: FailureCode,
    /** What was claimed of a record that could not be read back: a retry reads that back again. */
    claimed: z
      .discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('written'), version: z.int() }),
        z.object({ outcome: z.literal('unchanged'), code: UnchangedCode, version: z.int() }),
      ])
      .optional(),
  }),
]);
export type Outcome = z.infer<typeof Outcome>;
