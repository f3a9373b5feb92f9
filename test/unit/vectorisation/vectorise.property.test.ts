import { expect, it } from 'vitest';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { aPassage } from '#test/support/a-passage.ts';
import { fragilePorts } from '#test/support/fragile-ports.ts';
import { seeded } from '#test/support/seeded.ts';
import { vectorisationWorld } from '#test/support/vectorisation-world.ts';

const TENANTS = ['abc', 'demo', 'xyz'];
const LONG_AGO = '2026-01-05T00:00:00.000Z';

const SEEDS = Array.from({ length: 60 }, (_, n) => n + 1);

it.each(SEEDS)('a spoilt index is mended, whichever calls crash: seed %i', async (seed) => {
  const random = seeded(seed);
  const fragile = fragilePorts({ random: () => random(), crashes: 0.03, most: 25, slowest: 20 });
  const world = await vectorisationWorld({ wrap: fragile });
  const some = (): boolean => random() < 0.15;
  /** Does something again until no call of it crashes. */
  const calmly = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'crash') throw error;
      }
    }
  };
  for (const tenant of TENANTS) {
    const ids = Array.from({ length: 30 }, (_, n) => `c-${n}`);
    for (const id of ids) await world.cases.write(aCase({ tenant, id }), 0);
    await world.tenants.register(tenant);
    await calmly(() => world.project({ tenant, kind: 'case' }, ids));
    for (const id of ids) {
      if (some()) await world.index.forget(tenant, [{ kind: 'case', id }]);
      if (some()) await world.index.upsert([aPassage({ tenant, id, vector: undefined })]);
      const change = random();
      if (change < 0.15) await world.cases.write(aCase({ tenant, id, version: 2, updatedAt: LONG_AGO }), 1);
      if (change > 0.85) await world.cases.write(aDeletedCase({ tenant, id, updatedAt: LONG_AGO }), 1);
      if (some()) await world.index.upsert([aPassage({ tenant, id, version: 5 })]);
      if (some()) await world.index.upsert([aPassage({ tenant, id: `ghost-${id}` })]);
    }
  }

  // A call that crashes while records are projected one by one makes them failed: the next run has them again.
  let run = 1;
  const goOn = async (): Promise<boolean> => {
    let left = Math.ceil(random() * 40);
    const deadline = { remaining: () => ((left -= 1) < 0 ? 0 : 60_000) };
    const { more, counts } = await world.work(`run-${run}`, deadline);
    if (!more) run += 1;
    return more || counts.failed > 0;
  };
  for (let calls = 0; await calmly(goOn); calls += 1) {
    if (calls > 2_000) throw new Error('the vectorization does not end');
  }
  // The last run may have gone on in the middle, behind what failed before.
  await calmly(() => world.work('whole', { remaining: () => 60_000 }));

  for (const tenant of TENANTS) {
    const { rows } = await world.cases.list(tenant, 1_000);
    const listed = await world.index.list({ tenant, kind: 'case', filters: {}, limit: 1_000 });
    expect(listed.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    const versions = await world.index.versions(
      tenant,
      'case',
      rows.map(({ id }) => id),
    );
    expect(rows.filter(({ id, version }) => versions.get(id)?.version !== version)).toEqual([]);
    const bare = await world.index.withoutVector(
      tenant,
      'case',
      rows.map(({ id }) => id),
    );
    expect(bare.size).toBe(0);
  }
  await calmly(async () => {
    const { counts } = await world.work('again', { remaining: () => 60_000 });
    expect(counts).toMatchObject({ embedded: 0, removed: 0, failed: 0 });
  });
});
