import { describe, expect, it } from 'vitest';
import { RunRecord, RunTask } from '#contracts/job-task.ts';
import { recordRun } from '#core/use-cases/record-run.ts';
import { takeStep } from '#core/use-cases/take-step.ts';
import type { Invocation } from '#local/local-context.ts';
import { memoryJobRuns } from '#test/support/memory-job-runs.ts';
import {
  executionArn,
  MACHINE,
  quickDefinition,
  stepFunctionsInADirectory,
} from '#test/support/step-functions-in-a-directory.ts';
import { until } from '#test/support/until.ts';

const NAME = 'health_check-20261122T043000Z';
const KEY = { job: 'health_check', runId: NAME } as const;
const clock = { now: () => new Date() };

type Check = (attempt: number) => Promise<unknown>;
const COUNTS = { processed: 6, unhealthy: 0, degraded: 0 };
type Circumstances = { input?: string; broken?: (said: RunRecord) => boolean };
const healthy: Check = async () => COUNTS;

const answered = async (work: Promise<unknown>): Promise<Invocation> => {
  try {
    return { ok: true, payload: (await work) ?? null };
  } catch (error) {
    const { name, message } = error as Error;
    return { ok: false, errorType: name, errorMessage: message };
  }
};

/** Runs the machine of the job with its own functions over twins; `check` is what the health check finds at each try. */
const run = async (check: Check, { input = '{}', broken = () => false }: Circumstances = {}) => {
  const runs = memoryJobRuns();
  const record = recordRun({ runs, clock });
  const step = takeStep({ runs, clock });
  const calls: string[] = [];
  const functions: Record<string, (payload: unknown) => Promise<unknown>> = {
    async RecordRun(payload) {
      const said = RunRecord.parse(payload);
      calls.push(said.event);
      if (broken(said)) throw new Error('the table does not answer');
      await record(said);
    },
    async CheckHealth(payload) {
      const { job_id: job, run_id: runId } = RunTask.parse(payload);
      calls.push('check');
      const attempt = calls.filter((call) => call === 'check').length;
      return step({ job, runId }, 'CheckComponents', async () => check(attempt));
    },
  };
  const { stepFunctions } = stepFunctionsInADirectory({
    definition: quickDefinition('health_check'),
    invoke: (name, payload) => answered(functions[name]!(payload)),
  });
  stepFunctions.start(MACHINE, { name: NAME, input });
  await until(() => stepFunctions.find(executionArn(NAME)).status !== 'RUNNING', 50_000);
  return { execution: stepFunctions.find(executionArn(NAME)), run: await runs.find(KEY), runs, calls };
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
