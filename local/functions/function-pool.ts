import { setTimeout as sleep } from 'node:timers/promises';
import type { FunctionDefinition } from './function-definition.ts';
import { type FunctionThread, type Outcome, startFunctionThread } from './function-thread.ts';
import type { Invoke } from './thread/message.ts';

/** How long invocations may still take when the laptop form stops, ms. */
const DRAIN_MILLIS = 1000;

/** The warm threads of one function. */
export type FunctionPool = {
  /** Runs one invocation; waits while as many run as the function's concurrency allows. */
  invoke(event: string): Promise<Outcome>;
  /** Takes no more invocations, gives those that run a moment, and ends the threads. */
  stop(): Promise<void>;
};

type Surroundings = {
  readonly now: () => Date;
  readonly newId: () => string;
  readonly write: (chunk: Buffer) => void;
};

/** Makes a pool that starts threads as they are needed and keeps them. */
export const createFunctionPool = (
  definition: FunctionDefinition,
  { now, newId, write }: Surroundings,
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
    const thread = startFunctionThread(definition, write);
    all.add(thread);
    const loaded = await thread.load();
    if (loaded.ok) return thread;
    all.delete(thread);
    return loaded;
  };

  const run = async (event: string): Promise<Outcome> => {
    const thread = await takeThread();
    if ('ok' in thread) return thread;
    const outcome = await thread.run(invocation(event), definition.timeoutSeconds);
    if (thread.dead) all.delete(thread);
    else idle.push(thread);
    return outcome;
  };

  const invocation = (event: string): Invoke => {
    const time = now().getTime();
    return {
      requestId: newId(),
      traceId: `Root=1-${Math.floor(time / 1000).toString(16)}-${newId().replaceAll('-', '').slice(0, 24)};Sampled=0`,
      event,
      deadline: time + definition.timeoutSeconds * 1000,
    };
  };

  const runInTurn = async (event: string): Promise<Outcome> => {
    await enter();
    try {
      return state === 'stopped' ? STOPPED : await run(event);
    } finally {
      leave();
    }
  };

  return {
    invoke: async (event) => {
      if (state !== 'open') return STOPPED;
      const outcome = runInTurn(event);
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
