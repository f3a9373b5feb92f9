import * as z from 'zod';
import type { Need } from '../iam/need.ts';
import type { LocalContext } from '../local-context.ts';
import { TaskFailure } from './task-failure.ts';

const Input = z.object({ FunctionName: z.string(), Payload: z.unknown().optional() });

/** What a state may hand on (Step Functions quotas). */
const MOST_BYTES = 256 * 1024;

/** What a task needs of its surroundings. */
export type TaskSurroundings = {
  readonly invoke: LocalContext['invoke'];
  /** Whether the role of the state machine may do this; the refusal's message if not. */
  readonly refusal: (need: Need) => Promise<string | undefined>;
};

type Result = { ExecutedVersion: string; Payload: unknown; StatusCode: number };

/** Runs one task of the kind `lambda:invoke`: as the machine's role, with errors under the names that Step Functions gives them. */
export const runTask =
  ({ invoke, refusal }: TaskSurroundings) =>
  async (input: unknown): Promise<Result> => {
    const { FunctionName: name, Payload: payload = {} } = Input.parse(input);
    const refused = await refusal({ action: 'lambda:InvokeFunction', resource: name });
    if (refused !== undefined) throw new TaskFailure('Lambda.AWSLambdaException', refused);
    const outcome = await invoke(name, payload);
    if (!outcome.ok) {
      const { errorType, errorMessage } = outcome;
      throw new TaskFailure(errorType, JSON.stringify({ errorType, errorMessage, trace: [] }));
    }
    const result: Result = { ExecutedVersion: '$LATEST', Payload: outcome.payload, StatusCode: 200 };
    if (Buffer.byteLength(JSON.stringify(result)) > MOST_BYTES)
      throw new TaskFailure(
        'States.DataLimitExceeded',
        `The state/task returned a result with a size exceeding the maximum number of bytes service limit.`,
      );
    return result;
  };
