import type { Evidence } from './evidence.ts';

const MONTH_MS = 30 * 24 * 60 * 60 * 1_000;

/** How many cases of a pattern were solved in a month, by the time that those it cites span; undefined where their times are unknown. */
export const casesAMonth = ({ cases, size }: Pick<Evidence, 'cases' | 'size'>): number | undefined => {
  const times = cases.flatMap(({ resolvedAt }) => (resolvedAt === undefined ? [] : [Date.parse(resolvedAt)]));
  if (times.length < 2) return undefined;
  const months = Math.max(1, (Math.max(...times) - Math.min(...times)) / MONTH_MS);
  return Math.round((size / months) * 100) / 100;
};
