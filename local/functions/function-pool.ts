import { setTimeout as sleep } from 'node:timers/promises';
import { newTrace, readTrace, writeTrace } from '../tracing/trace-header.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { type FunctionThread, type Outcome, startFunctionThread } from './function-thread.ts';
import { splitLines } from './split-lines.ts';
import type { Invoke } from './thread/message.ts';

/** How long invocations may still take when the laptop form stops, ms. */
const DRAIN_MILLIS = 1000;

/** The warm threads of one function. */
export type FunctionPool = {
  /** Runs one invocation, under the caller's trace if there is one; waits while as many run as the function's concurrency allows. */
  invoke(event: string, trace?: string): Promise<Outcome>;
  /** Takes no more invocations, gives those that run a moment, and ends the threads. */
  stop(): Promise<void>;
};

type Surroundings = {
  readonly now: () => Date;
  readonly newId: () => string;
  /** Whether a trace that begins here is recorded. */
  readonly sampled: () => boolean;
  readonly write: (chunk: Buffer) => void;
  /** Told of each line that the function prints. */
  readonly onLine: (line: string) => void;
  /** Reports a metric of the function under AWS Lambda's name for it. */
  readonly measure: (name: string, value: number) => void;
};

/** Makes a pool that starts threads as they are needed and keeps them. */
export const createFunctionPool = (
  definition: FunctionDefinition,
  { now, newId, sampled, write, onLine, measure }: Surroundings,
): FunctionPool => {
  const idle: FunctionThread[] = [];
  const all = new Set<FunctionThread>();
  const waiting: (() => void)[] = [];
  const running = new Set<Promise<Outcome>>();
  let busy = 0;
  let state: 'open' | 'draining' | 'stopped' = 'open';

  const enter = async (): Promise<void> => {
    if (busy >= definition.concurrency)
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    else busy += 1;
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  };

  const takeThread = async (): Promise<FunctionThread | Outcome> => {
    // The one used last is the warmest; a thread may have died while it was idle.
    for (let thread = idle.pop(); thread; thread = idle.pop()) {
      if (!thread.dead) return thread;
      all.delete(thread);
    }
    const readLines = splitLines(onLine);
    const thread = startFunctionThread(definition, (chunk) => {
      write(chunk);
      readLines(chunk);
    });
    all.add(thread);
    const loaded = await thread.load();
    if (loaded.ok) return thread;
    all.delete(thread);
    return loaded;
  };

  const run = async (event: string, trace: string | undefined): Promise<Outcome> => {
    const thread = await takeThread();
    if ('ok' in thread) {
      report(0, false);
      return thread;
    }
    const started = performance.now();
    const outcome = await thread.run(invocation(event, trace), definition.timeoutSeconds);
    report(performance.now() - started, outcome.ok);
    if (thread.dead) all.delete(thread);
    else idle.push(thread);
    return outcome;
  };

  const report = (milliseconds: number, ok: boolean): void => {
    measure('Invocations', 1);
    measure('Errors', ok ? 0 : 1);
    measure('Throttles', 0);
    measure('Duration', milliseconds);
    measure('ConcurrentExecutions', busy);
  };

  const invocation = (event: string, trace: string | undefined): Invoke => {
    const time = now().getTime();
    const known = readTrace(trace) ?? newTrace(now(), newId(), sampled());
    return {
      requestId: newId(),
      traceId: writeTrace({ ...known, parent: newId().replaceAll('-', '').slice(-16) }),
      event,
      deadline: time + definition.timeoutSeconds * 1000,
    };
  };

  const runInTurn = async (event: string, trace: string | undefined): Promise<Outcome> => {
    await enter();
    try {
      return state === 'stopped' ? STOPPED : await run(event, trace);
    } finally {
      leave();
    }
  };

  return {
    invoke: async (event, trace) => {
      if (state !== 'open') return STOPPED;
      const outcome = runInTurn(event, trace);
      running.add(outcome);
      try {
        return await outcome;
      } finally {
        running.delete(outcome);
      }
    },
    stop: async () => {
      state = 'draining';
      await Promise.race([Promise.allSettled(running), sleep(DRAIN_MILLIS)]);
      state = 'stopped';
      await Promise.all([...all].map(async (thread) => thread.stop()));
    },
  };
};

const STOPPED: Outcome = {
  ok: false,
  errorType: 'ServiceException',
  errorMessage: 'The laptop form is stopping',
};
