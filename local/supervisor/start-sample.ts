import { fork } from 'node:child_process';
import { join } from 'node:path';

/**
 * Starts the loader of the sample, a client of the API like any other, in a process of its own that writes to this
 * terminal. It ends when `signal` says so, and with this process, whose channel it holds.
 */
export const startSample = (root: string, url: string, signal: AbortSignal): void => {
  const child = fork(join(root, 'samples/load.ts'), { env: { ...process.env, CASELORE_URL: url } });
  const end = (): boolean => child.kill('SIGKILL');
  signal.addEventListener('abort', end, { once: true });
  child.once('exit', () => signal.removeEventListener('abort', end));
  child.once('error', (error) => console.error(`The sample could not be loaded: ${error.message}`));
};
