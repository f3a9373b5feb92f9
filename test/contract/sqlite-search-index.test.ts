import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { sqliteSearchIndex } from '#adapters/sqlite/sqlite-search-index.ts';
import { aPassage, aVector } from '#test/support/a-passage.ts';
import { anIndexName } from '#test/support/an-index-name.ts';
import { SCHEMA_1 } from '#test/support/sqlite-schema-1.ts';
import { searchIndexContract } from './search-index.contract.ts';

const root = mkdtempSync(join(tmpdir(), 'caselore-index-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const aDirectory = (): string => mkdtempSync(join(root, 'd-'));

searchIndexContract('sqlite', async () =>
  sqliteSearchIndex({ directory: aDirectory(), name: anIndexName() }),
);

const KINDS = ['case', 'article', 'document'] as const;

describe('sqliteSearchIndex', () => {
  it('demands the tenant in every query, even of a file that holds another one', async () => {
    const directory = aDirectory();
    const index = sqliteSearchIndex({ directory, name: anIndexName() });
    await index.upsert([aPassage({ tags: ['vpn'] })]);
    await copyFile(join(directory, 'm-8-g1', 'demo.sqlite'), join(directory, 'm-8-g1', 'other.sqlite'));
    await copyFile(
      join(directory, 'm-8-g1', 'demo.sqlite-wal'),
      join(directory, 'm-8-g1', 'other.sqlite-wal'),
    );

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
    const index = sqliteSearchIndex({ directory: aDirectory(), name: anIndexName() });

    await expect(index.count('../demo')).rejects.toThrow('not the id of a tenant');
    expect(() =>
      sqliteSearchIndex({ directory: aDirectory(), name: anIndexName({ model: '../m' }) }),
    ).toThrow('cannot name a folder');
  });

  it('keeps models apart', async () => {
    const directory = aDirectory();
    await sqliteSearchIndex({ directory, name: anIndexName({ model: 'old' }) }).upsert([aPassage()]);

    expect(await sqliteSearchIndex({ directory, name: anIndexName({ model: 'new' }) }).count('demo')).toBe(0);
    expect(await sqliteSearchIndex({ directory, name: anIndexName({ model: 'old' }) }).count('demo')).toBe(1);
  });

  it('keeps generations apart, and drops one of all tenants', async () => {
    const directory = aDirectory();
    const [one, two] = [1, 2].map((generation) =>
      sqliteSearchIndex({ directory, name: anIndexName({ generation }) }),
    );
    await one!.upsert([aPassage(), aPassage({ tenant: 'other' })]);
    await two!.upsert([aPassage({ version: 2 })]);

    await one!.drop();

    expect(readdirSync(directory)).toEqual(['m-8-g2']);
    expect([await one!.count('demo'), await one!.count('other'), await two!.count('demo')]).toEqual([
      0, 0, 1,
    ]);
  });

  it('takes up the files of a model from before there were generations, as its first', async () => {
    const directory = aDirectory();
    await sqliteSearchIndex({ directory, name: anIndexName() }).upsert([aPassage()]);
    renameSync(join(directory, 'm-8-g1'), join(directory, 'm-8'));

    expect(await sqliteSearchIndex({ directory, name: anIndexName({ generation: 2 }) }).count('demo')).toBe(
      0,
    );
    const first = [0, 1].map(() => sqliteSearchIndex({ directory, name: anIndexName() }));

    expect(await Promise.all(first.map((index) => index.count('demo')))).toEqual([1, 1]);
    expect(readdirSync(directory)).toEqual(['m-8-g1']);
  });

  it('leaves files from before alone where a first generation stands already', async () => {
    const directory = aDirectory();
    await sqliteSearchIndex({ directory, name: anIndexName() }).upsert([aPassage()]);
    mkdirSync(join(directory, 'm-8'));

    expect(await sqliteSearchIndex({ directory, name: anIndexName() }).count('demo')).toBe(1);
    expect(readdirSync(directory).toSorted()).toEqual(['m-8', 'm-8-g1']);
  });

  it('writes a batch whole or not at all', async () => {
    const index = sqliteSearchIndex({ directory: aDirectory(), name: anIndexName() });
    const broken = aPassage({ id: 'c-2', version: Number.NaN });

    await expect(index.upsert([aPassage(), broken])).rejects.toThrow('NOT NULL');

    expect(await index.count('demo')).toBe(0);
    await index.upsert([aPassage()]);
    expect(await index.count('demo')).toBe(1);
  });

  it('weighs a title more than a summary, and a summary more than a text', async () => {
    const index = sqliteSearchIndex({ directory: aDirectory(), name: anIndexName() });
    const said = { title: 'one two', summary: 'three four', text: 'five six' };
    await index.upsert([
      aPassage({ ...said, id: 'text', text: 'fuser six' }),
      aPassage({ ...said, id: 'title', title: 'one fuser' }),
      aPassage({ ...said, id: 'summary', summary: 'three fuser' }),
      ...Array.from({ length: 9 }, (_, n) => aPassage({ ...said, id: `other-${n}` })),
    ]);

    const { keyword } = await index.search({
      tenant: 'demo',
      kinds: KINDS,
      filters: {},
      text: 'fuser',
      limit: 9,
    });

    expect(keyword.map(({ id }) => id)).toEqual(['title', 'summary', 'text']);
  });

  it('brings a file of the first schema up and finds all that is in it', async () => {
    const directory = aDirectory();
    mkdirSync(join(directory, 'm-8-g1'));
    const old = new DatabaseSync(join(directory, 'm-8-g1', 'demo.sqlite'));
    old.exec(`PRAGMA journal_mode = WAL; ${SCHEMA_1}`);
    old.exec(`INSERT INTO passage VALUES
      (7, 'demo', 'case', 'c-7', 3, 0, 'blank pages', NULL, NULL, 'open', NULL, NULL, '2026-01-02', '2026-01-02')`);
    old.exec("INSERT INTO words (rowid, title, text, id) VALUES (7, 'Blank pages', 'worn drum', 'c-7')");
    old.prepare("INSERT INTO vector VALUES (7, 'demo', 'case', ?)").run(new Uint8Array(aVector(0).buffer));
    old.close();

    const index = sqliteSearchIndex({ directory, name: anIndexName() });
    await index.upsert([aPassage({ kind: 'article', id: 'a-1', state: 'archived', summary: 'a drum' })]);

    const search = { tenant: 'demo', kinds: KINDS, text: 'drum', vector: aVector(0), limit: 9 };
    const found = await index.search({ ...search, filters: { states: ['validated'] } });
    expect([found.keyword, found.vector]).toEqual([
      [expect.objectContaining({ id: 'c-7', version: 3 })],
      [expect.objectContaining({ id: 'c-7', version: 3 })],
    ]);
    expect((await index.search({ ...search, filters: {} })).keyword.map(({ id }) => id).toSorted()).toEqual([
      'a-1',
      'c-7',
    ]);
    expect(await index.count('demo')).toBe(2);
  });

  it('refuses a file of a later schema', async () => {
    const directory = aDirectory();
    mkdirSync(join(directory, 'm-8-g1'));
    const later = new DatabaseSync(join(directory, 'm-8-g1', 'demo.sqlite'));
    later.exec('PRAGMA user_version = 99');
    later.close();

    await expect(sqliteSearchIndex({ directory, name: anIndexName() }).count('demo')).rejects.toThrow(
      'later version',
    );
  });

  it('finds a word in another form, with an accent or without', async () => {
    const index = sqliteSearchIndex({ directory: aDirectory(), name: anIndexName() });
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
    const index = sqliteSearchIndex({ directory, name: anIndexName() });
    const ids = Array.from({ length: 50 }, (_, n) => `c-${n}`);
    const versions = await index.versions('demo', 'case', ids);
    expect([...versions.values()].every(({ version }) => version === 20)).toBe(true);
    expect(await index.count('demo')).toBe(50);
    const found = await index.search({ tenant: 'demo', kinds: KINDS, filters: {}, text: 'v20', limit: 99 });
    const stale = await index.search({ tenant: 'demo', kinds: KINDS, filters: {}, text: 'v19', limit: 99 });
    expect([found.keyword.length, stale.keyword.length]).toEqual([50, 0]);
  });
});
