import * as z from 'zod';

/** A case by name; its title is absent where it has none. */
const NamedCase = z.object({ id: z.string(), title: z.string().optional() });
export type NamedCase = z.infer<typeof NamedCase>;

const Pair = z.object({
  cases: z.array(NamedCase).length(2),
  cosine: z.number(),
  shared_terms: z
    .array(z.object({ term: z.string(), weight: z.number() }))
    .meta({ description: 'Words that both use, and what each adds to the cosine' }),
});

const Wording = z.object({
  example: NamedCase,
  cases: z.int(),
});

const WordingJoin = z.object({
  wordings: z.array(z.string()).length(2).meta({ description: 'The two by a case of each' }),
  odds: z.number().meta({ description: 'To one, over the next best reading; a million at most' }),
  witnesses: z
    .array(NamedCase)
    .meta({ description: 'Cases told like those of one and mended like those of the other' }),
});

const OtherPattern = z.object({
  pattern: z.object({ id: z.string(), label: z.string(), category: z.string(), size: z.int() }),
  problem_cosine: z.number(),
  remedy_cosine: z.number(),
  own_words: z.array(z.string()).meta({ description: 'Words of remedies here that those there do not use' }),
  other_words: z.array(z.string()),
});

/** Why cases are together, and what keeps them apart from others that are told nearly alike. */
export const PatternWhy = z.object({
  pattern_id: z.string(),
  summary: z.string(),
  grouped_at: z.string(),
  thresholds: z.object({
    remedy: z.number().meta({ description: 'Cosine from which two remedies are told in the same words' }),
    complaint: z.number().meta({ description: 'Cosine from which two problems are told in the same words' }),
    near: z.number().meta({ description: 'Cosine from which two groups of problems are told nearly alike' }),
  }),
  wordings: z.array(Wording).meta({ description: 'Cases that tell their remedy in the same words' }),
  joins: z.array(WordingJoin),
  near_problems: z.array(Pair).meta({
    description: 'The surest pairs, and the weakest without which the cases would fall apart; surest first',
  }),
  near_remedies: z.array(Pair),
  apart_from: z.array(OtherPattern),
});
export type PatternWhy = z.infer<typeof PatternWhy>;
