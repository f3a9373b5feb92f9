import * as z from 'zod';

const Section = z.enum(['problem', 'environment', 'symptom', 'cause', 'step', 'verification']);

/** What a writer made of a pattern's evidence, as it is kept: never made twice of the same evidence. */
export const KeptDraft = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('written'),
    model: z.string(),
    prompt_version: z.string(),
    tokens: z.object({ input: z.int(), output: z.int() }),
    cost_micro_usd: z.int(),
    draft: z.object({
      title: z.string(),
      summary: z.string(),
      statements: z.array(
        z.object({
          section: Section,
          text: z.string(),
          sources: z.array(z.object({ caseId: z.string(), quote: z.string() })),
        }),
      ),
      tags: z.array(z.string()),
    }),
  }),
  /** No draft of the right shape could be had. */
  z.object({ kind: z.literal('unusable') }),
  /** It has become an article or was refused; its words, which are those of cases, are kept there or nowhere. */
  z.object({ kind: z.literal('spent') }),
]);
export type KeptDraft = z.infer<typeof KeptDraft>;

/** Which run makes a draft. */
export const DraftClaim = z.object({ run_id: z.string() });
export type DraftClaim = z.infer<typeof DraftClaim>;
