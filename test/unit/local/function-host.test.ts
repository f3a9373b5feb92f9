import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Measurement } from '#local/cloudwatch/measurement.ts';
import { createFunctionHost } from '#local/functions/create-function-host.ts';
import type { FunctionDefinition } from '#local/functions/function-definition.ts';
import { openFunctionLog } from '#local/functions/open-function-log.ts';

// Threads start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const clean: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const one of clean.splice(0)) await one();
});

const setup = () => {
  const root = mkdtempSync(join(tmpdir(), 'functions-'));
  const write = (path: string, text: string): string => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    return join(root, path);
  };
  let ids = 0;
  const measured: Measurement[] = [];
  const host = createFunctionHost({
    dataDirectory: root,
    now: () => new Date(),
    measure: (measurement) => measured.push(measurement),
    sampled: () => false,
    newId: () => `0000000${(ids += 1)}-0000-4000-8000-000000000000`,
  });
  clean.push(() => rmSync(root, { recursive: true }));
  const add = (name: string, code: string, overrides: Partial<FunctionDefinition> = {}) => {
    write(`${name}/index.mjs`, code);
    const pool = host.addFunction({
      name,
      arn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
      directory: join(root, name),
      handler: 'index.handler',
      environment: { NAME: name, NODE_OPTIONS: '--enable-source-maps' },
      timeoutSeconds: 5,
      memoryMegabytes: 128,
      layers: [],
      concurrency: 2,
      ...overrides,
    });
    clean.unshift(() => pool.stop());
    return pool;
  };
  return { root, host, write, add, measured };
};

