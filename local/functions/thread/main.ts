import { parentPort, workerData } from 'node:worker_threads';
import { describeError } from './describe-error.ts';
import { lambdaContext } from './lambda-context.ts';
import { loadHandler } from './load-handler.ts';
import { Invoke, ThreadData, type ThreadMessage } from './message.ts';
import { resolveFromLayers } from './resolve-from-layers.ts';

// The thread of one function: loads its bundle once, then runs one invocation after the other.

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (message: ThreadMessage): void => parentPort?.postMessage(message);

const report = (error: unknown): void => {
  console.error(error);
  say({ kind: 'failed', ...describeError(error) });
};

const start = async (): Promise<void> => {
  const thread = ThreadData.parse(workerData);
  resolveFromLayers(thread.layers);
  const handler = await loadHandler(thread.directory, thread.handler);
  const run = async (message: unknown): Promise<void> => {
    const invoke = Invoke.parse(message);
    process.env['_X_AMZN_TRACE_ID'] = invoke.traceId;
    const event: unknown = JSON.parse(invoke.event);
    const answer = await handler(event, lambdaContext(thread, invoke, Date.now));
    say({ kind: 'answered', payload: JSON.stringify(answer) ?? 'null' });
  };
  parentPort?.on('message', (message) => void run(message).catch(report));
  say({ kind: 'loaded' });
};

await start().catch(report);
