import { findPatterns, type FoundPattern } from '#core/knowledge/find-patterns.ts';
import { neighbourGraph } from '#core/knowledge/neighbour-graph.ts';
import { termedCase, type TermedCase } from '#core/knowledge/pattern-case.ts';
import { termSpace } from '#core/knowledge/term-space.ts';
import { knowledgeSettings } from '#config/knowledge-settings.ts';
import type { LivingCase } from '#core/cases/case-row.ts';

const { resolvedStatuses, leastCases, leastCustomers, thresholds } = knowledgeSettings.grouping;

/** Whether a case is resolved and says how. */
export const isResolved = ({ content }: LivingCase): boolean =>
  resolvedStatuses.includes(content.status) && (content.resolution ?? '').trim() !== '';

const graphOf = (
  cases: readonly TermedCase[],
  termsIn: (one: TermedCase) => readonly string[],
  least: number,
) => {
  const graph = neighbourGraph(termSpace(cases.map(termsIn)), least);
  for (const one of cases) graph.add(one.id, termsIn(one));
  return graph;
};

/** The patterns that the product finds among resolved cases. */
export const groupCases = (resolved: readonly LivingCase[]): readonly FoundPattern[] => {
  const cases = resolved.map(({ id, content }) =>
    termedCase({
      id,
      customer: content.customer,
      problem: `${content.title ?? ''}\n${content.description ?? ''}`,
      remedy: content.resolution ?? '',
    }),
  );
  const graphs = {
    problems: graphOf(cases, ({ told }) => told, thresholds.complaint),
    remedies: graphOf(cases, ({ mended }) => mended, thresholds.remedy),
  };
  return findPatterns(cases, graphs, { cases: leastCases, customers: leastCustomers }, thresholds);
};
