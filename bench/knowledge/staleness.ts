import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stalenessOf } from '#core/articles/staleness.ts';
import type { EvidenceCase } from '#core/knowledge/evidence.ts';
import { generateSample } from '#samples/generate-sample.ts';
import { seeds } from '#samples/seeds.ts';
import { machine } from '../foundation/machine.ts';

// How often newer cases contradict an article, and how often that is true: node bench/knowledge/staleness.ts [--tuning]
// An article of each pattern rests on its older cases. Its newer ones agree; then as many cases of another pattern of
// the category stand in their place, which do not. Of the reporting seeds, writes bench/results/staleness.json.

const WRITTEN = '2026-06-01T00:00:00.000Z';
const OLDER_SHARE = 0.6;
const LEAST_CASES = 8;
const MOST_CASES = 60;

type Told = EvidenceCase & { readonly pattern: string; readonly category: string };

const at = (one: Told, resolvedAt: string): EvidenceCase => ({ ...one, resolvedAt });

const contradicts = (older: readonly Told[], newer: readonly Told[]): boolean => {
  const cases = [
    ...older.map((one) => at(one, '2026-05-01T00:00:00.000Z')),
    ...newer.map((one) => at(one, '2026-07-01T00:00:00.000Z')),
  ];
  const claims = [{ text: 'x', case_ids: older.map(({ id }) => id), quotes: older.map(() => 'x') }];
  const generation = {
    pattern_id: 'p',
    evidence: 'old',
    cases: older.length,
    customers: 2,
    model: 'extractive',
    prompt_version: '1',
    confidence: 1,
    removed: 0,
    input_tokens: 0,
    output_tokens: 0,
    cost_usd: 0,
    run_id: 'r',
    written_at: WRITTEN,
  };
  const evidence = { tenant: 'demo', patternId: 'p', hash: 'new', customers: 2, cases, size: cases.length };
  return stalenessOf({ claims, generation }, evidence)?.contradicted === true;
};

const resolvedCases = (seed: number): readonly Told[] => {
  const { cases, truths } = generateSample({ seed });
  return cases.flatMap((one, n): readonly Told[] => {
    const truth = truths[n];
    if (!truth?.pattern || !truth.category || truth.role !== 'resolved' || !one.resolution) return [];
    const texts = [{ field: 'resolution' as const, body: one.resolution }];
    return [{ id: one.id, pattern: truth.pattern, category: truth.category, texts }];
  });
};

const measure = (seed: number) => {
  const patterns = [...Map.groupBy(resolvedCases(seed), ({ pattern }) => pattern).values()]
    .filter((own) => own.length >= LEAST_CASES)
    .map((own) => own.slice(0, MOST_CASES));
  const results = patterns.map((own, n) => {
    const border = Math.ceil(own.length * OLDER_SHARE);
    const [older, newer] = [own.slice(0, border), own.slice(border)];
    const others = [...patterns.slice(n + 1), ...patterns.slice(0, n)];
    const other = others.find(([first]) => first?.category === own[0]?.category) ?? [];
    return {
      falseAlarm: contradicts(older, newer),
      found: contradicts(older, other.slice(0, newer.length)),
    };
  });
  const share = (of: (one: (typeof results)[number]) => boolean): number =>
    Number((results.filter(of).length / results.length).toFixed(3));
  return {
    seed,
    patterns: results.length,
    contradictions_found: share(({ found }) => found),
    false_alarms: share(({ falseAlarm }) => falseAlarm),
  };
};

const tuning = process.argv.includes('--tuning');
const results = (tuning ? seeds.tuning : seeds.reporting).map(measure);
console.table(results);
if (!tuning) {
  const file = join(import.meta.dirname, '../results/staleness.json');
  await writeFile(file, `${JSON.stringify({ machine: machine(), results }, undefined, 2)}\n`);
}
