import type { ArticleDraft, Section } from './article-draft.ts';
import type { Evidence } from './evidence.ts';

/** What an article is worth by; the cause as much as the steps, the proof half of it. */
const WEIGHTS: readonly (readonly [section: Section, weight: number])[] = [
  ['cause', 2],
  ['step', 2],
  ['verification', 1],
];

/** Cases that say the same from which one more makes it hardly surer: `HALF` of them make it half sure. */
const HALF = 2;
/** What is left where nobody knows whether two customers had the problem. */
const UNKNOWN_CUSTOMERS = 0.8;

/**
 * How sure the product is of an article, 0 to 1 with two digits: from how many cases say the same about cause, steps and
 * verification (n cases count n / (n + 2), the mean of a section's statements), less where all may be of one customer.
 */
export const confidenceOf = ({ statements }: ArticleDraft, { customers }: Evidence): number => {
  const total = WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0);
  const sure = WEIGHTS.reduce((sum, [section, weight]) => {
    const own = statements.filter((statement) => statement.section === section);
    return sum + weight * meanOf(own.map(({ sources }) => surenessOf(sources.map(({ caseId }) => caseId))));
  }, 0);
  const independent = customers === undefined || customers < 2 ? UNKNOWN_CUSTOMERS : 1;
  return Math.round((sure / total) * independent * 100) / 100;
};

const surenessOf = (caseIds: readonly string[]): number => {
  const { size } = new Set(caseIds);
  return size / (size + HALF);
};

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
