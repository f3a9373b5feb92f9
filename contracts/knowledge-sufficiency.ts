import * as z from 'zod';

/** When the cases of a pattern tell enough for an article. */
export const KnowledgeSufficiency = z.strictObject({
  /** Cases that must tell each of cause, diagnosis, fix and proof, in patterns of at least `ofCases`; in smaller ones one. */
  told: z.int().min(1).max(100),
  ofCases: z.int().min(1).max(1_000),
});
export type KnowledgeSufficiency = z.infer<typeof KnowledgeSufficiency>;
