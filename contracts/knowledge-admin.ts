import * as z from 'zod';

const Usd = z.number().min(0);

/** Far above any sensible month; a slip of the finger ends here. */
const MOST_USD = 100_000;

/** What the drafting of articles may cost a tenant, and what it has cost. */
export const KnowledgeBudget = z.object({
  /** In UTC; another month begins with nothing spent. */
  month: z.string(),
  limit_usd: Usd,
  /** Spent, and held back for drafts that are being written. */
  spent_usd: Usd,
  left_usd: Usd,
  /** What the tenant has set; null where the environment's limit holds. */
  own_limit_usd: Usd.nullable(),
  default_limit_usd: Usd,
  /** What a run of the job may cost, over all tenants. */
  run_limit_usd: Usd,
  updated_at: z.string().nullable(),
});
export type KnowledgeBudget = z.infer<typeof KnowledgeBudget>;

/** Body of `PUT /admin/knowledge/budget`; null takes the tenant's own limit back. */
export const NewKnowledgeBudget = z.strictObject({ limit_usd: Usd.max(MOST_USD).nullable() });
export type NewKnowledgeBudget = z.infer<typeof NewKnowledgeBudget>;

/** What a run of the job would take for a tenant now, by a sample of its patterns. */
export const KnowledgeEstimate = z.object({
  /** Patterns that are new, or whose cases have changed, since they were last decided on. */
  patterns: z.int(),
  /** Those of them that tell enough to be drafted. */
  drafts: z.int(),
  tokens: z.object({ input: z.int(), output: z.int() }),
  cost_usd: Usd,
  minutes: z.number().min(0),
  writer: z.string(),
  budget: z.object({
    limit_usd: Usd,
    spent_usd: Usd,
    left_usd: Usd,
    /** Whether a run comes to its end without waiting for money. */
    enough: z.boolean(),
  }),
});
export type KnowledgeEstimate = z.infer<typeof KnowledgeEstimate>;
