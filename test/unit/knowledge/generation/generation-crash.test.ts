import { describe, expect, it } from 'vitest';
import { fragilePorts } from '#test/support/fragile-ports.ts';
import { generationWorld } from '#test/support/generation-world.ts';
import { sampleRows } from '#test/support/sample-rows.ts';
import { seeded } from '#test/support/seeded.ts';

/** The cases of one pattern, as few as tell enough. */
const ROWS = await fewRows();
const TENANTS = [...sampleRows('demo', 2), ...sampleRows('other', 1)];

/** Of the smallest pattern among those of three true ones. */
async function fewRows() {
  const rows = sampleRows('demo', 3);
  const world = generationWorld({ cases: rows });
  await world.begin();
  await world.run('calm');
  const [smallest] = (await world.patternsOf('demo')).toSorted((a, b) => a.size - b.size);
  const ids = await world.patterns.caseIds('demo', smallest!.id);
  return rows.filter(({ id }) => ids.slice(0, 5).includes(id));
}

type World = ReturnType<typeof generationWorld>;

/** Ports of which one call crashes, the nth of all, before or after it takes effect. */
const crashingAt = (nth: number, when: 'before' | 'after') => {
  let calls = 0;
  const wrap = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        return async (...input: unknown[]) => {
          const mine = (calls += 1) === nth;
          if (mine && when === 'before') throw new Error('crash');
          const result: unknown = await member.apply(target, input);
          if (mine) throw new Error('crash');
          return result;
        };
      },
    });
  return { wrap, calls: () => calls };
};

/** Runs one after the other until one finds nothing to do. */
const runUntilDone = async (world: World): Promise<number> => {
  for (let number = 1; number <= 30; number += 1) {
    // A run that cannot even count what it did has failed; the next goes on.
    const counts = await world.run(`r${number}`).catch(() => undefined);
    if (counts !== undefined && counts.processed === 0 && counts.left_out === 0) return number;
  }
  throw new Error('the runs do not come to an end');
};

const calmWorld = async (cases = ROWS) => {
  const world = generationWorld({ cases });
  await world.begin();
  await world.run('calm');
  return world;
};

describe('knowledge generation that crashes', () => {
  it('comes to the same articles wherever one call of a port crashes', async () => {
    const calm = await calmWorld();
    const [articles, patterns] = [await calm.articlesOf('demo'), await calm.patternsOf('demo')];
    const counter = crashingAt(0, 'before');
    const counted = generationWorld({ cases: ROWS, wrap: counter.wrap });
    await counted.begin();
    await counted.run('r1');

    for (let nth = 1; nth <= counter.calls(); nth += 1)
      for (const when of ['before', 'after'] as const) {
        const world = generationWorld({ cases: ROWS, wrap: crashingAt(nth, when).wrap });
        await world.begin();
        const counts = await world.run('r1');

        expect(counts, `${when} call ${nth}`).toMatchObject({
          failed: 0,
          left_out: 0,
          created: patterns.length,
        });
        expect(await world.articlesOf('demo'), `${when} call ${nth}`).toEqual(articles);
        const outcomes = (await world.patternsOf('demo')).map(({ outcome }) => outcome);
        expect(outcomes, `${when} call ${nth}`).toEqual(patterns.map(({ outcome }) => outcome));
      }
    expect(counter.calls()).toBeGreaterThan(50);
  }, 120_000);

  it.each([1, 2, 3, 4, 5, 6])(
    'comes to the same articles after many crashes (seed %i)',
    async (seed) => {
      const calm = await calmWorld(TENANTS);
      const random = seeded(seed);
      const wrap = fragilePorts({ random, crashes: 0.03, most: 40, slowest: 3 });
      const world = generationWorld({ cases: TENANTS, wrap });
      await world.begin();

      await runUntilDone(world);

      expect(world.failures.length).toBeGreaterThan(0);
      for (const tenant of ['demo', 'other'])
        expect(await world.articlesOf(tenant)).toEqual(await calm.articlesOf(tenant));
    },
    60_000,
  );
});

describe('two runs of knowledge generation at once', () => {
  it.each([1, 2, 4, 6])(
    'make each article once, and have each draft written once (seed %i)',
    async (seed) => {
      const calm = await calmWorld(TENANTS);
      const wrap = fragilePorts({ random: seeded(seed), crashes: 0, most: 0, slowest: 400 });
      const world = generationWorld({ cases: TENANTS, wrap });
      await world.begin();

      const counts = await Promise.all([world.run('a'), world.run('b')]);

      const articles = [...(await world.articlesOf('demo')), ...(await world.articlesOf('other'))];
      expect(counts.map(({ failed, left_out: left }) => failed + left)).toEqual([0, 0]);
      expect(counts[0].created + counts[1].created).toBe(articles.length);
      expect(new Set(world.written).size).toBe(world.written.length);
      await runUntilDone(world);
      for (const tenant of ['demo', 'other'])
        expect(await world.articlesOf(tenant)).toEqual(await calm.articlesOf(tenant));
      expect(new Set(world.written).size).toBe(world.written.length);
    },
    60_000,
  );
});

describe('tenants of knowledge generation', () => {
  it('never see each other: the same ids, other words', async () => {
    const others = sampleRows('other', 1).map((row) => ({
      ...row,
      contentHash: row.contentHash.replaceAll(/[0-4]/g, '5'),
      content: { ...row.content, resolution: `${row.content.resolution ?? ''} Checked by the zebra team.` },
    }));
    const world = generationWorld({ cases: [...sampleRows('demo', 1), ...others] });
    await world.begin();
    await world.run('r1');

    const [demo, other] = [await world.articlesOf('demo'), await world.articlesOf('other')];
    expect(demo.length).toBeGreaterThan(0);
    expect(other.length).toBeGreaterThan(0);
    expect(JSON.stringify(demo)).not.toMatch(/zebra/i);
    const files = world.files.keys().filter((key) => !key.startsWith('runs/'));
    expect(files.filter((key) => !/^(demo|other)\//.test(key))).toEqual([]);
  }, 30_000);

  it('do not wait for each other: one whose cases cannot be read is left out', async () => {
    const world = generationWorld({ cases: TENANTS });
    await world.begin();
    const plain = { ...world.cases };
    world.cases.findMany = async (tenant, ids) => {
      if (tenant === 'demo') throw new Error('away');
      return plain.findMany(tenant, ids);
    };

    const counts = await world.run('r1');

    expect(counts).toMatchObject({ left_out: 1, tenants: 2, failed: 0 });
    expect(await world.articlesOf('demo')).toEqual([]);
    expect((await world.articlesOf('other')).length).toBe(counts.created);
  });
});
