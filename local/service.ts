/** A child process that answers. */
export type RunningService = {
  /** Resolves once, when the process has ended, with a few words on how, e.g. `exit code 1`. */
  readonly exited: Promise<string>;
  /** Ends the process, by force after 2 s; resolves when it is gone. */
  stop(): Promise<void>;
  /** Ends the process at once. */
  kill(): void;
};

/** A child process that the supervisor keeps alive. */
export type Service = {
  readonly name: string;
  /** Starts the process and resolves when it answers; called again after a crash, on the same port. */
  start(): Promise<RunningService>;
};
