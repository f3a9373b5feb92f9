import type { LocalContext } from '../local-context.ts';
import { type ExecutionRecord, openExecutionRecords } from './execution-record.ts';
import type { Definition } from './read-definition.ts';
import { type Ended, runExecution, type RunningExecution } from './run-execution.ts';
import type { TaskSurroundings } from './run-task.ts';
import { StepFunctionsError } from './step-functions-error.ts';

/** All that is needed to run the executions of one state machine. */
export type MachineSettings = Pick<TaskSurroundings, 'refusal'> &
  Pick<LocalContext, 'invoke' | 'now' | 'log'> & {
    readonly arn: string;
    readonly name: string;
    readonly roleArn: string;
    readonly definition: Definition;
    /** Where its executions are kept. */
    readonly directory: string;
  };

/** A wish to start an execution; `input` is JSON. */
export type StartRequest = { readonly name: string; readonly input: string };

/** One state machine. */
export type Machine = {
  start(request: StartRequest): ExecutionRecord;
  find(name: string): ExecutionRecord | undefined;
  abort(
    record: ExecutionRecord,
    why: { readonly error?: string; readonly cause?: string },
  ): Promise<ExecutionRecord>;
  /** Runs from their start what was under way when the laptop form ended, and forgets what AWS would. */
  resume(): void;
  /** Lets go of what runs; it runs again at the next start. */
  stop(): void;
};

/** AWS keeps ended executions, and their names unique, for 90 days. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;
const MOST_INPUT_BYTES = 256 * 1024;
// oxlint-disable-next-line no-control-regex -- AWS refuses names with control characters
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]{1,80}$/;

/** Makes one state machine, its executions on disk before anybody is told of them. */
export const createMachine = (settings: MachineSettings): Machine => {
  const { arn, name: machineName, roleArn, definition, invoke, refusal, now, log } = settings;
  const records = openExecutionRecords(settings.directory);
  const running = new Map<string, RunningExecution>();
  let stopped = false;

  const end = (record: ExecutionRecord, ended: Ended): ExecutionRecord => {
    const whole = { ...record, ...ended, stopDate: now().toISOString() };
    records.write(whole);
    if (ended.status !== 'SUCCEEDED')
      log('states', `${record.name} of ${machineName} ended ${ended.status}: ${ended.error ?? ''}`);
    return whole;
  };

  const run = (record: ExecutionRecord): void => {
    const execution = runExecution({ definition, record, roleArn, invoke, refusal });
    running.set(record.name, execution);
    const follow = async (): Promise<void> => {
      const ended = await execution.ended;
      running.delete(record.name);
      // What the end of the laptop form cuts short is still RUNNING on disk; what was aborted is recorded there.
      if (!stopped && ended.status !== 'ABORTED') end(record, ended);
    };
    follow().catch((error: unknown) => log('states', `${record.name}: ${String(error)}`));
  };

  const known = ({ name, input }: StartRequest): ExecutionRecord | undefined => {
    const record = records.find(name);
    if (record === undefined || (record.status === 'RUNNING' && record.input === input)) return record;
    throw new StepFunctionsError(
      'ExecutionAlreadyExists',
      `Execution Already Exists: '${record.executionArn}'`,
    );
  };

  return {
    start(request) {
      check(request);
      const before = known(request);
      if (before) return before;
      const record: ExecutionRecord = {
        executionArn: `${arn.replace(':stateMachine:', ':execution:')}:${request.name}`,
        stateMachineArn: arn,
        name: request.name,
        status: 'RUNNING',
        startDate: now().toISOString(),
        input: request.input,
      };
      records.write(record);
      run(record);
      return record;
    },
    find: (name) => (NAME.test(name) ? records.find(name) : undefined),
    async abort(record, why) {
      if (record.status !== 'RUNNING') return record;
      const execution = running.get(record.name);
      execution?.abort();
      await execution?.ended;
      const latest = records.find(record.name) ?? record;
      // It may have ended by itself in that moment.
      return latest.status === 'RUNNING' ? end(latest, { status: 'ABORTED', ...why }) : latest;
    },
    resume() {
      const oldest = now().getTime() - KEPT_MS;
      for (const record of records.all()) {
        if (record.status !== 'RUNNING') {
          if (Date.parse(record.stopDate ?? record.startDate) < oldest) records.remove(record.name);
          continue;
        }
        log('states', `${record.name} of ${machineName} runs again from its start`);
        run(record);
      }
    },
    stop() {
      stopped = true;
      for (const execution of running.values()) execution.abort();
    },
  };
};

const check = ({ name, input }: StartRequest): void => {
  if (!NAME.test(name)) throw new StepFunctionsError('InvalidName', `Invalid Name: '${name}'`);
  const fault = Buffer.byteLength(input) > MOST_INPUT_BYTES ? 'is too long' : jsonFault(input);
  if (fault !== undefined)
    throw new StepFunctionsError('InvalidExecutionInput', `Invalid State Machine Execution Input: ${fault}`);
};

const jsonFault = (text: string): string | undefined => {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return String(error);
  }
};
