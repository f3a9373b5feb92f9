import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { recordProcess } from '../emulators/process-record.ts';
import { HostMessage, type HostSettings, STOP } from '../host/host-settings.ts';
import type { RunningService, Service } from '../service.ts';
import { StartRefusal } from '../start-refusal.ts';

/** Time for an orderly end, ms; the whole laptop form has 5 s. */
const STOP_MILLIS = 3000;

/** Where the data directory notes the host process, so that the next start can end one that was left over. */
export const hostRecord = (dataDirectory: string): string => join(dataDirectory, 'host.pid');

/** The process that runs the assembly, as a service to keep alive. */
export const hostService = (settings: HostSettings): Service => ({
  name: 'host',
  start: async () => {
    const child = fork(join(import.meta.dirname, '../host/main.ts'), [JSON.stringify(settings)], {
      // Lambda's clock runs in UTC.
      env: { ...process.env, TZ: 'UTC' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    if (child.pid !== undefined) recordProcess(hostRecord(settings.dataDirectory), child.pid);
    const exited = describeExit(child);
    await Promise.race([untilReady(child), exited.then(failStart)]);
    return runningHost(child, exited);
  },
});

const describeExit = async (child: ChildProcess): Promise<string> => {
  await once(child, 'exit');
  return child.signalCode === null ? `exit code ${child.exitCode}` : `signal ${child.signalCode}`;
};

const failStart = (how: string): never => {
  throw new StartRefusal(`The host process ended by ${how} while it started; what it printed says why.`);
};

const untilReady = async (child: ChildProcess): Promise<void> => {
  const [raw]: unknown[] = await once(child, 'message');
  const message = HostMessage.parse(raw);
  if (message.kind === 'refused') throw new StartRefusal(message.sentence);
};

const runningHost = (child: ChildProcess, exited: Promise<string>): RunningService => ({
  exited,
  stop: async () => {
    if (child.connected) child.send(STOP);
    await Promise.race([exited, sleep(STOP_MILLIS, undefined, { ref: false })]);
    child.kill('SIGKILL');
    await exited;
  },
  kill: () => {
    child.kill('SIGKILL');
  },
});
