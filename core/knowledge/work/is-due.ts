import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';

/**
 * Whether a pattern is to be looked at: it has cases, and they are not those that the last decision was about. What no
 * budget was left for is looked at each time.
 */
export const isDue = ({ size, decidedOn, evidence, outcome }: StoredPattern): boolean =>
  size > 0 && (decidedOn !== evidence || (outcome.kind === 'refused' && outcome.reason === 'over_budget'));
