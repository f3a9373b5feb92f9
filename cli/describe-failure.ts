import { ApiProblem } from '#client/api-problem.ts';
import { CliError } from './cli-error.ts';
import { EXIT } from './exit-code.ts';

/** A failure as it is shown and ended with. */
export type Failure = {
  readonly exitCode: number;
  readonly code: string;
  readonly message: string;
  /** Names the request in the logs of the API. */
  readonly requestId?: string | undefined;
};

const exitCodeOfStatus = (status: number): number => {
  if (status === 401 || status === 403) return EXIT.noPermission;
  return status === 429 || status >= 500 ? EXIT.unavailable : EXIT.refused;
};

/** Why the network failed, as Node says it: `fetch failed` alone helps nobody. */
const reasonOf = (error: Error): string => {
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  if (cause.message !== '') return cause.message;
  return 'code' in cause ? String(cause.code) : error.message;
};

const isNetworkFailure = (error: unknown): error is Error =>
  error instanceof Error && (error.message === 'fetch failed' || ('syscall' in error && 'code' in error));

/** Whether the same request may succeed a moment later. */
export const isPassing = (error: unknown): boolean =>
  isNetworkFailure(error) ||
  (error instanceof ApiProblem && exitCodeOfStatus(error.status) === EXIT.unavailable);

/** What a thrown thing means for the person at the terminal; undefined for a fault of ours. */
export const describeFailure = (error: unknown, url: string): Failure | undefined => {
  if (error instanceof CliError) return error;
  if (error instanceof ApiProblem) {
    const { status, problem, message, requestId } = error;
    const fields = (problem?.errors ?? []).map(({ path, message: why }) => `\n  ${path || '/'}: ${why}`);
    return {
      exitCode: exitCodeOfStatus(status),
      code: problem?.code ?? `http_${status}`,
      message: `${problem?.detail ?? message}${fields.join('')}`,
      requestId,
    };
  }
  if (isNetworkFailure(error))
    return {
      exitCode: EXIT.unavailable,
      code: 'unreachable',
      message: `${url} cannot be reached: ${reasonOf(error)}`,
    };
  return undefined;
};
