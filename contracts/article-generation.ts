import * as z from 'zod';

/** How a generated article came to be. */
export const ArticleGeneration = z.object({
  pattern_id: z.string(),
  /** Hash of the cases that it was written from. */
  evidence: z.string(),
  /** Cases of the pattern at that time. */
  cases: z.int(),
  /** How many of them were solved in a month, by the time that they span; absent where their times are unknown. */
  cases_a_month: z.number().optional(),
  /** Distinct customers among them; null where the data has none, and nobody can say that two had the problem. */
  customers: z.int().nullable(),
  model: z.string(),
  prompt_version: z.string(),
  /** How sure the product is that it is right, 0 to 1, from how many cases say the same. */
  confidence: z.number(),
  /** Statements that the writer made and verification took away. */
  removed: z.int(),
  input_tokens: z.int(),
  output_tokens: z.int(),
  cost_usd: z.number(),
  run_id: z.string(),
  written_at: z.string(),
});
export type ArticleGeneration = z.infer<typeof ArticleGeneration>;
