import * as z from 'zod';
import { RecordId } from './case.ts';
import { page, pageQuery } from './page.ts';
import { shortText } from './text.ts';
import { RefusalReason } from './refusal-reason.ts';

/** Path of one pattern. */
export const PatternPath = z.strictObject({ id: RecordId });

/** What became of a pattern when it was last looked at. */
export const PatternOutcome = z.enum(['waiting', 'drafted', 'covered', 'refused']);
export type PatternOutcome = z.infer<typeof PatternOutcome>;

/** Query of `GET /patterns`. */
export const PatternListQuery = z.strictObject({
  ...pageQuery,
  category: shortText.optional(),
  outcome: PatternOutcome.optional(),
});

/** A pattern as the API answers it in lists. */
export const PatternView = z.object({
  id: z.string(),
  /** Words that its cases share. */
  label: z.string(),
  category: z.string(),
  product: z.string().optional(),
  size: z.int().meta({ description: 'Cases; 0 where it is a pattern no more' }),
  customers: z.int().nullable().meta({ description: 'Distinct customers; null where no case names one' }),
  outcome: PatternOutcome,
  article_id: z.string().optional().meta({ description: 'Drafted from it, or saying the same already' }),
  reason: RefusalReason.optional().meta({ description: 'Why no article was written' }),
  questions: z
    .array(z.string())
    .optional()
    .meta({ description: 'What its cases would have to answer before an article can be written' }),
  outdated: z
    .boolean()
    .meta({ description: 'Whether its cases have changed since it was looked at, or nobody has yet' }),
  merged_into: z.string().optional().meta({ description: 'The pattern that now holds most of its cases' }),
  created_at: z.string(),
  updated_at: z.string(),
});
export type PatternView = z.infer<typeof PatternView>;

/** A page of patterns, by id. */
export const PatternPageView = page(PatternView);

/** A pattern with its cases. */
export const PatternDetail = PatternView.extend({ case_ids: z.array(z.string()) });
export type PatternDetail = z.infer<typeof PatternDetail>;
