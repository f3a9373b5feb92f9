import type { RunKey } from '#core/jobs/job-run.ts';
import type { Execution, RunWish, StateMachines } from '#core/ports/state-machines.ts';

/** State machines whose executions a test ends; `started` holds every start, the repeated ones too. */
export const memoryStateMachines = () => {
  const executions = new Map<string, Execution>();
  const started: string[] = [];
  const wishes: RunWish[] = [];
  const machines: StateMachines = {
    async start({ runId }, wish = {}) {
      started.push(runId);
      wishes.push(wish);
      if (!executions.has(runId)) executions.set(runId, { status: 'running' });
    },
    describe: async ({ runId }) => executions.get(runId),
  };
  return {
    ...machines,
    started,
    wishes,
    end: ({ runId }: Pick<RunKey, 'runId'>, execution: Execution): void => {
      executions.set(runId, execution);
    },
  };
};
