/** A task that failed, under the name by which `Retry` and `Catch` know it; the message is what Step Functions calls the cause. */
export class TaskFailure extends Error {
  /** What the library asks before it looks for a retrier or a catcher; nothing is tried again of an execution that was stopped. */
  readonly isRetryable: boolean;
  readonly isCatchable: boolean;

  constructor(name: string, cause: string, final = false) {
    super(cause);
    this.name = name;
    this.isRetryable = !final;
    this.isCatchable = !final;
  }
}
