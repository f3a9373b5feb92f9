/** A refusal in CloudWatch's words: its code, and the status that goes with it. */
export class CloudwatchError extends Error {
  override readonly name = 'CloudwatchError';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
