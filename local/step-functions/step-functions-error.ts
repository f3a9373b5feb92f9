/** A refusal in the words of Step Functions: the name of its exception, and why. */
export class StepFunctionsError extends Error {
  override readonly name = 'StepFunctionsError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
