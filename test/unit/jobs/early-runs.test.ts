import { describe, expect, it } from 'vitest';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { knowledgeSettings } from '#config/knowledge-settings.ts';
import { CaseContent } from '#contracts/case.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { countResolved } from '#core/use-cases/count-resolved.ts';
import { aCase } from '#test/support/a-case.ts';
import { memoryResolvedCounts } from '#test/support/memory-resolved-counts.ts';
import { setupJobs } from './setup-jobs.ts';

const JOB = 'knowledge_generation';
const GROUPED = '2026-11-22T02:00:00.000Z';
const CREATED = '2026-11-22T04:00:00.000Z';

const setup = async () => {
  const base = setupJobs();
  const resolved = memoryResolvedCounts();
  for (const tenant of ['demo', 'other']) await resolved.begin(tenant, GROUPED);
  const settings = { ...Object.values(base.jobs)[0]!, mostInstances: 1 };
  const deps = {
    ...base,
    jobs: { [JOB]: settings },
    resolved,
    hasher: nodeHasher,
    grouping: knowledgeSettings.grouping,
    early: { cases: 5, quietMinutes: 10 },
  };
  const started = async () =>
    (await base.runs.list(JOB, 10)).runs.map(({ trigger, status, runId }) => ({ trigger, status, runId }));
  return { ...deps, count: countResolved(deps), started };
};

/** Solved cases about power, numbered. */
const solved = (from: number, to: number, overrides: Partial<LivingCase> = {}, words = 'power supply dead') =>
  Array.from({ length: to - from + 1 }, (_, n) =>
    aCase({
      id: `c-${from + n}`,
      createdAt: CREATED,
      updatedAt: CREATED,
      content: CaseContent.parse({ title: words, status: 'resolved', resolution: 'Swapped it.' }),
      ...overrides,
    }),
  );

describe('countResolved', () => {
  it('starts a run when enough cases of a category were solved, and not before', async () => {
    const { count, started } = await setup();
    await count('demo', solved(1, 4));
    expect(await started()).toEqual([]);

    await count('demo', solved(5, 5));

    expect(await started()).toEqual([
      {
        trigger: 'threshold',
        status: 'running',
        runId: expect.stringMatching(/^knowledge_generation-threshold-\w{20}$/),
      },
    ]);
  });

  it('counts a case once, however often its change is told', async () => {
    const { count, started } = await setup();

    for (let time = 0; time < 5; time += 1) await count('demo', solved(1, 4));

    expect(await started()).toEqual([]);
  });

  it('starts once, though more cases come and changes are told again', async () => {
    const { count, started, runs, clock } = await setup();
    await count('demo', solved(1, 5));
    const { runId } = (await started())[0]!;
    const end = {
      status: 'succeeded',
      finishedAt: clock.now().toISOString(),
      counts: {},
      error: undefined,
    } as const;
    await runs.finish({ job: JOB, runId }, end);

    await count('demo', solved(3, 9));

    expect(await started()).toEqual([{ trigger: 'threshold', status: 'succeeded', runId }]);
  });

  it('begins to count anew with each grouping, and not what was solved before it', async () => {
    const { count, started, resolved } = await setup();
    await count('demo', solved(1, 4));
    await resolved.begin('demo', '2026-11-22T04:05:00.000Z');

    await count('demo', solved(1, 6));

    expect(await started()).toEqual([]);
  });

  it('leaves cases to the schedule that come right after a grouping', async () => {
    const { count, started, resolved, clock } = await setup();
    await resolved.begin('demo', clock.now().toISOString());
    clock.advance(60_000);
    const times = { createdAt: clock.now().toISOString(), updatedAt: clock.now().toISOString() };
    await count('demo', solved(1, 5, times));
    expect(await started()).toEqual([]);

    clock.advance(10 * 60_000);
    await count('demo', solved(6, 6, times));

    expect(await started()).toHaveLength(1);
  });

  it('counts tenants and categories apart, and no case that is not solved', async () => {
    const { count, started } = await setup();
    await count('demo', solved(1, 3));
    await count('demo', solved(4, 6, {}, 'network connectivity lost'));
    await count('other', solved(7, 9));
    const open = solved(10, 14).map((row) => ({ ...row, content: { ...row.content, status: 'open' } }));
    await count('demo', open);

    expect(await started()).toEqual([]);
  });

  it('waits while a run goes on, and starts with the next case', async () => {
    const { count, started, runs, clock, machines } = await setup();
    const busy = { job: JOB, runId: 'busy' } as const;
    await runs.claim(
      {
        ...busy,
        trigger: 'manual',
        status: 'running',
        startedAt: clock.now().toISOString(),
        finishedAt: undefined,
        counts: {},
        error: undefined,
        steps: [],
      },
      1,
    );
    await machines.start(busy);
    await count('demo', solved(1, 5));
    expect((await started()).map(({ trigger }) => trigger)).toEqual(['manual']);
    await runs.finish(busy, {
      status: 'succeeded',
      finishedAt: clock.now().toISOString(),
      counts: {},
      error: undefined,
    });

    await count('demo', solved(6, 6));

    expect((await started()).map(({ trigger }) => trigger).toSorted()).toEqual(['manual', 'threshold']);
  });

  it('starts nothing of a case base that was never grouped: it is being brought in', async () => {
    const { count, started } = await setup();

    await count('a-new-one', solved(1, 50));

    expect(await started()).toEqual([]);
  });

  it('starts nothing while the job is paused', async () => {
    const { count, started, runs } = await setup();
    await runs.pause(JOB, true);

    await count('demo', solved(1, 5));

    expect(await started()).toEqual([]);
  });
});