describe('the function host', () => {
  it('gives a function its event, its context and only its own environment', async () => {
    const { host, add } = setup();
    add(
      'echo',
      `export const handler = async (event, context) => ({
         event, env: process.env, name: context.functionName, arn: context.invokedFunctionArn, id: context.awsRequestId,
         memory: context.memoryLimitInMB, left: context.getRemainingTimeInMillis() });`,
    );

    const { payload } = (await host.invoke('arn:aws:lambda:us-east-1:000000000000:function:echo', {
      at: new Date(0),
      gone: undefined,
    })) as any;

    expect(payload).toMatchObject({
      event: { at: '1970-01-01T00:00:00.000Z' },
      name: 'echo',
      arn: 'arn:aws:lambda:us-east-1:000000000000:function:echo',
      id: expect.stringMatching(/-/),
      memory: '128',
    });
    expect(Object.keys(payload.env).sort()).toEqual(['NAME', 'NODE_OPTIONS', '_X_AMZN_TRACE_ID']);
    expect(payload.left).toBeGreaterThan(4000);
    expect(payload.left).toBeLessThanOrEqual(5000);
  });

  it('keeps threads warm, changes of the environment inside them, and apart from other functions', async () => {
    const { host, add } = setup();
    const code = `let n = 0; export const handler = async () => { process.env.NAME += '!'; return [n += 1, process.env.NAME]; };`;
    add('one', code);
    add('two', code);

    await host.invoke('one', {});

    expect(await host.invoke('one', {})).toEqual({ ok: true, payload: [2, 'one!!'] });
    expect(await host.invoke('two', {})).toEqual({ ok: true, payload: [1, 'two!'] });
    expect(process.env['NAME']).toBeUndefined();
  });

  it('runs one invocation at a time in a thread, and as many threads as the function may have', async () => {
    const { host, add } = setup();
    add(
      'slow',
      `import { threadId } from 'node:worker_threads'; let busy = 0;
       export const handler = async () => { busy += 1; const most = busy; await new Promise((r) => setTimeout(r, 30)); busy -= 1; return [threadId, most]; };`,
    );

    const outcomes = await Promise.all(Array.from({ length: 6 }, () => host.invoke('slow', {})));
    const payloads = outcomes.map((outcome: any) => outcome.payload);

    expect(new Set(payloads.map(([thread]) => thread)).size).toBe(2);
    expect(payloads.every(([, most]) => most === 1)).toBe(true);
  });

  it('ends a function that is late, even one that never yields, and goes on with a new thread', async () => {
    const { host, add } = setup();
    add('late', `export const handler = async ({ spin }) => { while (spin) {} return 'fine'; };`, {
      timeoutSeconds: 0.2,
    });

    expect(await host.invoke('late', { spin: true })).toEqual({
      ok: false,
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(/^RequestId: \S+ Error: Task timed out after 0\.20 seconds$/),
    });
    expect(await host.invoke('late', { spin: false })).toEqual({ ok: true, payload: 'fine' });
  });

  it.each([
    ['an error', `throw new RangeError('no')`, 'RangeError', 'no'],
    [
      'a fault outside the handler',
      `setTimeout(() => { throw new TypeError('later'); }); await new Promise(() => {})`,
      'TypeError',
      'later',
    ],
    ['an exit', `process.exit(3)`, 'Runtime.ExitError', 'Runtime exited with code 3'],
  ])('answers %s and goes on', async (_, fault, errorType, errorMessage) => {
    const { host, add } = setup();
    add(
      'faulty',
      `export const handler = async (event) => { if (event.fault) { ${fault}; } return 'fine'; };`,
    );

    expect(await host.invoke('faulty', { fault: true })).toEqual({ ok: false, errorType, errorMessage });
    expect(await host.invoke('faulty', {})).toEqual({ ok: true, payload: 'fine' });
  });

  it('replaces a thread whose heap is full', async () => {
    const { host, add } = setup();
    add(
      'hungry',
      `export const handler = async ({ eat }) => { const all = []; while (eat) all.push(new Array(100_000).fill(Math.random())); return 'fine'; };`,
      { memoryMegabytes: 16 },
    );

    expect(await host.invoke('hungry', { eat: true })).toMatchObject({ ok: false });
    expect(await host.invoke('hungry', {})).toEqual({ ok: true, payload: 'fine' });
  });

  it.each([
    ['a bundle that does not load', `throw new Error('broken bundle');`, 'broken bundle'],
    ['no such export', `export const other = 1;`, 'index.handler is undefined or not exported'],
  ])('says so for %s', async (_, code, errorMessage) => {
    const { host, add } = setup();
    add('bad', code);

    expect(await host.invoke('bad', {})).toEqual({ ok: false, errorType: 'Error', errorMessage });
  });

  it('knows the limits of a payload, and no other functions', async () => {
    const { host, add } = setup();
    add('big', `export const handler = async ({ size }) => 'x'.repeat(size ?? 0);`);

    expect(await host.invoke('big', { text: 'x'.repeat(6 * 1024 * 1024) })).toMatchObject({
      errorType: 'RequestTooLargeException',
    });
    expect(await host.invoke('big', { size: 6 * 1024 * 1024 })).toMatchObject({
      errorType: 'Function.ResponseSizeTooLarge',
    });
    expect(await host.invoke('nobody', {})).toMatchObject({ errorType: 'ResourceNotFoundException' });
  });

  it('lets what runs come to its end when it stops, and takes nothing more', async () => {
    const { host, add } = setup();
    const pool = add(
      'last',
      `export const handler = async () => { await new Promise((r) => setTimeout(r, 200)); return 'fine'; };`,
    );

    const running = host.invoke('last', {});
    await pool.stop();

    expect(await running).toEqual({ ok: true, payload: 'fine' });
    expect(await host.invoke('last', {})).toMatchObject({ ok: false, errorType: 'ServiceException' });
  });

  it('finds packages in the layers first, then beside the bundle', async () => {
    const { host, add, write, root } = setup();
    const pack = (where: string, name: string, text: string) => {
      write(
        `${where}/node_modules/${name}/package.json`,
        `{"name":"${name}","type":"module","exports":"./main.js"}`,
      );
      write(`${where}/node_modules/${name}/main.js`, text);
    };
    pack('layer/nodejs', 'shared', `import inner from 'inner'; export default 'layer and ' + inner;`);
    pack('layer/nodejs', 'inner', `export default 'its own';`);
    pack('user', 'shared', `export default 'bundle';`);
    pack('user', 'only-here', `export default 'beside';`);
    add(
      'user',
      `import shared from 'shared'; import only from 'only-here'; import { join } from 'path'; export const handler = async () => [shared, only, typeof join];`,
      { layers: [join(root, 'layer')] },
    );

    expect(await host.invoke('user', {})).toEqual({
      ok: true,
      payload: ['layer and its own', 'beside', 'function'],
    });
  });

  it('writes what a function prints to its log, and why it failed', async () => {
    const { host, add, root } = setup();
    add(
      'loud',
      `export const handler = async () => { console.log('{"level":"INFO"}'); throw new RangeError('no'); };`,
    );

    await host.invoke('loud', {});

    const printed = () => readFileSync(join(root, 'logs/loud.log'), 'utf8');
    await vi.waitFor(() => expect(printed()).toContain('RangeError: no'), 10_000);
    expect(printed()).toContain('{"level":"INFO"}\n');
  });
});

describe('openFunctionLog', () => {
  it('begins a new file above 10 MiB and keeps one old one', async () => {
    const { root } = setup();
    const { write } = openFunctionLog(root, 'much');

    for (const letter of ['a', 'b', 'c']) {
      write(Buffer.alloc(6 * 1024 * 1024, letter));
      await new Promise((resolve) => setImmediate(resolve));
    }

    expect(readFileSync(join(root, 'logs/much.log'), 'utf8')[0]).toBe('c');
    expect(readFileSync(join(root, 'logs/much.log.1'), 'utf8')[0]).toBe('b');
  });

  it('has written everything when it is closed, and leaves its directory alone from then on', async () => {
    const { root } = setup();
    const { write, close } = openFunctionLog(root, 'last');

    write(Buffer.from('said before'));
    close();
    expect(readFileSync(join(root, 'logs/last.log'), 'utf8')).toBe('said before');

    rmSync(join(root, 'logs'), { recursive: true });
    write(Buffer.from('said by a dying thread'));
    // What would be written in vain is written by then, and fails the test.
    await new Promise((resolve) => setImmediate(resolve));
    expect(existsSync(join(root, 'logs'))).toBe(false);
  });
});
