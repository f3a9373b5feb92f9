import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SyncProgress } from '#contracts/case-sync.ts';
import { freePort } from '#local/emulators/free-port.ts';
import { fetchToken } from './local-stack.ts';

type Invocation = { ok: true; payload: unknown } | { ok: false; errorType: string; errorMessage: string };

/** What a call comes to: how far its run is, or that it was cut off. */
export type Called = SyncProgress | 'cut off';

/** The laptop form in a process that may be killed at any moment and started again on the same data. */
export const syncStack = async (dataDirectory: string) => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  let caseDatabase = '';
  let calls = 0;

  const start = async (): Promise<void> => {
    child = fork(
      join(import.meta.dirname, 'sync-stack-process.ts'),
      [JSON.stringify({ dataDirectory, port })],
      // A group of its own, so that a kill takes all of it.
      { detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    const [ready] = (await once(child, 'message')) as [{ caseDatabase: string }];
    ({ caseDatabase } = ready);
  };

  const groupLives = (pid: number): boolean => {
    try {
      process.kill(-pid, 0);
      return true;
    } catch {
      return false;
    }
  };

  /** Ends all its processes by SIGKILL, at once. */
  const kill = async (): Promise<void> => {
    const { pid } = child!;
    process.kill(-pid!, 'SIGKILL');
    while (groupLives(pid!)) await pause(10);
  };

  /** One call of the sync; `cut off` when the stack is killed before it answers, or the call failed. */
  const call = async (runId: string, sweep: boolean): Promise<Called> => {
    calls += 1;
    const [number, running] = [calls, child!];
    const event = { job_id: 'case_sync', run_id: runId, scheduled_time: new Date().toISOString(), sweep };
    const { promise, resolve } = Promise.withResolvers<Invocation | undefined>();
    const onMessage = (message: { call?: number; invocation?: Invocation }) => {
      if (message.call === number) resolve(message.invocation);
    };
    running.on('message', onMessage);
    running.once('exit', () => resolve(undefined));
    if (running.connected) running.send({ call: number, name: 'caselore-local-sync-cases', event });
    else resolve(undefined);
    const answer = await promise;
    running.off('message', onMessage);
    return answer?.ok ? SyncProgress.parse(answer.payload) : 'cut off';
  };

  await start();
  return {
    url,
    call,
    kill,
    start,
    caseDatabase: () => caseDatabase,
    token: async () => fetchToken(url, 'demo-admin'),
  };
};
