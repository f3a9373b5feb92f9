import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { startLocalStack, type LocalStack } from '#test/support/local-stack.ts';

let stack: LocalStack | undefined;
afterEach(async () => {
  await stack?.stop();
  stack = undefined;
});

/** Processes of anybody that name this data directory in their command line. */
const processesOf = (dataDirectory: string): string[] =>
  execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(dataDirectory));

const health = async (url: string): Promise<number | undefined> =>
  fetch(`${url}/health`).then(
    ({ status }) => status,
    () => undefined,
  );

const untilHealthy = async (url: string): Promise<void> =>
  expect.poll(() => health(url), { timeout: 60_000 }).toBe(200);

describe('the laptop form', () => {
  it('says that it is ready once, answers, and is gone without a trace after SIGTERM', async () => {
    stack = await startLocalStack();

    expect(await health(stack.url)).toBe(200);
    const begin = performance.now();
    expect(await stack.stop()).toBe(0);

    expect(performance.now() - begin).toBeLessThan(5000);
    expect(stack.lines.filter((line) => line.startsWith('Caselore is ready at'))).toHaveLength(1);
    expect(processesOf(stack.dataDirectory)).toEqual([]);
  });

  it('keeps its port and its tokens over SIGKILL of everything', async () => {
    const before = await startLocalStack();
    const token = await before.token('demo-admin');
    await before.kill();
    stack = await startLocalStack({ dataDirectory: before.dataDirectory });

    expect(stack.url).toBe(before.url);
    const answer = await fetch(`${stack.url}/api/v1/cases`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
  });

  it.each(['SIGSEGV', 'SIGKILL'])('comes back by itself when the host process ends by %s', async (signal) => {
    stack = await startLocalStack();
    const { pid } = JSON.parse(readFileSync(join(stack.dataDirectory, 'host.pid'), 'utf8')) as {
      pid: number;
    };

    process.kill(pid, signal);
    while ((await health(stack.url)) === 200) await pause(10);

    await untilHealthy(stack.url);
    expect(stack.lines).toContain(`  host: ended by signal ${signal}; it starts again`);
  });

  it('leaves nothing behind when only the supervisor is killed', async () => {
    const killed = await startLocalStack();
    const supervisor = readFileSync(join(killed.dataDirectory, 'lock.pid'), 'utf8');

    process.kill(Number(supervisor), 'SIGKILL');

    await expect.poll(() => processesOf(killed.dataDirectory), { timeout: 5000 }).toEqual([]);
  });

  it('refuses a data directory that is in use, and a port', async () => {
    stack = await startLocalStack();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;

    await expect(startLocalStack({ dataDirectory: stack.dataDirectory })).rejects.toThrow(
      `The data directory ${stack.dataDirectory} is in use by a running Caselore (process `,
    );
    await expect(startLocalStack({ environment: { PORT: String(port) } })).rejects.toThrow(
      `Port ${port} is in use by another program; give another one, e.g. PORT=${port + 1} npm start.`,
    );
    other.close();
  });

  it('stops when npm is told to stop', async () => {
    const { dataDirectory, url } = (stack = await startLocalStack());
    await stack.stop();
    // Without prestart, which would install packages under a running test.
    const npm = spawn('npm', ['start', '--ignore-scripts'], {
      env: {
        ...process.env,
        PORT: '0',
        CASELORE_DATA_DIR: dataDirectory,
        CASELORE_STAGE: 'test',
        CASELORE_SAMPLE: 'off',
      },
      stdio: 'ignore',
    });
    const ended = once(npm, 'exit');
    await untilHealthy(url).finally(() => npm.kill('SIGTERM'));
    await ended;

    await expect.poll(() => processesOf(dataDirectory), { timeout: 5000 }).toEqual([]);
    expect(await health(url)).toBeUndefined();
  });
});
