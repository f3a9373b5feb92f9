import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { sqliteSearchIndex } from '#adapters/sqlite/sqlite-search-index.ts';
import { aPassage } from '#test/support/a-passage.ts';
import { vectorisationWorld } from '#test/support/vectorisation-world.ts';

const directory = mkdtempSync(join(tmpdir(), 'caselore-vectorise-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const NAME = { model: 'known-words', dimensions: 3, generation: 1 };
const IDS = Array.from({ length: 300 }, (_, n) => `c-${n}`);

describe('vectorise, over a spoilt file of SQLite', () => {
  it('mends what somebody deleted, made older, stripped of its vector or added in the file itself', async () => {
    const index = sqliteSearchIndex({ directory, name: NAME });
    const world = await vectorisationWorld({ index });
    await world.hold('demo', IDS);
    await world.hold('other', ['o-1']);
    await index.upsert([aPassage({ id: 'ghost', vector: new Float32Array([1, 0, 0]) })]);
    const file = new DatabaseSync(join(directory, 'known-words-g1', 'demo.sqlite'));
    file.exec(`
      DELETE FROM passage WHERE id IN ('c-1', 'c-2', 'c-3');
      UPDATE passage SET version = 0 WHERE id IN ('c-4', 'c-5');
      UPDATE passage SET version = 9 WHERE id = 'c-6';
      DELETE FROM vector WHERE passage = (SELECT number FROM passage WHERE id = 'c-7');
      UPDATE passage SET removed = 1 WHERE id = 'c-8';`);
    file.close();

    const { counts } = await world.run();

    expect(counts).toMatchObject({ embedded: 8, removed: 1, failed: 0 });
    const versions = await index.versions('demo', 'case', [...IDS, 'ghost']);
    expect(versions).toEqual(new Map(IDS.map((id) => [id, { version: 1, removed: false }])));
    expect(await index.withoutVector('demo', 'case', IDS)).toEqual(new Set());
    for (const number of [1, 4, 6, 8]) {
      const text = String(number);
      const found = await index.search({ tenant: 'demo', kinds: ['case'], filters: {}, text, limit: 9 });
      expect(found.keyword.map(({ id }) => id)).toEqual([`c-${number}`]);
    }
    expect((await world.run()).counts).toMatchObject({ embedded: 0, removed: 0 });
  });

  it('makes a file anew that is gone', async () => {
    const gone = mkdtempSync(join(directory, 'gone-'));
    const before = await vectorisationWorld({ index: sqliteSearchIndex({ directory: gone, name: NAME }) });
    await before.hold('demo', IDS);
    rmSync(join(gone, 'known-words-g1'), { recursive: true });

    const index = sqliteSearchIndex({ directory: gone, name: NAME });
    const world = await vectorisationWorld({ index });
    for (const row of (await before.cases.list('demo', 1_000)).rows) await world.cases.write(row, 0);
    await world.tenants.register('demo');
    await world.project({ tenant: 'demo', kind: 'case' }, []);

    expect((await world.run()).counts).toMatchObject({ embedded: 300 });
    expect(await index.count('demo')).toBe(300);
  });
});
