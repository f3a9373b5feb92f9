import { randomUUID } from 'node:crypto';
import { SFNClient, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sfnStateMachines } from '#adapters/aws/sfn-state-machines.ts';
import { serveStepFunctions } from '#local/step-functions/serve-step-functions.ts';
import {
  executionArn,
  MACHINE,
  stepFunctionsInADirectory,
} from '#test/support/step-functions-in-a-directory.ts';
import { eventually } from '#test/support/eventually.ts';

const JOB = 'health_check';
const WORK = {
  StartAt: 'Work',
  States: {
    Work: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'work', 'Payload.$': '$' },
      End: true,
    },
  },
};

/** The adapter over the SDK's own client, before the Step Functions of the laptop form. */
const setup = async (work: (payload: unknown) => Promise<unknown> = async () => null) => {
  const payloads: unknown[] = [];
  const { stepFunctions } = stepFunctionsInADirectory({
    definition: WORK,
    invoke: async (_, payload) => {
      payloads.push(payload);
      try {
        return { ok: true, payload: await work(payload) };
      } catch (error) {
        return { ok: false, errorType: 'Error', errorMessage: String(error) };
      }
    },
  });
  const served = await serveStepFunctions({ stepFunctions, newId: randomUUID, log: () => undefined });
  const client = new SFNClient({
    endpoint: served.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
  onTestFinished(async () => {
    client.destroy();
    await served.stop();
  });
  return { machines: sfnStateMachines(client, { [JOB]: MACHINE }), client, payloads };
};

describe('sfnStateMachines', () => {
  const key = { job: JOB, runId: 'one' } as const;
  const ended = (machines: Awaited<ReturnType<typeof setup>>['machines']) =>
    eventually(async () => {
      const execution = await machines.describe(key);
      return execution?.status === 'running' ? undefined : execution;
    });

  it('starts the execution of a run once, named after it, however often it is asked', async () => {
    const { machines, payloads } = await setup();

    await Promise.all([machines.start(key), machines.start(key)]);
    const execution = await ended(machines);
    await machines.start(key);

    expect(execution).toEqual({ status: 'succeeded', endedAt: expect.any(Date), failure: undefined });
    expect(payloads).toEqual([{ job_id: JOB, run_id: 'one' }]);
  });

  it('hands over what a person asks of the run, never in the place of what names it', async () => {
    const { machines, payloads } = await setup();

    await machines.start(key, { full: true, left_out: undefined, run_id: false });
    await ended(machines);

    expect(payloads).toEqual([{ full: true, job_id: JOB, run_id: 'one' }]);
  });

  it('tells how an execution failed', async () => {
    const { machines } = await setup(async () => {
      throw new Error('broken');
    });

    await machines.start(key);

    expect(await ended(machines)).toMatchObject({
      status: 'failed',
      failure: { Error: 'Error', Cause: expect.stringContaining('broken') },
    });
  });

  it('tells that an execution runs, and that somebody stopped it', async () => {
    const { machines, client } = await setup(() => new Promise(() => {}));
    await machines.start(key);
    expect(await machines.describe(key)).toEqual({ status: 'running' });

    await client.send(new StopExecutionCommand({ executionArn: executionArn('one') }));

    expect(await machines.describe(key)).toMatchObject({ status: 'aborted' });
  });

  it('knows nothing of an execution that was never started', async () => {
    expect(await (await setup()).machines.describe(key)).toBeUndefined();
  });

  it('throws on what it does not expect', async () => {
    const { client } = await setup();
    const machines = sfnStateMachines(client, { [JOB]: `${MACHINE}-gone` });

    await expect(machines.start(key)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
    await expect(
      client.send(new StartExecutionCommand({ stateMachineArn: MACHINE, name: 'a b' })),
    ).rejects.toMatchObject({ name: 'InvalidName' });
  });
});
