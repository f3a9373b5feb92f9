import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningService } from '../service.ts';
import { prepareStreamLog } from './prepare-stream-log.ts';
import { recordProcess } from './process-record.ts';

type DynamodbEmulator = {
  /** Absolute path of the dynoxide binary. */
  readonly binary: string;
  readonly port: number;
  readonly databaseFile: string;
  readonly recordFile: string;
  readonly now: () => Date;
  readonly log: (line: string) => void;
};

// The binary cannot watch its parent, so a shell does: the pipe on fd 3 ends when we end, however we end.
const GUARD = `exec 3<&0
"$@" 3<&- </dev/null >/dev/null &
server=$!
echo "$server"
( read -r line <&3; kill -KILL "$server" ) 2>/dev/null &
guard=$!
wait "$server"
code=$?
kill -KILL "$guard" 2>/dev/null
exit "$code"`;

// What the binary says when it starts, and the shell when it is ended.
const EXPECTED = /^(Dynoxide listening on|Killed)/;

/** Runs dynoxide on a database file; resolves when it answers and its stream log has its index. */
export const startDynamodbEmulator = async (emulator: DynamodbEmulator): Promise<RunningService> => {
  const server = [
    'serve',
    '--host',
    '127.0.0.1',
    '--port',
    String(emulator.port),
    '--db-path',
    emulator.databaseFile,
  ];
  const shell = spawn('/bin/sh', ['-c', GUARD, 'sh', emulator.binary, ...server], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Away from the terminal's Ctrl-C, which the binary would obey before the functions have finished.
    detached: true,
  });
  const exited = once(shell, 'exit').then(([code, signal]) => `exit code ${String(code ?? signal)}`);
  createInterface(shell.stderr).on('line', (line) => {
    if (!EXPECTED.test(line)) emulator.log(line);
  });
  // Writing never happens; the pipe only breaks, which is not worth an error.
  shell.stdin.on('error', () => undefined);
  // Should the shell alone be killed, its guard still ends the server.
  void exited.then(() => shell.stdin.end());
  const ready = async (): Promise<undefined> => {
    const [pid]: unknown[] = await once(createInterface(shell.stdout), 'line');
    recordProcess(emulator.recordFile, Number(pid));
    await untilItAnswers(emulator.port, shell);
  };
  const ended = await Promise.race([exited, ready()]);
  if (ended !== undefined) throw new Error(`dynoxide ended before it answered: ${ended}`);
  prepareStreamLog(emulator.databaseFile, emulator.now());
  const kill = (): void => void shell.stdin.end();
  const stop = async (): Promise<void> => {
    kill();
    await exited;
  };
  return { exited, stop, kill };
};

const untilItAnswers = async (port: number, shell: { readonly exitCode: number | null }): Promise<void> => {
  while (shell.exitCode === null && !(await accepts(port))) await sleep(10);
};

const accepts = async (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
