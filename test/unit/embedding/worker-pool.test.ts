import { afterEach, describe, expect, it } from 'vitest';
import { workerPool, type WorkerPool } from '#adapters/minilm/worker-pool.ts';
import { startWorkerProcess } from '#adapters/minilm/worker-process.ts';

const [DIE, HANG, REFUSE, WELL] = [1, 2, 3, 4];
const script = new URL('../../support/odd-worker.ts', import.meta.url);

const pools: WorkerPool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

const setup = ({ workers = 1, mostWaiting = 100, milliseconds = 5_000 } = {}) => {
  let started = 0;
  const pool = workerPool({
    start: (events) => {
      started += 1;
      return startWorkerProcess(script, '', events);
    },
    workers,
    mostWaiting,
    milliseconds,
  });
  pools.push(pool);
  const never = new AbortController().signal;
  return { pool, started: () => started, run: (...pieces: number[]) => pool.run(pieces, never) };
};

describe('workerPool', () => {
  it('gives each text its own answer, over as many processes as it may have', async () => {
    const { run, started } = setup({ workers: 2 });

    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => run(WELL, n)));

    expect(answers.map(([, second]) => second)).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(started()).toBe(2);
  });

  it('replaces a process that dies, tries its text once more, and serves the others', async () => {
    const { run, started } = setup();

    const answers = await Promise.allSettled([run(DIE), run(WELL, 5)]);

    expect(answers).toMatchObject([
      { status: 'rejected', reason: { message: expect.stringMatching(/exit 7: no memory/) } },
      { status: 'fulfilled', value: { 1: 5 } },
    ]);
    expect(started()).toBe(3);
  });

  it('ends a process that hangs', async () => {
    const { run } = setup({ milliseconds: 1_500 });

    await expect(run(HANG)).rejects.toThrow('SIGKILL');
    expect((await run(WELL, 6))[1]).toBe(6);
  }, 30_000);

  it('does not try again what the model refuses', async () => {
    const { run, started } = setup();

    await expect(run(REFUSE)).rejects.toThrow('the model failed: odd shape');
    await run(WELL, 1);

    expect(started()).toBe(1);
  });

  it('refuses more than may wait', async () => {
    const { run } = setup({ mostWaiting: 2 });

    const answers = await Promise.allSettled(Array.from({ length: 5 }, (_, n) => run(WELL, n)));

    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
  });

  it('takes waiting texts back from who gave up', async () => {
    const { pool, run } = setup();
    const abandon = new AbortController();
    const first = run(WELL, 1);
    const second = pool.run([WELL, 2], abandon.signal);

    abandon.abort();

    expect((await first)[1]).toBe(1);
    await expect(second).rejects.toThrow('given up');
  });

  it('refuses everything once it is closed', async () => {
    const { pool, run } = setup();
    const running = run(HANG);

    pool.close();

    await expect(running).rejects.toThrow('SIGKILL');
    await expect(run(WELL)).rejects.toThrow('closed');
  });
});
