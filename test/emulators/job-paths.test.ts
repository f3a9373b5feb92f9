import { describe, expect, it } from 'vitest';
import { type RunRecord, RunTask } from '#contracts/job-task.ts';
import { takeStep } from '#core/use-cases/take-step.ts';
import { runJobMachine } from '#test/support/run-job-machine.ts';

const NAME = 'health_check-20261122T043000Z';

type Check = (attempt: number) => Promise<unknown>;
const COUNTS = { processed: 6, unhealthy: 0, degraded: 0 };
type Circumstances = { input?: string; broken?: (said: RunRecord) => boolean };
const healthy: Check = async () => COUNTS;

/** Runs the machine of the job; `check` is what the health check finds at each try. */
const run = async (check: Check, circumstances: Circumstances = {}) => {
  let attempts = 0;
  return runJobMachine({
    ...circumstances,
    job: 'health_check',
    name: NAME,
    functions: {
      CheckHealth: [
        'check',
        async (payload, { runs, clock }) => {
          const { job_id: job, run_id: runId } = RunTask.parse(payload);
          attempts += 1;
          const attempt = attempts;
          return takeStep({ runs, clock })({ job, runId }, 'CheckComponents', async () => check(attempt));
        },
      ],
    },
  });
};

describe('every path of health_check, in the Step Functions of the laptop form', () => {
  it.each(['{}', '[]', '"text"', 'null', JSON.stringify({ job_id: 'other', run_id: 'other' })])(
    'succeeds, whatever its input: %s',
    async (input) => {
      const { execution, run: ended, calls, runs } = await run(healthy, { input });

      expect(execution).toMatchObject({ status: 'SUCCEEDED' });
      expect(calls).toEqual(['started', 'check', 'succeeded']);
      expect(ended).toMatchObject({
        status: 'succeeded',
        counts: COUNTS,
        steps: [{ name: 'CheckComponents', status: 'succeeded' }],
      });
      expect((await runs.job('health_check')).active).toEqual([]);
    },
  );

  it('tries a step again that fails', async () => {
    const {
      execution,
      run: ended,
      calls,
    } = await run(async (attempt) => {
      if (attempt < 3) throw new Error('not yet');
      return COUNTS;
    });

    expect(execution.status).toBe('SUCCEEDED');
    expect(calls).toEqual(['started', 'check', 'check', 'check', 'succeeded']);
    expect(ended).toMatchObject({ status: 'succeeded', steps: [{ status: 'succeeded' }] });
  });

  it('records a step that fails at every try, and fails itself', async () => {
    const {
      execution,
      run: ended,
      calls,
      runs,
    } = await run(async () => {
      throw new RangeError('broken');
    });

    expect(execution).toMatchObject({ status: 'FAILED', error: 'RangeError' });
    expect(calls).toEqual(['started', 'check', 'check', 'check', 'failed']);
    expect(ended).toMatchObject({
      status: 'failed',
      error: 'RangeError: broken',
      steps: [{ name: 'CheckComponents', status: 'failed', error: 'RangeError: broken' }],
    });
    expect(await runs.job('health_check')).toMatchObject({ active: [], errors: 1 });
  });

  it('records a step that takes too long as timed out, and closes it', async () => {
    const { execution, run: ended } = await run(() => new Promise(() => {}));

    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(ended).toMatchObject({
      status: 'timed_out',
      steps: [
        { name: 'CheckComponents', status: 'failed', error: expect.stringContaining('States.Timeout') },
      ],
    });
  });

  it('says that it failed when its beginning cannot be recorded', async () => {
    const {
      execution,
      run: ended,
      calls,
    } = await run(healthy, {
      broken: ({ event }) => event === 'started',
    });

    expect(execution).toMatchObject({ status: 'FAILED', error: 'Error' });
    expect(calls).toEqual(['started', 'started', 'started', 'failed']);
    expect(ended).toBeUndefined();
  });

  it.each([
    ['success', healthy, 'succeeded'],
    [
      'failure',
      async () => {
        throw new Error('broken');
      },
      'failed',
    ],
  ] as const)(
    'says that its %s could not be recorded, and leaves the run to be settled',
    async (_, check, event) => {
      const { execution, run: ended, calls } = await run(check, { broken: (said) => said.event === event });

      expect(execution).toMatchObject({ status: 'FAILED', error: 'RunNotRecorded' });
      expect(calls.filter((call) => call === event)).toHaveLength(3);
      expect(ended).toMatchObject({ status: 'running' });
    },
  );
});
