import { describe, expect, it } from 'vitest';
import { seeded } from '#test/support/seeded.ts';
import { type RebuildWorld, rebuildWorld } from '#test/support/rebuild-world.ts';

const TENANTS = ['demo', 'other', 'third'] as const;
const IDS = Array.from({ length: 40 }, (_, n) => `c-${n}`);

/** What the index that is searched knows of each record, against its row. */
const compared = async ({ cases, reader }: RebuildWorld) => {
  const { index } = await reader.live();
  return Promise.all(
    TENANTS.map(async (tenant) => {
      const rows = await cases.findMany(tenant, IDS);
      const versions = await index.versions(tenant, 'case', IDS);
      const living = [...rows].filter(([, row]) => !row.deleted);
      return {
        rows: new Map(living.map(([id, { version }]) => [id, version])),
        indexed: new Map(
          [...versions].filter(([, { removed }]) => !removed).map(([id, { version }]) => [id, version]),
        ),
      };
    }),
  );
};

/** Whatever the projector said it has put in is found, at any moment of a rebuild. */
const lookedFor = async ({ acknowledged, cases, reader }: RebuildWorld): Promise<void> => {
  const { index } = await reader.live();
  for (const [tenant, own] of Map.groupBy(acknowledged.values(), ({ key }) => key.tenant)) {
    const versions = await index.versions(
      tenant,
      'case',
      own.map(({ key }) => key.id),
    );
    const rows = await cases.findMany(tenant, IDS);
    for (const { key, version } of own) {
      // A new generation need not know what was deleted before it.
      if (rows.get(key.id)?.deleted && !versions.has(key.id)) continue;
      expect(versions.get(key.id)?.version, `${tenant}#${key.id}`).toBeGreaterThanOrEqual(version);
    }
  }
};

const runSeed = async (seed: number): Promise<RebuildWorld> => {
  const random = seeded(seed);
  const world = rebuildWorld({ random, crashes: 0.01, duplicates: 0.3, losses: 0 });
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const changeOne = () => world.change(pick(TENANTS), pick(IDS), random() < 0.3);
  for (let changes = 0; changes < 60; changes += 1) await changeOne();
  // Sometimes the projector is still at it when the rebuild begins.
  if (random() < 0.7) await world.rest();
  for (let changes = 0; changes < 5; changes += 1) await changeOne();
  if (random() < 0.7) await world.settle();

  const started = await world.until(() =>
    world.start().catch((error: unknown) => {
      // It may stand, though whoever asked was not told.
      if (error instanceof Error && 'code' in error && error.code === 'conflict') return undefined;
      throw error;
    }),
  );
  let changes = 40;
  await world.rest(async () => {
    await lookedFor(world);
    if (changes === 0 || random() > 0.05) return;
    changes -= 1;
    await changeOne();
  });
  expect(started?.building?.generation ?? 2).toBe(2);
  return world;
};

describe('rebuildIndex', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
    'ends with an index equal to the rows, and never answers from less (seed %i)',
    async (seed) => {
      const world = await runSeed(seed);

      world.clock.advance(2_000);
      for (const { rows, indexed } of await compared(world)) expect(indexed).toEqual(rows);
      const state = await world.store.read();
      expect(state).toMatchObject({
        live: { generation: 2 },
        building: undefined,
        retired: [],
        lastRebuild: { generation: 2, outcome: 'completed' },
      });
      expect(await world.indexes.get('known-words-g1')?.count('demo')).toBe(0);
    },
  );
});
