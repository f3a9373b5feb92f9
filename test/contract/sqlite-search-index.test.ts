import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { sqliteSearchIndex } from '#adapters/sqlite/sqlite-search-index.ts';
import { aPassage, aVector } from '#test/support/a-passage.ts';
import { searchIndexContract } from './search-index.contract.ts';

const root = mkdtempSync(join(tmpdir(), 'caselore-index-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const aDirectory = (): string => mkdtempSync(join(root, 'd-'));

searchIndexContract('sqlite', async () => sqliteSearchIndex({ directory: aDirectory(), model: 'm-8' }));

const KINDS = ['case', 'article', 'document'] as const;

describe('sqliteSearchIndex', () => {
  it('demands the tenant in every query, even of a file that holds another one', async () => {
    const directory = aDirectory();
    const index = sqliteSearchIndex({ directory, model: 'm-8' });
    await index.upsert([aPassage({ tags: ['vpn'] })]);
    await copyFile(join(directory, 'm-8', 'demo.sqlite'), join(directory, 'm-8', 'other.sqlite'));
    await copyFile(join(directory, 'm-8', 'demo.sqlite-wal'), join(directory, 'm-8', 'other.sqlite-wal'));

    const search = { kinds: KINDS, text: 'printer prints blank pages', vector: aVector(0), limit: 9 };
    const key = { kind: 'case', id: 'c-1' } as const;
    const found = await index.search({ ...search, tenant: 'other', filters: {} });
    const filtered = await index.search({ ...search, tenant: 'other', filters: { tags: ['vpn'] } });

    expect((await index.search({ ...search, tenant: 'demo', filters: {} })).vector).toHaveLength(1);
    expect([found, filtered].map(({ keyword, vector, exactTitle }) => [keyword, vector, exactTitle])).toEqual(
      [
        [[], [], []],
        [[], [], []],
      ],
    );
    expect(await index.list({ tenant: 'other', kind: 'case', filters: {}, limit: 9 })).toEqual([]);
    expect(await index.versions('other', 'case', ['c-1'])).toEqual(new Map());
    expect(await index.details({ tenant: 'other', text: 'blank', keys: [key] })).toEqual(new Map());
    expect(await index.vectorOf('other', key)).toBeUndefined();
    expect(await index.count('other')).toBe(0);
  });

  it('refuses names that would leave its folder', async () => {
    const index = sqliteSearchIndex({ directory: aDirectory(), model: 'm-8' });

    await expect(index.count('../demo')).rejects.toThrow('not the id of a tenant');
    expect(() => sqliteSearchIndex({ directory: aDirectory(), model: '../m' })).toThrow(
      'cannot name a folder',
    );
  });

  it('keeps models apart', async () => {
    const directory = aDirectory();
    await sqliteSearchIndex({ directory, model: 'old' }).upsert([aPassage()]);

    expect(await sqliteSearchIndex({ directory, model: 'new' }).count('demo')).toBe(0);
    expect(await sqliteSearchIndex({ directory, model: 'old' }).count('demo')).toBe(1);
  });

  it('writes a batch whole or not at all', async () => {
    const index = sqliteSearchIndex({ directory: aDirectory(), model: 'm-8' });
    const broken = aPassage({ id: 'c-2', version: Number.NaN });

    await expect(index.upsert([aPassage(), broken])).rejects.toThrow('NOT NULL');

    expect(await index.count('demo')).toBe(0);
    await index.upsert([aPassage()]);
    expect(await index.count('demo')).toBe(1);
  });

  it('finds a word in another form, with an accent or without', async () => {
    const index = sqliteSearchIndex({ directory: aDirectory(), model: 'm-8' });
    await index.upsert([aPassage({ title: 'Café', text: 'printing stopped' })]);

    const found = async (text: string) =>
      (await index.search({ tenant: 'demo', kinds: KINDS, filters: {}, text, limit: 9 })).keyword.length;

    expect([await found('printed'), await found('cafe'), await found('CAFÉ'), await found('prin')]).toEqual([
      1, 1, 1, 0,
    ]);
  });

  it('stays whole under several threads that write and read one new file at once', async () => {
    const directory = aDirectory();
    const script = join(import.meta.dirname, '../support/write-passages-worker.ts');
    const workers = Array.from({ length: 4 }, (_, n) => new Worker(script, { workerData: { directory, n } }));

    const exits = await Promise.all(
      workers.map(
        (worker) =>
          new Promise<number>((resolve, reject) => {
            worker.once('error', reject);
            worker.once('exit', resolve);
          }),
      ),
    );

    expect(exits).toEqual([0, 0, 0, 0]);
    const index = sqliteSearchIndex({ directory, model: 'm-8' });
    const ids = Array.from({ length: 50 }, (_, n) => `c-${n}`);
    const versions = await index.versions('demo', 'case', ids);
    expect([...versions.values()].every(({ version }) => version === 20)).toBe(true);
    expect(await index.count('demo')).toBe(50);
    const found = await index.search({ tenant: 'demo', kinds: KINDS, filters: {}, text: 'v20', limit: 99 });
    const stale = await index.search({ tenant: 'demo', kinds: KINDS, filters: {}, text: 'v19', limit: 99 });
    expect([found.keyword.length, stale.keyword.length]).toEqual([50, 0]);
  });
});
