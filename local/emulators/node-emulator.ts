import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { RunningService } from '../service.ts';
import { recordProcess } from './process-record.ts';

type NodeEmulator = {
  /** File beside this one that the child process runs. */
  readonly script: string;
  /** Handed to the script as JSON. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly recordFile: string;
  readonly log: (line: string) => void;
};

/** Runs an emulator as a child process that ends with us; resolves when it answers. */
export const startNodeEmulator = async (emulator: NodeEmulator): Promise<RunningService> => {
  const child = fork(join(import.meta.dirname, emulator.script), [JSON.stringify(emulator.settings)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => emulator.log(text.trimEnd()));
  const exited = once(child, 'exit').then(([code, signal]) => `exit code ${String(code ?? signal)}`);
  const ready = once(child, 'message').then(() => undefined);
  const early = await Promise.race([ready, exited]);
  if (early !== undefined) throw new Error(`${emulator.script} ended before it answered: ${early}`);
  if (child.pid !== undefined) recordProcess(emulator.recordFile, child.pid);
  // All that it has acknowledged is on disk already, so there is nothing to wait for.
  const kill = (): void => void child.kill('SIGKILL');
  const stop = async (): Promise<void> => {
    kill();
    await exited;
  };
  return { exited, stop, kill };
};
