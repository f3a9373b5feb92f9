import * as z from 'zod';
import { CaseContent } from './case.ts';

/** One line of a segment: a valid, normalised record of an upload. */
export const SegmentLine = z.object({
  line: z.int(),
  id: z.string(),
  content: CaseContent,
  /** SHA-256 of the content, as the cases table keeps it. */
  content_hash: z.string(),
  /** SHA-256 of the line as it came. */
  source_hash: z.string(),
  source_updated_at: z.string().optional(),
});
export type SegmentLine = z.infer<typeof SegmentLine>;

/** A segment's line as it is read back: written by us and immutable, so its content is not checked a second time. */
export const StoredSegmentLine = SegmentLine.extend({
  content: z.custom<CaseContent>((value) => typeof value === 'object' && value !== null),
});
