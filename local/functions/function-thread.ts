import { Worker } from 'node:worker_threads';
import type { FunctionDefinition } from './function-definition.ts';
import { describeError } from './thread/describe-error.ts';
import { type Invoke, type ThreadData, ThreadMessage } from './thread/message.ts';

/** How a load or an invocation ended; `payload` is JSON. */
export type Outcome =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string };

/** A warm thread of one function, which runs one invocation at a time. */
export type FunctionThread = {
  /** Loads the bundle; Lambda gives it 10 s. */
  load(): Promise<Outcome>;
  /** Runs one invocation; a thread that is late is ended, and counts as dead. */
  run(invoke: Invoke, timeoutSeconds: number): Promise<Outcome>;
  readonly dead: boolean;
  stop(): Promise<void>;
};

const LOAD_SECONDS = 10;

/** Starts a thread with the function's own environment and heap limit; its output goes to `write`. */
export const startFunctionThread = (
  definition: FunctionDefinition,
  write: (chunk: Buffer) => void,
): FunctionThread => {
  const worker = new Worker(new URL('./thread/main.ts', import.meta.url), {
    // Linux shows 15 characters, and the names of one stack differ at their ends.
    name: definition.name.slice(-15),
    env: { ...definition.environment },
    workerData: threadData(definition),
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: definition.memoryMegabytes },
  });
  worker.stdout.on('data', write);
  worker.stderr.on('data', write);

  let dead = false;
  let settle: ((outcome: Outcome) => void) | undefined;
  const end = (outcome: Outcome): void => {
    settle?.(outcome);
    settle = undefined;
  };
  const die = (outcome: Outcome): void => {
    dead = true;
    end(outcome);
  };
  worker.on('message', (raw) => {
    const message = ThreadMessage.parse(raw);
    if (message.kind === 'answered') end({ ok: true, payload: message.payload });
    else if (message.kind === 'loaded') end({ ok: true, payload: 'null' });
    else end({ ok: false, errorType: message.errorType, errorMessage: message.errorMessage });
  });
  worker.on('error', (error) => {
    write(Buffer.from(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`));
    die({ ok: false, ...describeError(error) });
  });
  worker.on('exit', (code) =>
    die({ ok: false, errorType: 'Runtime.ExitError', errorMessage: `Runtime exited with code ${code}` }),
  );

  const within = async (seconds: number, requestId: string, begin: () => void): Promise<Outcome> => {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const timer = setTimeout(() => {
      const late = timedOut(requestId, seconds);
      write(Buffer.from(`${late.errorMessage}\n`));
      die(late);
      void worker.terminate();
    }, seconds * 1000);
    settle = resolve;
    begin();
    const outcome = await promise;
    clearTimeout(timer);
    return outcome;
  };

  return {
    load: async () => {
      const outcome = await within(LOAD_SECONDS, 'init', () => undefined);
      if (!outcome.ok) {
        dead = true;
        await worker.terminate();
      }
      return outcome;
    },
    run: async (invoke, timeoutSeconds) =>
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      within(timeoutSeconds, invoke.requestId, () => worker.postMessage(invoke)),
    get dead() {
      return dead;
    },
    stop: async () => {
      await worker.terminate();
    },
  };
};

const timedOut = (requestId: string, seconds: number) => ({
  ok: false as const,
  errorType: 'Sandbox.Timedout',
  errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
});

const threadData = (definition: FunctionDefinition): ThreadData => ({
  directory: definition.directory,
  handler: definition.handler,
  layers: [...definition.layers],
  functionName: definition.name,
  functionArn: definition.arn,
  memoryMegabytes: definition.memoryMegabytes,
  logGroupName: `/aws/lambda/${definition.name}`,
  logStreamName: 'local',
});
