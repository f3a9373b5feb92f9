import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Invocation } from '#local/local-context.ts';
import { createStepFunctions } from '#local/step-functions/create-step-functions.ts';
import { readDefinition } from '#local/step-functions/read-definition.ts';

type Options = {
  /** The definition as text, or as what JSON.stringify takes. */
  readonly definition: unknown;
  readonly invoke?: (functionName: string, payload: any) => Promise<Invocation>;
  readonly refusal?: () => Promise<string | undefined>;
  readonly directory?: string;
  readonly now?: () => Date;
};

export const MACHINE = 'arn:aws:states:us-east-1:000000000000:stateMachine:m';
export const executionArn = (name: string) => `arn:aws:states:us-east-1:000000000000:execution:m:${name}`;

/** The laptop form's Step Functions with one state machine, whose functions a test plays; a placeholder's function has its name. */
export const stepFunctionsInADirectory = ({
  definition,
  invoke = async () => ({ ok: true, payload: null }),
  refusal = async () => undefined,
  directory = temporary(),
  now = () => new Date(),
}: Options) => {
  const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
  const logged: string[] = [];
  const stepFunctions = createStepFunctions({
    directory,
    invoke,
    now,
    log: (subject, line) => logged.push(`${subject}: ${line}`),
  });
  const names = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name!);
  const running = stepFunctions.addMachine({
    arn: MACHINE,
    name: 'm',
    roleArn: 'arn:aws:iam::000000000000:role/m',
    definition: readDefinition({
      logicalId: 'M',
      text,
      substitutions: Object.fromEntries(names.map((name) => [name, name])),
    }),
    refusal,
  });
  onTestFinished(async () => running.stop());
  return { stepFunctions, directory, logged, running };
};

const temporary = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'caselore-executions-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
};

/** A definition of `lib/state-machines`, with a second for each task and at most one between its tries and in its waits. */
export const quickDefinition = (job: string): unknown => {
  const file = join(import.meta.dirname, '../../lib/state-machines', `${job}.asl.json`);
  return JSON.parse(readFileSync(file, 'utf8'), (key, value) => {
    if (key === 'IntervalSeconds' || key === 'BackoffRate' || key === 'Seconds') return 1;
    if (key === 'MaxDelaySeconds') return 2;
    return key === 'States' ? withShortTimeouts(value) : value;
  });
};

const withShortTimeouts = (states: Record<string, { TimeoutSeconds?: number }>) =>
  Object.fromEntries(
    Object.entries(states).map(([name, state]) => [
      name,
      state.TimeoutSeconds === undefined ? state : { ...state, TimeoutSeconds: 1 },
    ]),
  );
