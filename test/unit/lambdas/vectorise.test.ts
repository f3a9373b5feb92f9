import { describe, expect, it } from 'vitest';
import { createHandler } from '#lambdas/vectorise/handler.ts';
import { aContext } from '#test/support/an-api-event.ts';
import { aRun } from '#test/support/a-run.ts';
import { memoryJobRuns } from '#test/support/memory-job-runs.ts';
import { vectorisationWorld } from '#test/support/vectorisation-world.ts';

const KEY = { job: 'vectorization', runId: 'run-1' } as const;
const TASK = { job_id: 'vectorization', run_id: 'run-1' };

describe('vectorise', () => {
  it('does a part of a run, and records it as its one step', async () => {
    const world = await vectorisationWorld();
    await world.hold('demo', ['c-1']);
    await world.index.forget('demo', [{ kind: 'case', id: 'c-1' }]);
    const runs = memoryJobRuns();
    await runs.claim(aRun(KEY), 1);
    const handler = createHandler({ ...world.deps, runs });

    expect(await handler(TASK, aContext())).toMatchObject({ more: false, counts: { embedded: 1 } });
    expect((await runs.find(KEY))?.steps).toMatchObject([{ name: 'Vectorise', status: 'succeeded' }]);
    await expect(handler({ job_id: 'vectorization' }, aContext())).rejects.toThrow('run_id');
  });
});
