import { AsyncLocalStorage } from 'node:async_hooks';

/** What binds the log lines of one piece of work together, and to the work that caused it. */
export type Correlation = {
  /** The request or message with which it all began. */
  readonly correlation_id?: string | undefined;
  readonly request_id?: string | undefined;
  readonly operation?: string | undefined;
  readonly tenant?: string | undefined;
  readonly principal?: string | undefined;
  readonly message_id?: string | undefined;
  readonly import_id?: string | undefined;
  readonly segment?: number | undefined;
  readonly job_id?: string | undefined;
  readonly run_id?: string | undefined;
  /** The X-Ray trace that it belongs to, over queues too. */
  readonly trace_id?: string | undefined;
  /** Whether that trace is recorded. */
  readonly trace_sampled?: boolean | undefined;
};

const current = new AsyncLocalStorage<Correlation>();

/** What is bound where this is called. */
export const correlation = (): Correlation => current.getStore() ?? {};

/** Does some work with ids bound to it, beside those that are bound already; works side by side do not see each other's. */
export const correlated = <Result>(ids: Correlation, work: () => Result): Result =>
  current.run({ ...correlation(), ...ids }, work);

/** Binds more ids to the work that runs. */
export const bind = (ids: Correlation): void => {
  current.enterWith({ ...correlation(), ...ids });
};
