import type { RunEnd, RunKey } from '#core/jobs/job-run.ts';

/** What the engine says of an execution that it knows. */
export type Execution =
  | { readonly status: 'running' }
  | {
      readonly status: RunEnd['status'];
      readonly endedAt: Date;
      readonly failure: { readonly Error: string; readonly Cause: string } | undefined;
    };

/** Runs the state machines of jobs; an execution is named after its run. */
export interface StateMachines {
  /** Starts the execution of a run; doing it again changes nothing. */
  start(key: RunKey): Promise<void>;
  /** The execution of a run; undefined where there is none. */
  describe(key: RunKey): Promise<Execution | undefined>;
}
