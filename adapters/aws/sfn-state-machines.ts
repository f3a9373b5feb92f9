import {
  DescribeExecutionCommand,
  type DescribeExecutionOutput,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type ExecutionStatus,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { JobId } from '#contracts/job-id.ts';
import type { Execution, StateMachines } from '#core/ports/state-machines.ts';

/** ARNs of the state machines, by job that the environment has. */
type Machines = Readonly<Partial<Record<JobId, string>>>;

const machineOf = (machines: Machines, job: JobId): string => {
  const machine = machines[job];
  if (machine === undefined) throw new Error(`there is no state machine of ${job} in this environment`);
  return machine;
};

const ENDED: Readonly<Record<ExecutionStatus, Exclude<Execution['status'], 'running'> | undefined>> = {
  RUNNING: undefined,
  PENDING_REDRIVE: undefined,
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timed_out',
  ABORTED: 'aborted',
};

const executionArn = (machine: string, name: string): string =>
  `${machine.replace(':stateMachine:', ':execution:')}:${name}`;

const readExecution = ({ status, stopDate, error, cause }: DescribeExecutionOutput): Execution => {
  const ended = status && ENDED[status];
  if (ended === undefined || stopDate === undefined) return { status: 'running' };
  return {
    status: ended,
    endedAt: stopDate,
    failure: error === undefined ? undefined : { Error: error, Cause: cause ?? '' },
  };
};

/** Step Functions: a run's execution has the run's id as its name, which AWS keeps unique for 90 days. */
export const sfnStateMachines = (client: SFNClient, machines: Machines): StateMachines => ({
  async start({ job, runId }, wish = {}) {
    try {
      await client.send(
        new StartExecutionCommand({
          stateMachineArn: machineOf(machines, job),
          name: runId,
          input: JSON.stringify({ ...wish, job_id: job, run_id: runId }),
        }),
      );
    } catch (error) {
      // One of this name has run and ended: somebody was here before.
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },

  async describe({ job, runId }) {
    try {
      const answer = await client.send(
        new DescribeExecutionCommand({ executionArn: executionArn(machineOf(machines, job), runId) }),
      );
      return readExecution(answer);
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  },
});
