import type { JobId } from '#contracts/job-id.ts';
import { RunRecord } from '#contracts/job-task.ts';
import { recordRun } from '#core/use-cases/record-run.ts';
import type { Invocation } from '#local/local-context.ts';
import { memoryJobRuns } from './memory-job-runs.ts';
import {
  executionArn,
  MACHINE,
  quickDefinition,
  stepFunctionsInADirectory,
} from './step-functions-in-a-directory.ts';
import { until } from './until.ts';

const clock = { now: () => new Date() };
type World = { readonly runs: ReturnType<typeof memoryJobRuns>; readonly clock: typeof clock };
type Play = (payload: unknown, world: World) => Promise<unknown>;

type Wish = {
  readonly job: JobId;
  /** Name of the execution, and id of the run. */
  readonly name: string;
  /** Plays each function of the definition but `RecordRun`; its name in `calls`. */
  readonly functions: Readonly<Record<string, readonly [call: string, play: Play]>>;
  readonly input?: string;
  /** What of the run's begin and end cannot be recorded. */
  readonly broken?: (said: RunRecord) => boolean;
};

const answered = async (work: Promise<unknown>): Promise<Invocation> => {
  try {
    return { ok: true, payload: (await work) ?? null };
  } catch (error) {
    const { name, message } = error as Error;
    return { ok: false, errorType: name, errorMessage: message };
  }
};

/** Runs the machine of a job in the Step Functions of the laptop form, with functions that a test plays and runs that are kept in memory. */
export const runJobMachine = async ({ job, name, functions, input = '{}', broken = () => false }: Wish) => {
  const runs = memoryJobRuns();
  const record = recordRun({ runs, clock });
  const calls: string[] = [];
  const invoke = async (placeholder: string, payload: unknown): Promise<unknown> => {
    if (placeholder === 'RecordRun') {
      const said = RunRecord.parse(payload);
      calls.push(said.event);
      if (broken(said)) throw new Error('the table does not answer');
      return record(said);
    }
    const [call, play] = functions[placeholder]!;
    calls.push(call);
    return play(payload, { runs, clock });
  };
  const { stepFunctions } = stepFunctionsInADirectory({
    definition: quickDefinition(job),
    invoke: (placeholder, payload) => answered(invoke(placeholder, payload)),
  });
  stepFunctions.start(MACHINE, { name, input });
  await until(() => stepFunctions.find(executionArn(name)).status !== 'RUNNING', 50_000);
  return {
    execution: stepFunctions.find(executionArn(name)),
    run: await runs.find({ job, runId: name }),
    runs,
    calls,
  };
};
