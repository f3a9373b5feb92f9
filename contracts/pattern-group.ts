import * as z from 'zod';

const Ids = z.array(z.string());

/** A term that two texts share, and what it adds to their cosine. */
const SharedTerm = z.object({ term: z.string(), weight: z.number() });

/** Two cases of a pattern that are among each other's nearest. */
const NearPair = z.object({
  cases: z.tuple([z.string(), z.string()]),
  cosine: z.number(),
  /** Those that weigh most first. */
  terms: z.array(SharedTerm),
});
export type NearPair = z.infer<typeof NearPair>;

/** Two remedies that were joined, by a case of each, and the cases that say so. */
const JoinedRemedies = z.object({
  remedies: z.tuple([z.string(), z.string()]),
  /** Logarithm of the odds over the next best reading of the witnesses. */
  odds: z.number(),
  witnesses: Ids,
});

/** Another pattern whose problem is told nearly alike, and the words that only one of the two uses. */
const ApartFrom = z.object({
  pattern: z.string(),
  problem_cosine: z.number(),
  remedy_cosine: z.number(),
  own_words: Ids,
  other_words: Ids,
});
export type ApartFrom = z.infer<typeof ApartFrom>;

/** The file of a pattern: its cases and why they are together, as grouping saw them. */
export const PatternGroup = z.object({
  format: z.literal(1),
  case_ids: Ids,
  /** Cases that tell their remedy in the same words. */
  remedies: z.array(Ids),
  joins: z.array(JoinedRemedies),
  near_problems: z.array(NearPair),
  near_remedies: z.array(NearPair),
  apart_from: z.array(ApartFrom),
  thresholds: z.object({ remedy: z.number(), complaint: z.number(), near: z.number() }),
  grouped_at: z.string(),
});
export type PatternGroup = z.infer<typeof PatternGroup>;
