import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aTicket, jsonLines } from '#test/support/a-ticket.ts';

/** The machine's own Node, which may be older than the one that runs the tests. */
const NODE = existsSync('/usr/bin/node') ? '/usr/bin/node' : process.execPath;

let home: string;
let program: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'caselore-cli-'));
  program = join(home, 'caselore.mjs');
  execFileSync(
    'node_modules/.bin/esbuild',
    [
      join(import.meta.dirname, '../../cli/main.ts'),
      '--bundle',
      '--platform=node',
      '--target=node20',
      '--format=esm',
      `--outfile=${program}`,
    ],
    { stdio: 'pipe' },
  );
});
afterAll(() => rmSync(home, { recursive: true }));

const start = (args: readonly string[], env: Record<string, string> = {}): ChildProcess =>
  spawn(NODE, [program, ...args], { env: { HOME: home, CASELORE_URL: inject('stackUrl'), ...env } });

const caselore = async (args: readonly string[], env: Record<string, string> = {}) => {
  const child = start(args, env);
  const [out, error, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'exit'),
  ]);
  return { code, out, error };
};

const aFile = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(home, name), content);
  return join(home, name);
};

describe('the command caselore', () => {
  it('imports a file, tells what was not taken, and ends with 1 for it', async () => {
    const tickets = Array.from({ length: 40 }, (_, n) => aTicket(n, { id: `cli-${n}` }));
    const path = aFile('cases.jsonl', `${jsonLines(tickets)}{"title":"no id"}\n`);

    const { code, out, error } = await caselore(['import', path]);

    expect(code).toBe(1);
    expect(out).toMatch(/completed/);
    expect(out).toMatch(/indexed +40\n/);
    expect(out).toMatch(/line 41 +missing_id/);
    expect(out + error).not.toContain('\u001b');

    const again = await caselore(['import', aFile('same.jsonl', jsonLines(tickets)), '--json']);
    expect(again.code).toBe(0);
    const seen = JSON.parse(again.out);
    expect(seen).toMatchObject({
      state: 'completed',
      name: 'same.jsonl',
      counts: { unchanged: 40 },
      not_taken: [],
    });
    expect(await caselore(['status', seen.id])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/unchanged +40/),
    });
  });

  it('imports a compressed table whose columns have other names, and has nothing to retry then', async () => {
    const table = 'Number;Subject;tags\ncli-csv-1;Quokka blinks;lamp|night\ncli-csv-2;Quokka hums;\n';
    const path = aFile('table.csv.gz', gzipSync(table));

    const { code, out } = await caselore(['import', path, '--map', 'Number=id', '--map', 'Subject=title']);

    expect(code).toBe(0);
    expect(out).toMatch(/indexed +2\n/);
    const [, id = ''] = /Import (\w+)/.exec(out)!;
    const { out: found } = await caselore(['search', 'quokka', 'blinks', '--json']);
    expect(JSON.parse(found).results[0]).toMatchObject({ id: 'cli-csv-1', title: 'Quokka blinks' });
    expect(await caselore(['retry', id])).toMatchObject({
      code: 65,
      error: expect.stringContaining('no failed records'),
    });
  });

  it('ends with 2 where review is needed, goes on, and ends', async () => {
    const bad = aFile('bad.jsonl', `${jsonLines([aTicket(1, { id: 'cli-review' })])}{"title":"no id"}\n`);
    const { code, out, error } = await caselore(['import', bad]);
    expect(code).toBe(2);
    expect(error).toContain('continue');
    const [, id = ''] = /Import (\w+)/.exec(out)!;

    expect(await caselore(['continue', id, '--watch'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/indexed +1\n/),
    });
    expect(await caselore(['cancel', id])).toMatchObject({
      code: 65,
      error: expect.stringContaining('conflict'),
    });
  });

  it('cancels an import that waits for its file', async () => {
    const other = await caselore(['import', aFile('review.jsonl', '{"title":"no id"}\n'), '--json']);
    const { id } = JSON.parse(other.out);
    expect(await caselore(['cancel', id])).toMatchObject({ code: 0 });
    expect(await caselore(['status', id, '--watch'])).toMatchObject({
      code: 3,
      out: expect.stringContaining('cancelled'),
    });
  });

  it('says how to go on when it is interrupted', async () => {
    const many = Array.from({ length: 2_000 }, (_, n) => aTicket(n, { id: `cli-int-${n}` }));
    const child = start(['import', aFile('many.jsonl', jsonLines(many))]);
    let error = '';
    let sent = false;
    child.stderr!.on('data', (chunk: Buffer) => {
      error += chunk.toString();
      // A second one would end it at once, as Ctrl-C twice does.
      if (!sent && /Waiting|Importing/.test(error)) sent = child.kill('SIGINT');
    });
    const [code] = await once(child, 'exit');

    expect(code).toBe(130);
    const [, id = ''] = /caselore status (\w+) --watch/.exec(error)!;
    expect(await caselore(['status', id, '--watch'])).toMatchObject({ code: 0 });
  });

  it('searches, as text and as JSON', async () => {
    await caselore([
      'import',
      aFile('one.jsonl', jsonLines([aTicket(2, { id: 'cli-s', title: 'Wombatron whistles' })])),
    ]);

    const { code, out } = await caselore(['search', 'wombatron', 'whistles', '--limit', '3']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ 1\. Wombatron whistles\n/);
    const { out: json } = await caselore(['search', 'wombatron', '--json']);
    expect(JSON.parse(json).results[0].id).toBe('cli-s');
  });

  it('tells health and gives a token that the API takes', async () => {
    expect(await caselore(['health'])).toMatchObject({ code: 0, out: expect.stringContaining('is ready') });
    expect(await caselore(['index', 'status'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Searched: generation '),
    });
    const { out } = await caselore(['token']);
    const { status } = await fetch(`${inject('stackUrl')}/api/v1/imports`, {
      headers: { authorization: `Bearer ${out.trim()}` },
    });
    expect(status).toBe(200);
  });

  it.each([
    [['frobnicate'], {}, 64],
    [['status'], {}, 64],
    [['search', 'x', '--limit', '0'], {}, 64],
    [['search', 'x', '--nonsense'], {}, 64],
    [['import', '/nowhere/cases.jsonl'], {}, 66],
    [['status', 'nobody'], {}, 65],
    [
      ['import', 'package.json'],
      { CASELORE_CLIENT_ID: 'demo-agent', CASELORE_CLIENT_SECRET: 'demo-agent' },
      77,
    ],
    [['token'], { CASELORE_CLIENT_SECRET: 'wrong' }, 77],
    [['search', 'x'], { CASELORE_URL: 'http://127.0.0.1:9' }, 69],
    [['index', 'dance'], {}, 64],
    [['health'], { CASELORE_URL: 'nonsense' }, 78],
  ])('%j ends as documented', async (args, env, expected) => {
    const { code, out, error } = await caselore([...args, '--json'], env);

    expect({ code, error }).toMatchObject({ code: expected });
    expect(out).toBe('');
    expect(JSON.parse(error)).toMatchObject({
      error: { code: expect.any(String), message: expect.any(String) },
    });
  });

  it.each([['--help'], ['import', '--help']])('helps with %j', async (...args) => {
    const { code, out } = await caselore(args.flat());

    expect(code).toBe(0);
    expect(out).toContain('caselore');
  });
});
