/** What a message carries of the work that sent it, so that logs and traces can be followed over a queue. */
export interface Trail {
  /** The id of the request or message with which the work began; undefined outside of any work. */
  correlationId(): string | undefined;
  /** The trace header of the work that runs; undefined where there is no trace. */
  traceHeader(): string | undefined;
}
