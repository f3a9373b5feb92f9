import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listImportRecords, type RecordPosition } from '#core/use-cases/list-import-records.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import { reckon, textOf, type Known, type Line } from '#test/support/import-oracle.ts';
import { importWorld, NO_CHAOS } from '#test/support/import-world.ts';

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

/** A small generator of its own: the world draws from it as it goes (mulberry32). */
const seeded = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

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

/** What the cases table holds, in the oracle's words. */
const stored = (world: World): Map<string, Known> =>
  new Map(
    [...world.books.cases.values()].map((row) => {
      if (row.deleted) throw new Error('nothing was deleted');
      return [row.id, { title: row.content.title ?? '', time: row.sourceUpdatedAt, version: row.version }];
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
    new Map([...store].map(([id, { version }]) => [id, version])),
  );
  const listed = await everyRecord(world, key);
  expect(new Set(listed.map((item) => item.line)).size).toBe(listed.length);
  expect(listed).toHaveLength(expected.rejected);
  expect(await everyRecord(world, key, 'unchanged')).toHaveLength(expected.unchanged);
};

describe('the books of imports', () => {
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

  it('add up at every moment', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.integer(), async (lines, seed) => {
        const world = importWorld({ random: seeded(seed), crashes: 0.03, duplicates: 0.2, losses: 0.02 });
        const { move } = world.books.imports;
        const check = async (): Promise<void> => {
          for (const key of await world.books.imports.active()) {
            const row = (await world.books.imports.find(key))!;
            expect(
              row.received - row.indexed - row.unchanged - row.rejected - row.failed,
            ).toBeGreaterThanOrEqual(0);
          }
        };
        const { markVerified } = world.books.ledger;
        world.books.ledger.markVerified = async (...input) => {
          const verified = await markVerified(...input);
          await check();
          return verified;
        };
        const key = await world.run(lines.map(textOf).join('\n'));
        const row = (await world.books.imports.find(key))!;
        expect(row.state).toBe('completed');
        expect(row.received).toBe(row.indexed + row.unchanged + row.rejected + row.failed);
        expect(await move(key, ['completed'], 'cancelled')).toBe(true);
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('are quick and exact when nothing goes wrong', async () => {
    const world = importWorld(NO_CHAOS);
    const lines = Array.from({ length: 1_000 }, (_, index) => ({
      id: `c-${index}`,
      title: `title ${index}`,
    }));
    const start = world.clock.now();
    await importAndCheck(world, lines, new Map());

    expect(world.clock.now()).toEqual(start);
  });
});
