import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statesNeeds } from '#local/iam/states-needs.ts';
import { readDefinition } from '#local/step-functions/read-definition.ts';
import {
  executionArn,
  MACHINE,
  stepFunctionsInADirectory,
} from '#test/support/step-functions-in-a-directory.ts';
import { until } from '#test/support/until.ts';

const task = (changes: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: '${Work}', 'Payload.$': '$' },
  TimeoutSeconds: 5,
  End: true,
  ...changes,
});
const machine = (state: object = task(), changes: object = {}) => ({
  StartAt: 'Do',
  States: { Do: state },
  ...changes,
});

describe('readDefinition', () => {
  const read = (definition: unknown) =>
    readDefinition({
      logicalId: 'M',
      text: typeof definition === 'string' ? definition : JSON.stringify(definition),
      substitutions: { Work: 'arn:aws:lambda:us-east-1:000000000000:function:work' },
    });

  it('knows every task, those inside of maps and branches too', () => {
    const inside = { StartAt: 'Inside', States: { Inside: task() } };
    const map = { Type: 'Map', ItemsPath: '$.items', ItemProcessor: inside, Next: 'Both' };
    const branch = { StartAt: 'Branch', States: { Branch: task() } };
    const both = { Type: 'Parallel', Branches: [branch], End: true };

    expect(read({ StartAt: 'Each', States: { Each: map, Both: both } }).tasks).toEqual(['Inside', 'Branch']);
  });

  it.each([
    ['no JSON', 'not json', 'it is no JSON'],
    ['no definition', '[]', 'is no definition of a state machine'],
    ['JSONata as a whole', machine(task(), { QueryLanguage: 'JSONata' }), 'it is JSONata'],
    ['JSONata in a state', machine(task({ QueryLanguage: 'JSONata' })), 'its state Do is JSONata'],
    ['JSONata by its fields', machine(task({ Arguments: {} })), 'its state Do is JSONata'],
    ['variables', machine(task({ Assign: { a: 1 } })), 'sets variables'],
    [
      'another service',
      machine(task({ Resource: 'arn:aws:states:::sqs:sendMessage' })),
      'only arn:aws:states',
    ],
    [
      'a call back',
      machine(task({ Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' })),
      'only arn:aws:states:::lambda:invoke is known here',
    ],
    ['a function by path', machine(task({ Parameters: { 'FunctionName.$': '$.f' } })), 'names no function'],
    ['a heartbeat', machine(task({ HeartbeatSeconds: 3 })), 'waits for a heartbeat'],
    [
      'a distributed map',
      machine({
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED' },
          StartAt: 'A',
          States: { A: task() },
        },
        End: true,
      }),
      'its state Do is a distributed map',
    ],
    ['a name without a value', machine(task({ Comment: '${Nobody}' })), 'nothing is substituted for Nobody'],
    ['a state that is not there', machine(task({ End: undefined, Next: 'Nowhere' })), 'Nowhere'],
  ])('refuses %s', (_, definition, why) => {
    expect(() => read(definition)).toThrow(why);
  });
});

describe('an execution', () => {
  const start = (name: string, input = '{"a":1}') => ({ name, input });

  it('runs, is on disk before anybody is told, and keeps its output', async () => {
    const { stepFunctions, directory } = stepFunctionsInADirectory({
      definition: machine(),
      invoke: async (name, payload) => ({ ok: true, payload: { name, payload } }),
    });

    const { executionArn: arn, status } = stepFunctions.start(MACHINE, start('one'));

    expect([arn, status]).toEqual([executionArn('one'), 'RUNNING']);
    expect(readdirSync(join(directory, 'm'))).toEqual(['one.json']);
    await until(() => stepFunctions.find(arn).status === 'SUCCEEDED');
    expect(JSON.parse(stepFunctions.find(arn).output!)).toMatchObject({
      Payload: { name: 'Work', payload: { a: 1 } },
      StatusCode: 200,
    });
  });

  it('is the same one for the same name and input while it runs, and another is refused', async () => {
    let calls = 0;
    const { stepFunctions } = stepFunctionsInADirectory({
      definition: machine(),
      invoke: async () => {
        calls += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
        return { ok: true, payload: null };
      },
    });

    const first = stepFunctions.start(MACHINE, start('one'));
    const again = stepFunctions.start(MACHINE, start('one'));

    expect(again.startDate).toBe(first.startDate);
    expect(() => stepFunctions.start(MACHINE, start('one', '{}'))).toThrow(
      expect.objectContaining({ code: 'ExecutionAlreadyExists' }),
    );
    await until(() => stepFunctions.find(first.executionArn).status === 'SUCCEEDED');
    expect(calls).toBe(1);
    expect(() => stepFunctions.start(MACHINE, start('one'))).toThrow(
      expect.objectContaining({ code: 'ExecutionAlreadyExists' }),
    );
  });

  it.each([
    ['a name with a blank', start('a b'), 'InvalidName'],
    ['a name with a colon', start('a:b'), 'InvalidName'],
    ['a name that is too long', start('a'.repeat(81)), 'InvalidName'],
    ['input that is no JSON', start('one', '{'), 'InvalidExecutionInput'],
    ['input of 300 KB', start('one', JSON.stringify('a'.repeat(300_000))), 'InvalidExecutionInput'],
  ])('is refused with %s', (_, request, code) => {
    const { stepFunctions } = stepFunctionsInADirectory({ definition: machine() });

    expect(() => stepFunctions.start(MACHINE, request)).toThrow(expect.objectContaining({ code }));
  });

  it('fails with the name and the cause that its function gives', async () => {
    const { stepFunctions } = stepFunctionsInADirectory({
      definition: machine(),
      invoke: async () => ({ ok: false, errorType: 'RangeError', errorMessage: 'too far' }),
    });

    const { executionArn: arn } = stepFunctions.start(MACHINE, start('one'));

    await until(() => stepFunctions.find(arn).status === 'FAILED');
    expect(stepFunctions.find(arn)).toMatchObject({ error: 'RangeError' });
    expect(JSON.parse(stepFunctions.find(arn).cause!)).toMatchObject({ errorMessage: 'too far' });
  });

  it('fails where its role may not call the function, in the words of AWS', async () => {
    const { stepFunctions } = stepFunctionsInADirectory({
      definition: machine(),
      refusal: async () => 'User: m is not authorized to perform: lambda:InvokeFunction',
    });

    const { executionArn: arn } = stepFunctions.start(MACHINE, start('one'));

    await until(() => stepFunctions.find(arn).status === 'FAILED');
    expect(stepFunctions.find(arn)).toMatchObject({
      error: 'Lambda.AWSLambdaException',
      cause: expect.stringContaining('not authorized'),
    });
  });

  it('fails when a state hands on more than 256 KB', async () => {
    const { stepFunctions } = stepFunctionsInADirectory({
      definition: machine(),
      invoke: async () => ({ ok: true, payload: 'x'.repeat(300_000) }),
    });

    const { executionArn: arn } = stepFunctions.start(MACHINE, start('one'));

    await until(() => stepFunctions.find(arn).status === 'FAILED');
    expect(stepFunctions.find(arn)).toMatchObject({ error: 'States.DataLimitExceeded' });
  });

  it('times out as a whole', async () => {
    const { stepFunctions } = stepFunctionsInADirectory({
      definition: machine(task(), { TimeoutSeconds: 1 }),
      invoke: () => new Promise(() => {}),
    });

    const { executionArn: arn } = stepFunctions.start(MACHINE, start('one'));

    await until(() => stepFunctions.find(arn).status !== 'RUNNING');
    expect(stepFunctions.find(arn)).toMatchObject({ status: 'TIMED_OUT' });
  });

  it('is stopped by a person, once', async () => {
    const { stepFunctions } = stepFunctionsInADirectory({
      definition: machine(),
      invoke: () => new Promise(() => {}),
    });
    const { executionArn: arn } = stepFunctions.start(MACHINE, start('one'));

    const stopped = await stepFunctions.abort(arn, { error: 'Enough' });

    expect(stopped).toMatchObject({ status: 'ABORTED', error: 'Enough' });
    expect(await stepFunctions.abort(arn, { error: 'Again' })).toEqual(stopped);
    expect(stepFunctions.find(arn)).toEqual(stopped);
  });

  it('tries nothing again once it is stopped', async () => {
    let calls = 0;
    const { stepFunctions } = stepFunctionsInADirectory({
      definition: machine(
        task({ Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 60, MaxAttempts: 5 }] }),
      ),
      invoke: async () => {
        calls += 1;
        return { ok: false, errorType: 'Error', errorMessage: 'no' };
      },
    });
    const { executionArn: arn } = stepFunctions.start(MACHINE, start('one'));
    await until(() => calls === 1);

    await stepFunctions.abort(arn, {});
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(calls).toBe(1);
  });

  it('is not known under another name', () => {
    const { stepFunctions } = stepFunctionsInADirectory({ definition: machine() });

    for (const arn of [executionArn('nobody'), executionArn('../x'), 'arn:aws:states:x:y:execution:z:one']) {
      expect(() => stepFunctions.find(arn)).toThrow(
        expect.objectContaining({ code: 'ExecutionDoesNotExist' }),
      );
    }
    expect(() => stepFunctions.start(`${MACHINE}2`, start('one'))).toThrow(
      expect.objectContaining({ code: 'StateMachineDoesNotExist' }),
    );
  });

  it('runs again from its start when the laptop form ended before it', async () => {
    const before = stepFunctionsInADirectory({
      definition: machine(),
      invoke: () => new Promise(() => {}),
    });
    const { executionArn: arn } = before.stepFunctions.start(MACHINE, start('one'));
    await before.running.stop();
    expect(before.stepFunctions.find(arn).status).toBe('RUNNING');

    const payloads: unknown[] = [];
    const { stepFunctions } = stepFunctionsInADirectory({
      definition: machine(),
      directory: before.directory,
      invoke: async (_, payload) => {
        payloads.push(payload);
        return { ok: true, payload: null };
      },
    });

    await until(() => stepFunctions.find(arn).status === 'SUCCEEDED');
    expect(payloads).toEqual([{ a: 1 }]);
  });

  it('is forgotten 90 days after its end', async () => {
    const first = stepFunctionsInADirectory({ definition: machine() });
    const { executionArn: arn } = first.stepFunctions.start(MACHINE, start('one'));
    await until(() => first.stepFunctions.find(arn).status === 'SUCCEEDED');
    const at = (days: number) => () => new Date(Date.now() + days * 86_400_000);

    const kept = stepFunctionsInADirectory({
      definition: machine(),
      directory: first.directory,
      now: at(89),
    });
    expect(kept.stepFunctions.find(arn).status).toBe('SUCCEEDED');
    const later = stepFunctionsInADirectory({
      definition: machine(),
      directory: first.directory,
      now: at(91),
    });

    expect(() => later.stepFunctions.find(arn)).toThrow('Does Not Exist');
  });
});

describe('statesNeeds', () => {
  it('wants rights on the machine to start, on the execution for the rest, and knows no other operation', () => {
    expect(statesNeeds('StartExecution', { stateMachineArn: MACHINE })).toEqual([
      { action: 'states:StartExecution', resource: MACHINE },
    ]);
    for (const operation of ['DescribeExecution', 'StopExecution']) {
      expect(statesNeeds(operation, { executionArn: executionArn('one') })).toEqual([
        { action: `states:${operation}`, resource: executionArn('one') },
      ]);
    }
    expect(statesNeeds('DeleteStateMachine', { stateMachineArn: MACHINE })).toBeUndefined();
  });
});
