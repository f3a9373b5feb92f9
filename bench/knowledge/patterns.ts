import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPatterns, USUAL_THRESHOLDS, type CaseGraphs } from '#core/knowledge/find-patterns.ts';
import { neighbourGraph } from '#core/knowledge/neighbour-graph.ts';
import { termedCase, type TermedCase } from '#core/knowledge/pattern-case.ts';
import { termSpace } from '#core/knowledge/term-space.ts';
import { generateSample } from '#samples/generate-sample.ts';
import { seeds } from '#samples/seeds.ts';
import { machine } from '../foundation/machine.ts';
import { scorePairs } from './pairwise.ts';

// How well patterns are found in the sample: node bench/knowledge/patterns.ts [--tuning] [--size 5000]
// Prints precision and recall over pairs of resolved cases and, of the reporting seeds, writes bench/results/patterns.json.

const RESOLVED = new Set(['resolved', 'closed', 'solved']);
const NEEDS = { cases: 5, customers: 2 };
/** Cases that come after the first grouping. */
const NEW_CASES = 100;

const resolvedCases = (seed: number, size: number) => {
  const { cases, truths } = generateSample({ seed, size });
  const patternOf = new Map(truths.map(({ case_id: id, pattern }) => [id, pattern]));
  const resolved = cases.flatMap(
    ({ id, customer, title, description = '', resolution = '', status }): TermedCase[] =>
      RESOLVED.has(status) && resolution !== ''
        ? [termedCase({ id, customer, problem: `${title}\n${description}`, remedy: resolution })]
        : [],
  );
  return { resolved, patternOf };
};

const seconds = (since: number): number => Number(((performance.now() - since) / 1_000).toFixed(2));

const addTo = ({ problems, remedies }: CaseGraphs, cases: readonly TermedCase[]): void => {
  for (const { id, told, mended } of cases) {
    problems.add(id, told);
    remedies.add(id, mended);
  }
};

const measure = (seed: number, size: number) => {
  const { resolved, patternOf } = resolvedCases(seed, size);
  const began = performance.now();
  const graphs = {
    problems: neighbourGraph(termSpace(resolved.map(({ told }) => told)), USUAL_THRESHOLDS.complaint),
    remedies: neighbourGraph(termSpace(resolved.map(({ mended }) => mended)), USUAL_THRESHOLDS.remedy),
  };
  addTo(graphs, resolved.slice(0, -NEW_CASES));
  findPatterns(resolved.slice(0, -NEW_CASES), graphs, NEEDS);
  const grouped = seconds(began);
  const later = performance.now();
  addTo(graphs, resolved.slice(-NEW_CASES));
  const found = findPatterns(resolved, graphs, NEEDS);
  const updated = seconds(later);

  const clusterOf = new Map(found.flatMap(({ caseIds }, cluster) => caseIds.map((id) => [id, cluster])));
  const { precision, recall } = scorePairs(
    resolved.map(({ id }, n) => clusterOf.get(id) ?? -1 - n),
    resolved.map(({ id }) => patternOf.get(id)),
  );
  const truth = new Set(resolved.flatMap(({ id }) => patternOf.get(id) ?? []));
  return {
    seed,
    resolved_cases: resolved.length,
    precision: Number(precision.toFixed(4)),
    recall: Number(recall.toFixed(4)),
    patterns: found.length,
    true_patterns: truth.size,
    grouped_seconds: grouped,
    hundred_more_seconds: updated,
  };
};

const option = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1];
const size = process.argv.includes('--size') ? Number(option('--size')) : 5_000;
const tuning = process.argv.includes('--tuning');
const results = (tuning ? seeds.tuning : seeds.reporting).map((seed) => measure(seed, size));
console.table(results);
if (!tuning) {
  const file = join(import.meta.dirname, `../results/patterns-${size}.json`);
  await writeFile(file, `${JSON.stringify({ machine: machine(), cases: size, results }, undefined, 2)}\n`);
}
