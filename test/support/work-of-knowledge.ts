import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { dynamoPatternStore } from '#adapters/aws/dynamo-pattern-store.ts';
import { dynamoResolvedCounts } from '#adapters/aws/dynamo-resolved-counts.ts';
import { dynamoTenantRegistry } from '#adapters/aws/dynamo-tenant-registry.ts';
import { extractiveWriter } from '#adapters/embedded/extractive-writer.ts';
import { s3KnowledgeFiles } from '#adapters/aws/s3-knowledge-files.ts';
import { s3OverflowTexts } from '#adapters/aws/s3-overflow-texts.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { knowledgeSettings } from '#config/knowledge-settings.ts';
import { CaseContent } from '#contracts/case.ts';
import { WritingStep } from '#contracts/knowledge-task.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { draftKeys } from '#core/knowledge/work/draft-keys.ts';
import { aCase } from './a-case.ts';
import type { InProcessStack } from './in-process-stack.ts';
import { generationWorld } from './generation-world.ts';
import { sampleRows } from './sample-rows.ts';
import { withStoresOf } from './stores-of-stack.ts';

/** Cases of which one pattern is found and one article made; one of them is too long for its row. */
const solvedCases = async (tenant: string): Promise<readonly LivingCase[]> => {
  const rows = sampleRows(tenant, 3);
  const world = generationWorld({ cases: rows });
  await world.begin();
  await world.run('r');
  const patterns = await world.patternsOf(tenant);
  const smallest = patterns.toSorted((a, b) => a.size - b.size)[0]!;
  const ids = await world.patterns.caseIds(tenant, smallest.id);
  return rows
    .filter(({ id }) => ids.includes(id))
    .map((row, n) => (n === 0 ? { ...row, content: { ...row.content, feed: longFeed(row) } } : row));
};

const longFeed = ({ content }: LivingCase) => [
  ...(content.feed ?? []),
  ...[1, 2].map((n) => ({
    id: `long-${n}`,
    type: 'note' as const,
    body: '€'.repeat(90_000),
    created_at: '2026-01-02T03:04:05.000Z',
  })),
];

/** A step of the job, by its function. */
const step = ({ host }: InProcessStack, name: string, input: object) =>
  host.invoke(`caselore-local-${name}`, { job_id: 'knowledge_generation', ...input });

/**
 * Plays the job for a tenant that nobody else has: its cases are grouped, one of them changes, they are grouped again,
 * and the article of their pattern is written, whose draft a run before had begun.
 */
export const generateKnowledge = (stack: InProcessStack, unique: number): Promise<void> =>
  withStoresOf(stack, async ({ documents, s3, table, bucket }) => {
    // The newest comes first in the list of tenants.
    const tenant = `a-${String(10_000 - unique).padStart(5, '0')}`;
    const cases = dynamoCaseStore(documents, table('cases'), s3OverflowTexts(s3, bucket('content')));
    const rows = await solvedCases(tenant);
    for (const row of rows) await cases.write(row, 0);
    await dynamoTenantRegistry(documents, table('searchgenerations')).register(tenant);

    const group = async (run: string) => {
      await step(stack, 'record-run', { event: 'started', run_id: run });
      await step(stack, 'group-cases', { run_id: run, step: 'SelectTenants', slice: 0 });
      await step(stack, 'group-cases', { run_id: run, step: 'GroupCases', slice: 0, page: 0 });
    };
    await group(`first-${unique}`);
    const changed = rows[1]!;
    await cases.write(
      { ...changed, version: 2, contentHash: 'f'.repeat(64), updatedAt: '2026-01-03T03:04:05.000Z' },
      1,
    );
    const run = `second-${unique}`;
    await group(run);

    const files = s3KnowledgeFiles(s3, bucket('knowledgefiles'));
    const patterns = dynamoPatternStore(documents, table('patterns'), files, systemClock);
    for (const { id, evidence } of (await patterns.list(tenant, 10)).patterns) {
      const series = { tenant, patternId: id, evidence, writer: extractiveWriter().name };
      await files.write(draftKeys(series, 1).claim, JSON.stringify({ run_id: `first-${unique}` }));
    }
    await step(stack, 'record-run', { event: 'succeeded', run_id: `first-${unique}`, counts: {} });

    const at = { run_id: run, slice: 0 };
    await step(stack, 'write-articles', { ...at, step: 'PlanPages', round: 0 });
    for (const one of WritingStep.options) await step(stack, 'write-articles', { ...at, step: one, page: 0 });
    await step(stack, 'write-articles', { ...at, step: 'CountRun' });
    await step(stack, 'record-run', { event: 'succeeded', run_id: run, counts: {} });
  });

/** Puts as many solved cases of one category into a new tenant as start a run. */
export const solveCases = (stack: InProcessStack, tenant: string): Promise<void> =>
  withStoresOf(stack, async ({ documents, s3, table, bucket }) => {
    const cases = dynamoCaseStore(documents, table('cases'), s3OverflowTexts(s3, bucket('content')));
    // Its cases were grouped before, long ago.
    await dynamoResolvedCounts(documents, table('patterns'), systemClock).begin(
      tenant,
      '2020-01-01T00:00:00.000Z',
    );
    const content = CaseContent.parse({ title: 'No power', status: 'resolved', resolution: 'Swapped it.' });
    for (let n = 1; n <= knowledgeSettings.early.cases; n += 1)
      await cases.write(aCase({ tenant, id: `c-${n}`, content }), 0);
  });
