import { readEmf } from '../cloudwatch/read-emf.ts';
import type { Invocation, LocalContext } from '../local-context.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { createFunctionPool, type FunctionPool } from './function-pool.ts';
import type { Outcome } from './function-thread.ts';
import { openFunctionLog } from './open-function-log.ts';

/** Payload limit of a synchronous invocation, both ways (Lambda quotas). */
const MOST_BYTES = 6 * 1024 * 1024;

/** All functions of the laptop form. */
export type FunctionHost = {
  readonly invoke: LocalContext['invoke'];
  /** Keeps the directory of a layer version for the functions that name its ARN. */
  addLayer(arn: string, directory: string): void;
  layerDirectory(arn: string): string | undefined;
  addFunction(definition: FunctionDefinition): FunctionPool;
};

type Surroundings = Pick<LocalContext, 'dataDirectory' | 'now' | 'measure'> & {
  readonly newId: () => string;
  /** Whether a trace that begins with an invocation is recorded. */
  readonly sampled: () => boolean;
};

/** Makes the host that runs functions in worker threads, one invocation at a time in each. */
export const createFunctionHost = ({
  dataDirectory,
  now,
  newId,
  measure,
  sampled,
}: Surroundings): FunctionHost => {
  const layers = new Map<string, string>();
  const pools = new Map<string, FunctionPool>();

  return {
    invoke: async (functionArn, event, trace) => {
      const pool = pools.get(nameOf(functionArn));
      if (!pool) return failure('ResourceNotFoundException', `Function not found: ${functionArn}`);
      const payload = JSON.stringify(event);
      if (Buffer.byteLength(payload) > MOST_BYTES)
        return failure('RequestTooLargeException', `Request must be smaller than ${MOST_BYTES} bytes`);
      return readOutcome(await pool.invoke(payload, trace));
    },
    addLayer: (arn, directory) => {
      layers.set(arn, directory);
    },
    layerDirectory: (arn) => layers.get(arn),
    addFunction: (definition) => {
      const log = openFunctionLog(dataDirectory, definition.name);
      const pool = createFunctionPool(definition, {
        now,
        newId,
        sampled,
        write: log.write,
        onLine: (line) => {
          for (const measurement of readEmf(line)) measure(measurement);
        },
        measure: (name, value) =>
          measure({
            namespace: 'AWS/Lambda',
            name,
            dimensions: { FunctionName: definition.name },
            value,
            at: now().getTime(),
          }),
      });
      pools.set(definition.name, pool);
      return {
        ...pool,
        stop: async () => {
          await pool.stop();
          log.close();
        },
      };
    },
  };
};

/** A function's name from its ARN, or the name itself; a version or alias after it is left out. */
const nameOf = (functionArn: string): string => {
  const parts = functionArn.split(':');
  return (parts[0] === 'arn' ? parts[6] : parts[0]) ?? functionArn;
};

const readOutcome = (outcome: Outcome): Invocation => {
  if (!outcome.ok) return outcome;
  const bytes = Buffer.byteLength(outcome.payload);
  if (bytes > MOST_BYTES)
    return failure(
      'Function.ResponseSizeTooLarge',
      `Response payload size exceeded maximum allowed (${MOST_BYTES} bytes)`,
    );
  const payload: unknown = JSON.parse(outcome.payload);
  return { ok: true, payload };
};

const failure = (errorType: string, errorMessage: string): Invocation => ({
  ok: false,
  errorType,
  errorMessage,
});
