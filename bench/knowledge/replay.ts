import { parseArgs } from 'node:util';
import * as z from 'zod';
import { knowledgeSettings } from '#config/knowledge-settings.ts';
import type { FoundPattern } from '#core/knowledge/find-patterns.ts';
import { caseBase } from '#core/knowledge/grouping/case-base.ts';
import { knownCase } from '#core/knowledge/grouping/known-case.ts';
import { seeds } from '#samples/seeds.ts';
import { compareGroupings, type Change } from './compare-groupings.ts';
import { scorePairs } from './pairwise.ts';
import { compareRefusals } from './replay/compare-refusals.ts';
import { refusalsOf } from './replay/refusals-of.ts';
import { casesOfFile, casesOfSample } from './replay/told-cases.ts';

// What other thresholds would do to the patterns, against those in force:
// npm run knowledge:replay -- [--file cases.jsonl | --seed 7 --size 5000] [--remedy 0.45] [--complaint 0.5] [--near 0.3]
//   [--cases 4] [--customers 2] [--told 3]
// Which patterns merge, split, appear or vanish, and which would be refused an article from then on, or no more.
// Of the sample, which knows what is true, precision and recall over pairs of cases too.

const { grouping, sufficiency } = knowledgeSettings;
const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    seed: { type: 'string', default: String(seeds.demo) },
    size: { type: 'string', default: '5000' },
    remedy: { type: 'string', default: String(grouping.thresholds.remedy) },
    complaint: { type: 'string', default: String(grouping.thresholds.complaint) },
    near: { type: 'string', default: String(grouping.thresholds.near) },
    cases: { type: 'string', default: String(grouping.leastCases) },
    customers: { type: 'string', default: String(grouping.leastCustomers) },
    told: { type: 'string', default: String(sufficiency.told) },
  },
});
const share = z.coerce.number().min(0).max(1);
const wanted = z
  .object({
    seed: z.coerce.number().int(),
    size: z.coerce.number().int().min(1),
    remedy: share.min(0.05),
    complaint: share.min(0.05),
    near: share,
    cases: z.coerce.number().int().min(2),
    customers: z.coerce.number().int().min(1),
    told: z.coerce.number().int().min(1),
  })
  .parse(values);

const resolved = new Set(grouping.resolvedStatuses);
const all = await (values.file === undefined
  ? casesOfSample(wanted.seed, wanted.size)
  : casesOfFile(values.file));
const told = all.filter(({ row }) => knownCase(row, resolved, () => undefined) !== undefined);
const known = told.flatMap(({ row }) => knownCase(row, resolved, () => undefined) ?? []);
const rows = new Map(told.map(({ row }) => [row.id, row]));

const group = (
  { remedy, complaint, near }: typeof grouping.thresholds,
  needs: { cases: number; customers: number },
): readonly FoundPattern[] => {
  const base = caseBase({ remedy, complaint, near });
  base.change(known, []);
  return base.find(needs);
};

const show = ({ caseIds }: FoundPattern): string =>
  `${String(caseIds.length).padStart(6)}  ${caseIds[0]}  ${rows.get(caseIds[0] ?? '')?.content.title ?? ''}`;

const print = ({ kind, before, after }: Change): void => {
  console.log(`\n${kind}`);
  for (const pattern of before) console.log(`  - ${show(pattern)}`);
  for (const pattern of after) console.log(`  + ${show(pattern)}`);
};

const scored = (patterns: readonly FoundPattern[]) => {
  const clusterOf = new Map(patterns.flatMap(({ caseIds }, n) => caseIds.map((id) => [id, n] as const)));
  const { precision, recall } = scorePairs(
    told.map(({ row }, n) => clusterOf.get(row.id) ?? -1 - n),
    told.map(({ truth }) => truth),
  );
  return { precision: precision.toFixed(4), recall: recall.toFixed(4) };
};

const inForce = { cases: grouping.leastCases, customers: grouping.leastCustomers };
const [before, after] = [group(grouping.thresholds, inForce), group(wanted, wanted)];
const changes = compareGroupings(before, after);
const KINDS = ['merged', 'split', 'regrouped', 'appeared', 'vanished', 'resized'] as const;
for (const kind of KINDS) for (const change of changes) if (change.kind === kind) print(change);

const refusals = {
  before: refusalsOf(before, rows, sufficiency),
  after: refusalsOf(after, rows, { told: wanted.told, ofCases: sufficiency.ofCases }),
};
const verdicts = compareRefusals([...refusals.before.keys()], [...refusals.after.keys()]);
if (verdicts.refused.length > 0) console.log('\nrefused from then on');
for (const pattern of verdicts.refused) console.log(`  - ${show(pattern)}  (${refusals.after.get(pattern)})`);
if (verdicts.accepted.length > 0) console.log('\nrefused no more');
for (const pattern of verdicts.accepted)
  console.log(`  + ${show(pattern)}  (${refusals.before.get(pattern)})`);

const row = (patterns: readonly FoundPattern[], refused: number, setting: object) => ({
  ...setting,
  patterns: patterns.length,
  refused,
  cases_in_patterns: patterns.reduce((sum, { caseIds }) => sum + caseIds.length, 0),
  ...(values.file === undefined && scored(patterns)),
});
const { seed: _seed, size: _size, cases, customers, told: toldBy, ...thresholds } = wanted;
console.log(`\n${told.length} resolved cases`);
console.table({
  'in force': row(before, refusals.before.size, {
    ...grouping.thresholds,
    least_cases: inForce.cases,
    least_customers: inForce.customers,
    told: sufficiency.told,
  }),
  'as asked': row(after, refusals.after.size, {
    ...thresholds,
    least_cases: cases,
    least_customers: customers,
    told: toldBy,
  }),
});
console.table(
  Object.fromEntries(
    [...KINDS, 'same' as const].map((kind) => [kind, changes.filter((one) => one.kind === kind).length]),
  ),
);
