import { fork } from 'node:child_process';
import { Socket } from 'node:net';
import { WorkerAnswer, type WorkerTask } from './worker-message.ts';

/** A process that embeds one text at a time. */
export type WorkerProcess = {
  /** Gives it a text; it answers by `answered`, or ends. */
  give(task: WorkerTask): void;
  kill(): void;
};

export type WorkerEvents = {
  readonly answered: (answer: WorkerAnswer) => void;
  /** Once, however it came to its end. */
  readonly ended: (reason: string) => void;
};

/** Characters of what a process said at its end that go into the error: the last line tells why. */
const LAST_WORDS = 1_000;

/**
 * Starts a worker: `script` with the directory of the model. It gets no environment, so no credentials, and keeps
 * nobody from ending.
 */
export const startWorkerProcess = (
  script: URL,
  directory: string,
  { answered, ended }: WorkerEvents,
): WorkerProcess => {
  const child = fork(script, [directory], {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let [words, over] = ['', false];
  const end = (reason: string): void => {
    if (over) return;
    over = true;
    ended(reason);
  };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = `${words}${text}`.slice(-LAST_WORDS);
  });
  child.on('message', (message) => answered(WorkerAnswer.parse(message)));
  child.on('error', (error) => end(error.message));
  // After its streams have closed, so that its last words are known.
  child.on('close', (code, signal) => end(`ended by ${signal ?? `exit ${code}`}: ${words.trim()}`));
  child.unref();
  child.channel?.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
  return {
    give: (task) => void child.send(task, (error) => error && child.kill('SIGKILL')),
    kill: () => void child.kill('SIGKILL'),
  };
};
