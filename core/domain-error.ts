import type { ProblemCode } from '#contracts/problem.ts';

/** One field at fault: a JSON pointer and what is wrong there. */
export type FieldError = { readonly path: string; readonly message: string };

/** A refusal: the caller asked for something that cannot be done as asked. Anything else that is thrown is a fault. */
export class DomainError extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[] | undefined;
  /** When it is worth to ask again, where that is known. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ProblemCode,
    message: string,
    options: { errors?: readonly FieldError[]; cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'DomainError';
    this.code = code;
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
