import * as z from 'zod';
import { WritingStep } from './knowledge-task.ts';
import { TenantId } from './principal.ts';
import { RefusalReason } from './refusal-reason.ts';

/** The tenants of one round of a run; `more` when others follow them. */
export const TenantSlice = z.object({ tenants: z.array(TenantId), more: z.boolean() });
export type TenantSlice = z.infer<typeof TenantSlice>;

/** What a run has to look at for one tenant: of all its patterns, those that nobody has decided on as they are now. */
export const TenantPlan = z.object({ patterns: z.int(), due: z.array(z.string()) });
export type TenantPlan = z.infer<typeof TenantPlan>;

/** Patterns of one tenant that one call of a step looks at. */
export const PatternPage = z.object({ tenant: TenantId, patterns: z.array(z.string()) });
export type PatternPage = z.infer<typeof PatternPage>;

/** All pages of a slice, by number; `full` when the run cannot take more. */
export const PagePlan = z.object({ pages: z.array(PatternPage), full: z.boolean() });
export type PagePlan = z.infer<typeof PagePlan>;

/** What a run has decided about a pattern. */
export const PatternDecision = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['created', 'proposed', 'unchanged']), article_id: z.string().optional() }),
  /** What the cases leave open is not kept here: it is asked in their words. */
  z.object({ kind: z.literal('refused'), reason: RefusalReason }),
  z.object({ kind: z.literal('over_budget') }),
  /** Its cases have changed since the run began, or another run is at it: the next run looks again. */
  z.object({ kind: z.literal('postponed') }),
  /** What went wrong at every try, by the name of the error. */
  z.object({ kind: z.literal('failed'), step: WritingStep, code: z.string() }),
]);
export type PatternDecision = z.infer<typeof PatternDecision>;

/** How far a run is with a pattern. No text of a case stands in it. */
export const PatternWork = z.object({
  /** Hash of the cases that the run looks at; empty before it has. */
  evidence: z.string(),
  coverage: z.enum(['create', 'update']).optional(),
  /** Number of the draft among those of the same evidence and writer. */
  draft: z.int().optional(),
  /** The last step that it has passed. */
  passed: WritingStep.optional(),
  /** Failed tries of the step after that. */
  failures: z.int(),
  /** Millionths of a US dollar that this run has spent on it. */
  cost_micro_usd: z.int(),
  decision: PatternDecision.optional(),
});
export type PatternWork = z.infer<typeof PatternWork>;

/** What became of the patterns of a page, or of a run. */
export const GenerationCounts = z.object({
  processed: z.int(),
  created: z.int(),
  proposed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  postponed: z.int(),
  failed: z.int(),
  over_budget: z.int(),
  cost_micro_usd: z.int(),
});
export type GenerationCounts = z.infer<typeof GenerationCounts>;
