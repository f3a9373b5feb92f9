import { ExecutionAbortedError, ExecutionError, ExecutionTimeoutError } from 'aws-local-stepfunctions';
import * as z from 'zod';
import type { Definition } from './read-definition.ts';
import type { ExecutionRecord } from './execution-record.ts';
import { runTask, type TaskSurroundings } from './run-task.ts';
import { TaskFailure } from './task-failure.ts';

/** How an execution ended, in the fields of its record. */
export type Ended = Pick<ExecutionRecord, 'status' | 'output' | 'error' | 'cause'>;

/** An execution under way. */
export type RunningExecution = {
  /** Resolves when it has ended, in whatever way. */
  readonly ended: Promise<Ended>;
  /** Ends it at once; a task that is called already goes on by itself. */
  abort(): void;
};

type Settings = TaskSurroundings & {
  readonly definition: Definition;
  readonly record: ExecutionRecord;
  readonly roleArn: string;
};

const Json = z.json();

/** Runs an execution from its start. */
export const runExecution = ({
  definition,
  record,
  roleArn,
  ...surroundings
}: Settings): RunningExecution => {
  const task = runTask(surroundings);
  let aborted = false;
  const handler = async (input: unknown) => {
    // The library ends its pauses at once when it is aborted, and would go on with the next try.
    if (aborted) throw new TaskFailure('States.Aborted', 'the execution was stopped', true);
    return Json.parse(await task(input));
  };
  const { result, abort } = definition.machine.run(Json.parse(JSON.parse(record.input)), {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(definition.tasks.map((name) => [name, handler])),
    },
    context: {
      Execution: { Id: record.executionArn, Name: record.name, RoleArn: roleArn },
      StateMachine: { Id: record.stateMachineArn, Name: record.stateMachineArn.split(':').at(-1) },
    },
  });
  return {
    abort: () => {
      aborted = true;
      abort();
    },
    ended: describe(result),
  };
};

const describe = async (result: Promise<unknown>): Promise<Ended> => {
  try {
    return { status: 'SUCCEEDED', output: JSON.stringify(await result) };
  } catch (error) {
    if (error instanceof ExecutionAbortedError) return { status: 'ABORTED' };
    if (error instanceof ExecutionTimeoutError) return { status: 'TIMED_OUT', error: 'States.Timeout' };
    const reason = error instanceof ExecutionError ? error.cause : error;
    return reason instanceof Error
      ? { status: 'FAILED', error: reason.name, cause: reason.message }
      : { status: 'FAILED', cause: String(reason) };
  }
};
