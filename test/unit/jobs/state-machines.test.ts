import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { JobId } from '#contracts/job-id.ts';
import { readDefinition } from '#local/step-functions/read-definition.ts';

const DIRECTORY = join(import.meta.dirname, '../../../lib/state-machines');

const Retrier = z.object({
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: z.int().min(1),
  MaxAttempts: z.int().min(1).max(10),
  BackoffRate: z.number().min(1),
  MaxDelaySeconds: z.int().min(1),
  JitterStrategy: z.literal('FULL'),
});
/** Errors that trying again does not help. */
const NotRetried = z.strictObject({ ErrorEquals: z.array(z.string()).min(1), MaxAttempts: z.literal(0) });
const Catcher = z.object({
  ErrorEquals: z.tuple([z.literal('States.ALL')]),
  ResultPath: z.string(),
  Next: z.string(),
});
const Task = z.looseObject({
  Type: z.literal('Task'),
  Comment: z.string().min(20),
  Resource: z.literal('arn:aws:states:::lambda:invoke'),
  TimeoutSeconds: z.int().min(1),
  Retry: z.array(z.union([Retrier, NotRetried])).min(1),
  Catch: z.array(Catcher).length(1),
});
const Definition = z.looseObject({
  Comment: z.string().min(20),
  StartAt: z.string(),
  TimeoutSeconds: z.int().min(1),
  States: z.record(z.string().regex(/^[A-Z][A-Za-z]+$/), z.looseObject({ Type: z.string() })),
});

/** A Map that takes the numbers of a list through states of its own. */
const Each = z.looseObject({
  Type: z.literal('Map'),
  Comment: z.string().min(20),
  MaxConcurrency: z.int().min(1).max(2),
  ItemSelector: z.record(z.string(), z.string()),
  ItemProcessor: z.looseObject({
    ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE') }),
    States: z.record(z.string().regex(/^[A-Z][A-Za-z]+$/), z.looseObject({ Type: z.string() })),
  }),
  ResultPath: z.null(),
});

const files = readdirSync(DIRECTORY).filter((file) => file.endsWith('.asl.json'));

/** Seconds that a task takes at most, with every retry at its latest. */
const longest = ({ TimeoutSeconds, Retry }: z.infer<typeof Task>): number =>
  TimeoutSeconds +
  Retry.reduce(
    (sum, retrier) =>
      'MaxDelaySeconds' in retrier
        ? sum + retrier.MaxAttempts * (retrier.MaxDelaySeconds + TimeoutSeconds)
        : sum,
    0,
  );

it('there is one state machine for each job', () => {
  expect(files.toSorted()).toEqual(JobId.options.map((job) => `${job}.asl.json`).toSorted());
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(DIRECTORY, file), 'utf8');
  const definition = Definition.parse(JSON.parse(text));
  const states = Object.entries(definition.States);
  const tasksOf = (some: readonly (readonly [string, { Type: string }])[]) =>
    some.filter(([, { Type }]) => Type === 'Task').map(([name, state]) => [name, Task.parse(state)] as const);
  const maps = states.filter(([, { Type }]) => Type === 'Map').map(([, state]) => Each.parse(state));
  const inside = maps.flatMap(({ ItemProcessor }) => tasksOf(Object.entries(ItemProcessor.States)));
  const outside = tasksOf(states);
  const tasks = [...outside, ...inside];

  it('is a definition that runs here as in AWS', () => {
    const substitutions = Object.fromEntries(
      [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => [
        name!,
        `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
      ]),
    );

    expect(() => readDefinition({ logicalId: file, text, substitutions })).not.toThrow();
    expect(text).not.toMatch(/JSONata|\{%/);
  });

  it('times out, retries with jitter and catches in every task', () => {
    // Parsed above: a task without any of these does not get so far.
    expect(tasks.length).toBeGreaterThan(0);
    expect(tasks.map(([, { Retry }]) => Retry.at(-1)?.ErrorEquals)).toEqual(tasks.map(() => ['States.ALL']));
  });

  it('records how it began, and ends in every failure through a state that records it', () => {
    const recording = outside.filter(([name]) => name.startsWith('Record'));
    const working = outside.filter(([name]) => !/^Record(Success|Failure)$/.test(name));

    expect(definition.StartAt).toBe('RecordStart');
    expect(recording.map(([name]) => name)).toEqual(['RecordStart', 'RecordSuccess', 'RecordFailure']);
    expect(new Set(working.map(([, { Catch }]) => Catch[0]!.Next))).toEqual(new Set(['RecordFailure']));
    expect(definition.States['RecordFailure']).toMatchObject({ Next: 'Failed' });
    expect(definition.States['Failed']).toMatchObject({ Type: 'Fail', ErrorPath: '$.failure.Error' });
  });

  it('leaves out what fails inside of a map, and goes on with the others', () => {
    for (const { ItemProcessor } of maps)
      for (const [, { Catch }] of tasksOf(Object.entries(ItemProcessor.States)))
        expect(ItemProcessor.States[Catch[0]!.Next]).toMatchObject({ Type: 'Pass', End: true });
  });

  it('has time for every retry of its longest task', () => {
    const longestTask = Math.max(...tasks.map(([, task]) => longest(task)));

    expect(definition.TimeoutSeconds).toBeGreaterThan(longestTask);
  });

  it('hands on nothing but ids, counts and failures', () => {
    for (const [, task] of tasks) {
      expect(task).toSatisfy(
        (one: z.infer<typeof Task>) => 'ResultSelector' in one || one['ResultPath'] === null,
      );
    }
  });
});
