import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { startInProcessStack } from '#test/support/in-process-stack.ts';

const stack = await startInProcessStack();
const admin = await stack.client('demo-admin');
afterAll(() => stack.stop());

const JOB = '/api/v1/admin/jobs/vectorization';

const runJob = async () => {
  const { body } = await admin.post(`${JOB}/trigger`, undefined);
  return eventually(async () => {
    const { items } = (await admin.get(`${JOB}/runs`)).body;
    const run = items.find(({ run_id: id }: { run_id: string }) => id === body.run_id);
    return run === undefined || run.status === 'running' ? undefined : run;
  }, 60);
};

const foundBy = async (query: string): Promise<string[]> => {
  const { body } = await admin.post('/api/v1/search/hybrid', { query, weights: { keyword: 1, vector: 0 } });
  return body.results.map(({ id }: { id: string }) => id);
};

/** Does something to the file of tenant `demo`, as an accident would. */
const spoil = (sql: string): void => {
  const search = join(stack.dataDirectory, 'search');
  const [generation] = readdirSync(search);
  const file = new DatabaseSync(join(search, generation!, 'demo.sqlite'), { timeout: 10_000 });
  file.exec(sql);
  file.close();
};

describe('the job that makes the index equal to the records, on the laptop', () => {
  it('mends an index that somebody spoilt, and finds nothing to do after that', async () => {
    for (const word of ['alpha', 'bravo', 'carol', 'delta']) {
      await admin.post('/api/v1/cases', { id: word, title: `Printer ${word}` });
      await eventually(async () => ((await foundBy(word)).includes(word) ? true : undefined));
    }
    spoil(`
      DELETE FROM passage WHERE id = 'alpha';
      UPDATE passage SET version = 0 WHERE id = 'bravo';
      UPDATE passage SET id = 'ghost' WHERE id = 'carol';`);

    // What changed within the last seconds is left to the projector: it takes a run or two.
    const mended = { embedded: 0, removed: 0 };
    await eventually(async () => {
      const run = await runJob();
      expect(run).toMatchObject({
        status: 'succeeded',
        trigger: 'manual',
        counts: { rebuilds: 0, failed: 0 },
        steps: [{ name: 'Vectorise', status: 'succeeded' }],
      });
      mended.embedded += run.counts.embedded;
      mended.removed += run.counts.removed;
      return mended.embedded >= 3 || undefined;
    }, 60);

    expect(mended).toEqual({ embedded: 3, removed: 1 });
    expect(await foundBy('alpha')).toContain('alpha');
    expect(await foundBy('carol')).toContain('carol');
    expect((await runJob()).counts).toMatchObject({ processed: 4, embedded: 0, removed: 0 });
  }, 120_000);
});
