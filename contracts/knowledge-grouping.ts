import * as z from 'zod';

/** The name of a category: lower case, digits and underscores. */
export const CategoryName = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, 'is no name of a category');

/** A category, the one above it, and the words by which a case is told to be of it. */
export const CategoryRule = z.strictObject({
  name: CategoryName,
  above: CategoryName.optional(),
  /** Whole words or groups of them, in lower case; plural and singular count as one word where they differ by an `s`. */
  keywords: z.array(z.string().min(2).max(60)).max(100).default([]),
});
export type CategoryRule = z.infer<typeof CategoryRule>;

/** Cosines from which two texts that are among each other's nearest tell the same, and middles of complaints are near. */
export const PatternThresholds = z.strictObject({
  remedy: z.number().min(0.05).max(1),
  complaint: z.number().min(0.05).max(1),
  near: z.number().min(0).max(1),
});
export type PatternThresholds = z.infer<typeof PatternThresholds>;

const isClosed = (rules: readonly CategoryRule[]): boolean => {
  const names = new Set(rules.map(({ name }) => name));
  return (
    names.size === rules.length &&
    rules.every(({ name, above }) => above === undefined || (above !== name && names.has(above)))
  );
};

/** How cases become patterns: what counts as resolved, what a pattern needs, and the categories. */
export const KnowledgeGrouping = z.strictObject({
  /** Statuses of a solved case, in lower case. */
  resolvedStatuses: z.array(z.string().min(1)).min(1),
  leastCases: z.int().min(2).max(1_000),
  /** Distinct customers; where no case has one, the rule is off. */
  leastCustomers: z.int().min(1).max(1_000),
  thresholds: PatternThresholds,
  categories: z
    .array(CategoryRule)
    .max(100)
    .refine(isClosed, { error: 'names a category twice, or one above that is not there' }),
});
export type KnowledgeGrouping = z.infer<typeof KnowledgeGrouping>;
