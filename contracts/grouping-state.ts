import * as z from 'zod';

const Numbers = z.array(z.int());

/** A space of terms: `-1` for a term that no case holds any more. */
const KeptSide = z.object({
  texts: z.int(),
  terms: Numbers,
  counts: Numbers,
  /** Of each case, in their order: terms that the space had when it came, and its nearest by place in the list of cases. */
  known: Numbers,
  near: z.array(Numbers),
});

/** A case: terms are places in `words`. Short names, for there are ten thousands of them. */
const KeptCase = z.object({
  i: z.string(),
  h: z.string(),
  /** Customer, product. */
  c: z.string().optional(),
  p: z.string().optional(),
  /** What its words say about its category. */
  k: z.object({ category: z.string(), weight: z.number(), given: z.boolean() }).optional(),
  /** Terms of problem and remedy. */
  t: Numbers,
  m: Numbers,
});

/** The file in which the grouping of a tenant's cases goes on where it stopped. */
export const GroupingState = z.object({
  format: z.literal(1),
  /** Hash of the settings that it was made by. */
  settings: z.string(),
  words: z.array(z.string()),
  /** Every living case and when it was last changed. */
  seen: z.array(z.tuple([z.string(), z.string()])),
  cases: z.array(KeptCase),
  turnover: z.int(),
  problems: KeptSide,
  remedies: KeptSide,
});
export type GroupingState = z.infer<typeof GroupingState>;
