import { describe, expect, it } from 'vitest';
import { type RunRecord, RunTask } from '#contracts/job-task.ts';
import type { VectorisationProgress } from '#contracts/vectorisation.ts';
import { takePart } from '#core/use-cases/take-part.ts';
import { NOTHING_DONE } from '#core/vectorisation/vectorisation-cursor.ts';
import { runJobMachine } from '#test/support/run-job-machine.ts';

const NAME = 'vectorization-20261122T040000Z';
const COUNTS = { ...NOTHING_DONE, processed: 9, embedded: 2, removed: 1 };
const MORE = { more: true, waiting: false, counts: { ...COUNTS, processed: 3 } };
const WAITING = { more: true, waiting: true, counts: COUNTS };
const ENDED = { more: false, waiting: false, counts: COUNTS };

type Vectorise = (call: number) => Promise<VectorisationProgress>;
const inTurn =
  (...answers: readonly VectorisationProgress[]): Vectorise =>
  async (call) =>
    answers[call - 1]!;

/** Runs the machine of the job; `vectorise` is what each of its calls comes to. */
const run = async (vectorise: Vectorise, broken: (said: RunRecord) => boolean = () => false) => {
  let calls = 0;
  return runJobMachine({
    job: 'vectorization',
    name: NAME,
    broken,
    functions: {
      Vectorise: [
        'vectorise',
        async (payload, world) => {
          const { job_id: job, run_id: runId } = RunTask.parse(payload);
          calls += 1;
          return takePart(world)({ job, runId }, 'Vectorise', () => vectorise(calls));
        },
      ],
    },
  });
};

describe('every path of vectorization, in the Step Functions of the laptop form', () => {
  it('asks again while there is more, and waits while the index is out; its one step lasts to the end', async () => {
    const { execution, run: ended, calls, runs } = await run(inTurn(MORE, WAITING, MORE, ENDED));

    expect(execution).toMatchObject({ status: 'SUCCEEDED' });
    expect(calls).toEqual(['started', 'vectorise', 'vectorise', 'vectorise', 'vectorise', 'succeeded']);
    expect(ended).toMatchObject({
      status: 'succeeded',
      counts: COUNTS,
      steps: [{ name: 'Vectorise', status: 'succeeded' }],
    });
    expect((await runs.job('vectorization')).active).toEqual([]);
  });

  it('tries a part again that fails', async () => {
    const { execution, run: ended } = await run(async (call) => {
      if (call < 3) throw new Error('no answer');
      return ENDED;
    });

    expect(execution.status).toBe('SUCCEEDED');
    expect(ended?.steps).toMatchObject([{ name: 'Vectorise', status: 'succeeded' }]);
  });

  it('records a part that fails at every try, and fails itself', async () => {
    const {
      execution,
      run: ended,
      calls,
      runs,
    } = await run(async () => {
      throw new Error('no answer');
    });

    expect(execution).toMatchObject({ status: 'FAILED', error: 'Error' });
    expect(calls).toEqual(['started', 'vectorise', 'vectorise', 'vectorise', 'vectorise', 'failed']);
    expect(ended).toMatchObject({
      status: 'failed',
      error: 'Error: no answer',
      steps: [{ name: 'Vectorise', status: 'failed', error: 'Error: no answer' }],
    });
    expect(await runs.job('vectorization')).toMatchObject({ active: [], errors: 1 });
  });

  it('records a part that takes too long as timed out, and closes its step', async () => {
    const { execution, run: ended } = await run(() => new Promise(() => {}));

    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(ended).toMatchObject({
      status: 'timed_out',
      steps: [{ name: 'Vectorise', status: 'failed', error: expect.stringContaining('States.Timeout') }],
    });
  });

  it('says that it failed when its beginning cannot be recorded', async () => {
    const { execution, run: ended } = await run(inTurn(ENDED), ({ event }) => event === 'started');

    expect(execution).toMatchObject({ status: 'FAILED', error: 'Error' });
    expect(ended).toBeUndefined();
  });

  it.each([
    ['success', inTurn(ENDED), 'succeeded'],
    ['failure', async () => Promise.reject(new Error('no answer')), 'failed'],
  ] as const)(
    'says that its %s could not be recorded, and leaves the run to be settled',
    async (_, work, event) => {
      const { execution, run: ended } = await run(work, (said) => said.event === event);

      expect(execution).toMatchObject({ status: 'FAILED', error: 'RunNotRecorded' });
      expect(ended).toMatchObject({ status: 'running' });
    },
  );
});
