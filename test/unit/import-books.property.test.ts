import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listImportRecords, type RecordPosition } from '#core/use-cases/list-import-records.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import { nextVersion } from '#core/cases/next-version.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { reckon, textOf, type Known, type Line } from '#test/support/import-oracle.ts';
import { importWorld, noChaos } from '#test/support/import-world.ts';
import { seeded } from '#test/support/seeded.ts';

type World = ReturnType<typeof importWorld>;

const time = fc
  .option(fc.integer({ min: 10, max: 28 }), { nil: undefined })
  .map((day) => (day === undefined ? undefined : `2026-01-${day}T00:00:00.000Z`));
const record = fc.record({
  id: fc.integer({ min: 1, max: 250 }).map(String),
  title: fc.constantFrom('a title', 'another'),
  time,
});
const line: fc.Arbitrary<Line> = fc.oneof(
  { weight: 12, arbitrary: record },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('{', '', '  ', '[]', '{"title":"no id"}', '{"id":"x"}')
      .map((broken) => ({ broken })),
  },
);
const file = fc.array(line, { maxLength: 450, size: 'max' });

const everyRecord = async (world: World, key: ImportKey, outcome?: 'unchanged') => {
  const list = listImportRecords(world.books);
  const items = [];
  let after: RecordPosition | undefined;
  do {
    const page = await list(key, outcome, 7, after);
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
};

/** A case begins at the second of its birth. */
const firstVersion = ({ createdAt }: { createdAt: string }): number =>
  Math.floor(Date.parse(createdAt) / 1_000);

/** What the cases table holds, in the oracle's words. */
const stored = (world: World): Map<string, Known> =>
  new Map(
    [...world.books.cases.values()].map((row) => {
      if (row.deleted) throw new Error('nothing was deleted');
      return [
        row.id,
        {
          title: row.content.title ?? '',
          time: row.sourceUpdatedAt,
          version: row.version - firstVersion(row) + 1,
        },
      ];
    }),
  );

const importAndCheck = async (
  world: World,
  lines: readonly Line[],
  store: Map<string, Known>,
): Promise<void> => {
  const expected = reckon(lines, store);
  const key = await world.run(lines.map(textOf).join('\n'));

  const { state, received, indexed, unchanged, rejected, failed } = (await world.books.imports.find(key))!;
  expect({ state, received, indexed, unchanged, rejected, failed }).toEqual({
    state: 'completed',
    ...expected,
  });
  expect(stored(world)).toEqual(store);
  const versions = await world.index.versions('demo', 'case', [...store.keys()]);
  expect(new Map([...versions].map(([id, { version }]) => [id, version]))).toEqual(
    new Map([...world.books.cases.values()].map(({ id, version }) => [id, version])),
  );
  const listed = await everyRecord(world, key);
  expect(new Set(listed.map((item) => item.line)).size).toBe(listed.length);
  expect(listed).toHaveLength(expected.rejected);
  expect(await everyRecord(world, key, 'unchanged')).toHaveLength(expected.unchanged);
};

/** Records of a run whose index, or whose store, takes nothing for a while. */
const failing = async (world: World, lines: readonly Line[], what: 'index' | 'store'): Promise<ImportKey> => {
  const [index, chunks] = [{ ...world.index }, { ...world.books.chunks }];
  if (what === 'index') world.index.upsert = async () => {};
  else
    world.books.chunks.commit = async (chunk) => {
      if (chunk.writes.length === 0) return chunks.commit(chunk);
      return { kind: 'refused', ids: chunk.writes.map(({ row }) => row.id) };
    };
  const key = await world.run(lines.map(textOf).join('\n'));
  Object.assign(world.index, index);
  Object.assign(world.books.chunks, chunks);
  return key;
};

describe('the books of imports', () => {
  it.each(['index', 'store'] as const)(
    'are exact after a retry of what failed because the %s took nothing, whatever is repeated, lost or cut off',
    async (what) => {
      await fc.assert(
        fc.asyncProperty(file, file, fc.integer(), async (first, lines, seed) => {
          const random = seeded(seed);
          const chaos = { random, crashes: 0.03, duplicates: 0.2, losses: 0.05 };
          const world = importWorld(chaos, async () => {
            for (const row of (await world.books.imports.list('demo', 9)).rows) {
              const pending = row.received - row.indexed - row.unchanged - row.rejected - row.failed;
              expect(pending).toBeGreaterThanOrEqual(0);
              expect(pending === 0 || row.state !== 'completed').toBe(true);
            }
          });
          const store = new Map<string, Known>();
          await importAndCheck(world, first, store);
          const expected = reckon(lines, store);
          const key = await failing(world, lines, what);
          const { failed } = (await world.books.imports.find(key))!;
          const before = (await everyRecord(world, key)).filter(({ outcome }) => outcome === 'failed');
          expect(before).toHaveLength(failed);
          if (failed > 0) await world.retry(key);

          expect(await world.books.imports.find(key)).toMatchObject({ state: 'completed', ...expected });
          expect(await everyRecord(world, key)).toHaveLength(expected.rejected);
          expect(await everyRecord(world, key, 'unchanged')).toHaveLength(expected.unchanged);
          expect(stored(world)).toEqual(store);
          await expect(world.retry(key)).rejects.toMatchObject({ code: 'conflict' });
        }),
        { numRuns: 15 },
      );
    },
    120_000,
  );

  it('are exact whatever is repeated, reordered, lost or cut off, and a second import changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(file, file, fc.integer(), async (first, second, seed) => {
        const world = importWorld({ random: seeded(seed), crashes: 0.03, duplicates: 0.2, losses: 0.05 });
        const store = new Map<string, Known>();
        await importAndCheck(world, first, store);
        await importAndCheck(world, second, store);
        const before = structuredClone([...store]);
        await importAndCheck(world, second, store);
        expect([...store]).toEqual(before);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('add up at every moment, and hold no stale record, while others write the same cases', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.integer(), async (lines, seed) => {
        const random = seeded(seed);
        const written: string[] = [];
        const births = new Map<string, number>();
        const addUp = async (): Promise<void> => {
          for (const row of (await world.books.imports.list('demo', 9)).rows) {
            const pending = row.received - row.indexed - row.unchanged - row.rejected - row.failed;
            expect(pending).toBeGreaterThanOrEqual(0);
            expect(pending === 0 || row.state !== 'completed').toBe(true);
          }
          if (random() > 0.2) return;
          const id = String(1 + Math.floor(random() * 250));
          const row = world.books.cases.get(`demo#${id}`);
          const version = nextVersion(row, world.clock.now().toISOString());
          const deleted = random() < 0.3;
          world.books.cases.set(
            `demo#${id}`,
            deleted ? aDeletedCase({ id, version }) : aCase({ id, version, contentHash: 'theirs' }),
          );
          written.push(`${id}@${version}`);
          world.pending.push(() => world.project('demo', id));
        };
        const world = importWorld({ random, crashes: 0.03, duplicates: 0.2, losses: 0.02 }, addUp);
        const set = world.books.cases.set.bind(world.books.cases);
        world.books.cases.set = (key, row) => {
          if (!births.has(row.id)) births.set(row.id, row.version);
          return set(key, row);
        };
        const key = await world.run(lines.map(textOf).join('\n'));
        await world.rest();

        const row = (await world.books.imports.find(key))!;
        expect(row).toMatchObject({ state: 'completed', failed: 0 });
        const rows = [...world.books.cases.values()];
        const versions = await world.index.versions(
          'demo',
          'case',
          rows.map(({ id }) => id),
        );
        expect(rows.filter(({ id, version }) => versions.get(id)?.version !== version)).toEqual([]);
        // Every version was written by somebody, once: the import's rows are the ones that nobody else wrote.
        const total = rows.reduce((sum, { id, version }) => sum + version - births.get(id)! + 1, 0);
        expect(total - written.length).toBe(row.indexed);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('are quick and exact when nothing goes wrong', async () => {
    const world = importWorld(noChaos());
    const lines = Array.from({ length: 1_000 }, (_, index) => ({
      id: `c-${index}`,
      title: `title ${index}`,
    }));
    const start = world.clock.now();
    await importAndCheck(world, lines, new Map());

    expect(world.clock.now().getTime() - start.getTime()).toBeLessThan(5_000);
  });
});
