import { join } from 'node:path';
import type { LocalContext } from '../local-context.ts';
import type { Running } from '../resource-type.ts';
import type { ExecutionRecord } from './execution-record.ts';
import { createMachine, type Machine, type MachineSettings, type StartRequest } from './create-machine.ts';
import { StepFunctionsError } from './step-functions-error.ts';

/** The state machines of the laptop form. */
export type StepFunctions = {
  /** Keeps a machine and runs again what a kill has ended. */
  addMachine(machine: Omit<MachineSettings, 'directory' | keyof Surroundings>): Running;
  start(stateMachineArn: string, request: StartRequest): ExecutionRecord;
  find(executionArn: string): ExecutionRecord;
  /** Ends an execution as aborted; one that has ended stays as it is. */
  abort(
    executionArn: string,
    why: { readonly error?: string; readonly cause?: string },
  ): Promise<ExecutionRecord>;
};

type Surroundings = Pick<LocalContext, 'invoke' | 'now' | 'log'>;

/** Makes a Step Functions without machines; executions are kept under the directory. */
export const createStepFunctions = (
  surroundings: Surroundings & { readonly directory: string },
): StepFunctions => {
  const machines = new Map<string, Machine>();

  const machineOf = (arn: string): Machine => {
    const machine = machines.get(arn);
    if (!machine)
      throw new StepFunctionsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    return machine;
  };

  /** Machine and name out of `arn:aws:states:<region>:<account>:execution:<machine>:<name>`. */
  const executionOf = (executionArn: string): { machine: Machine; record: ExecutionRecord } => {
    const parts = executionArn.split(':');
    const machine = machines.get([...parts.slice(0, 5), 'stateMachine', parts[6]].join(':'));
    const record = machine?.find(parts[7] ?? '');
    if (!machine || !record)
      throw new StepFunctionsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
    return { machine, record };
  };

  return {
    addMachine(settings) {
      const directory = join(surroundings.directory, settings.name);
      const machine = createMachine({ ...settings, ...surroundings, directory });
      machines.set(settings.arn, machine);
      machine.resume();
      return { stop: async () => machine.stop() };
    },
    start: (arn, request) => machineOf(arn).start(request),
    find: (executionArn) => executionOf(executionArn).record,
    async abort(executionArn, why) {
      const { machine, record } = executionOf(executionArn);
      return machine.abort(record, why);
    },
  };
};
