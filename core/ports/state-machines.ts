import type { RunEnd, RunKey } from '#core/jobs/job-run.ts';

/** What the engine says of an execution that it knows. */
export type Execution =
  | { readonly status: 'running' }
  | {
      readonly status: RunEnd['status'];
      readonly endedAt: Date;
      readonly failure: { readonly Error: string; readonly Cause: string } | undefined;
    };

/** What a run is asked to do beside its work, by name. */
export type RunWish = Readonly<Record<string, boolean | undefined>>;

/** Runs the state machines of jobs; an execution is named after its run. */
export interface StateMachines {
  /** Starts the execution of a run, with what a person asks of it; doing it again changes nothing. */
  start(key: RunKey, wish?: RunWish): Promise<void>;
  /** The execution of a run; undefined where there is none. */
  describe(key: RunKey): Promise<Execution | undefined>;
}
