import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../..');

/** A laptop form that answers, in processes of its own. */
export type LocalStack = {
  readonly url: string;
  readonly dataDirectory: string;
  /** The process that `npm start` is; the others are its descendants. */
  readonly pid: number;
  /** What it has printed so far. */
  readonly lines: readonly string[];
  /** An access token for a demo principal. */
  token(clientId: string): Promise<string>;
  /** Stops it as Ctrl-C does; answers its exit code. */
  stop(): Promise<number | null>;
  /** Ends all its processes by SIGKILL, at once. */
  kill(): Promise<void>;
};

type Options = { dataDirectory?: string; stage?: 'local' | 'test'; environment?: Record<string, string> };

/**
 * Starts what `npm start` starts, on a free port, which the data directory keeps for the next start on it.
 * A data directory that is not given is temporary and goes with the test process.
 */
export const startLocalStack = async ({
  dataDirectory = temporaryDirectory(),
  stage = 'test',
  environment = {},
}: Options = {}): Promise<LocalStack> => {
  const child = spawn(process.execPath, ['local/main.ts'], {
    cwd: ROOT,
    // A group of its own, so that `kill` takes all of it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      CASELORE_DATA_DIR: dataDirectory,
      CASELORE_STAGE: stage,
      CASELORE_SAMPLE: 'off',
      // As under npm, it then ends when this process does.
      npm_lifecycle_event: 'test',
      ...environment,
    },
  });
  const lines: string[] = [];
  const ended = once(child, 'exit');
  const url = await Promise.race([untilReady(child, lines), ended.then(() => failStart(lines))]);

  return {
    url,
    dataDirectory,
    pid: child.pid!,
    lines,
    token: async (clientId) => fetchToken(url, clientId),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    kill: async () => {
      process.kill(-child.pid!, 'SIGKILL');
      await ended;
      while (groupLives(child.pid!)) await pause(10);
    },
  };
};

const untilReady = async (child: ChildProcess, lines: string[]): Promise<string> => {
  const { promise, resolve } = Promise.withResolvers<string>();
  for (const stream of [child.stdout!, child.stderr!])
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      const ready = /^Caselore is ready at (http:\/\/localhost:\d+)$/.exec(line);
      if (ready) resolve(ready[1]!);
    });
  return promise;
};

const failStart = (lines: readonly string[]): never => {
  throw new Error(`the local stack did not start:\n${lines.join('\n')}`);
};

/** An access token for a demo principal of a stack. */
export const fetchToken = async (url: string, clientId: string): Promise<string> => {
  const response = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientId,
    }),
  });
  if (!response.ok) throw new Error(`no token for ${clientId}: ${response.status} ${await response.text()}`);
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
};

const groupLives = (pid: number): boolean => {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
};

const made: string[] = [];

const temporaryDirectory = (): string => {
  if (made.length === 0)
    process.once('exit', () => {
      for (const directory of made) rmSync(directory, { recursive: true, force: true });
    });
  const directory = mkdtempSync(join(tmpdir(), 'caselore-'));
  made.push(directory);
  return directory;
};
