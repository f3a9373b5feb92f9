import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { knowledgeSettings } from '#config/knowledge-settings.ts';
import { CaseContent } from '#contracts/case.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import { groupCases, type GroupingCounts } from '#core/use-cases/group-cases.ts';
import { generateSample } from '#samples/generate-sample.ts';
import { seeds } from '#samples/seeds.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { memoryKnowledgeFiles } from '#test/support/memory-knowledge-files.ts';
import { memoryPatternStore } from '#test/support/memory-pattern-store.ts';
import { machine } from '../foundation/machine.ts';
import { scorePairs } from './pairwise.ts';

// How long grouping takes, first and after 100 new cases, with what is kept between runs written and read back:
// node bench/knowledge/grouping.ts [--size 13700]. Stores are in memory; writes bench/results/grouping-<size>.json.

const NEW_CASES = 100;
const TENANT = 'bench';

const rowOf = ({ id, updated_at: updatedAt, ...content }: { id: string; updated_at: string }): LivingCase => {
  const whole = CaseContent.parse(content);
  return {
    tenant: TENANT,
    id,
    version: 1,
    deleted: false,
    createdAt: updatedAt,
    updatedAt,
    contentHash: contentHash(nodeHasher, whole),
    content: whole,
  };
};

/** A listing in memory that needs no sorting of all cases for each page. */
const listingOf = (rows: ReadonlyMap<string, LivingCase>) => ({
  page: async (_tenant: string, lane: number) => ({
    ids: [],
    positions: lane === 0 ? [...rows.values()].map(({ id, updatedAt }) => ({ id, updatedAt })) : [],
    next: undefined,
  }),
});

const timed = async (run: () => Promise<GroupingCounts>) => {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const counts = await run();
  const { user, system } = process.cpuUsage(cpu);
  return {
    counts,
    seconds: Number(((performance.now() - began) / 1_000).toFixed(2)),
    cpu_seconds: Number(((user + system) / 1_000_000).toFixed(2)),
  };
};

const load_before = loadavg()[0];
const size = process.argv.includes('--size')
  ? Number(process.argv[process.argv.indexOf('--size') + 1])
  : 5_000;
const seed = seeds.reporting[0];
const { cases: sample, truths } = generateSample({ seed, size });
const rows = sample.map(rowOf);
const store = memoryCaseStore();
const listed = new Map<string, LivingCase>();
const write = async (some: readonly LivingCase[]): Promise<void> => {
  for (const row of some) {
    await store.write(row, 0);
    listed.set(row.id, row);
  }
};
const files = memoryKnowledgeFiles();
const patterns = memoryPatternStore(files);
const group = groupCases({
  cases: store,
  walk: listingOf(listed),
  files,
  patterns,
  hasher: nodeHasher,
  clock: { now: () => new Date() },
  settings: knowledgeSettings.grouping,
});

await write(rows.slice(0, -NEW_CASES));
const first = await timed(() => group(TENANT));
await write(rows.slice(-NEW_CASES));
const hundred = await timed(() => group(TENANT));
const nothing = await timed(() => group(TENANT));

const places = await patterns.places(TENANT);
const resolved = new Set(knowledgeSettings.grouping.resolvedStatuses);
const asked = rows.flatMap(({ id, content }, n) =>
  resolved.has(content.status) && content.resolution ? [{ id, truth: truths[n]?.pattern }] : [],
);
const numbers = new Map([...new Set(places.values())].map((id, n) => [id, n]));
const { precision, recall } = scorePairs(
  asked.map(({ id }, n) => numbers.get(places.get(id) ?? '') ?? -1 - n),
  asked.map(({ truth }) => truth),
);
const result = {
  cases: size,
  seed,
  first,
  hundred_more: hundred,
  nothing_new: nothing,
  kept_megabytes: Number(
    (((await files.read(`${TENANT}/grouping/state.json`)) ?? '').length / 1_000_000).toFixed(2),
  ),
  precision: Number(precision.toFixed(4)),
  recall: Number(recall.toFixed(4)),
};
console.log(JSON.stringify(result, undefined, 2));
await writeFile(
  join(import.meta.dirname, `../results/grouping-${size}.json`),
  `${JSON.stringify({ machine: machine(), load_before, ...result }, undefined, 2)}\n`,
);
