import type { Problem } from './operations.ts';

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  'detail' in value &&
  typeof value.detail === 'string';

/** An answer of the API that is no success; `problem` is absent when something between us and the API gave it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;
  /** Names the request in the logs of the API. */
  readonly requestId: string | undefined;

  constructor(status: number, body: unknown, requestId: string | undefined) {
    const problem = isProblem(body) ? body : undefined;
    super(problem ? `${problem.code}: ${problem.detail}` : `the API answered ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.problem = problem;
    this.requestId = requestId;
  }
}
