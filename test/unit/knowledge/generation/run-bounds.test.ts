import { describe, expect, it } from 'vitest';
import type { GenerationCounts, PatternWork } from '#contracts/knowledge-work.ts';
import { NO_GENERATION, withDecision } from '#core/knowledge/work/decision-counts.ts';
import { LEFT_OFF_KEY, workKeys } from '#core/knowledge/work/work-keys.ts';
import { countGeneration } from '#core/use-cases/count-generation.ts';
import { planPages } from '#core/use-cases/plan-pages.ts';
import { selectTenants } from '#core/use-cases/select-tenants.ts';
import { memoryKnowledgeFiles } from '#test/support/memory-knowledge-files.ts';
import { memoryTenantRegistry } from '#test/support/memory-tenant-registry.ts';

const RUN = 'r1';
const keys = workKeys(RUN);

const nameOf = (n: number): string => `t-${String(n).padStart(4, '0')}`;

/** A run of so many tenants, each with so many patterns to look at. */
const setup = async (tenants: number, due: (tenant: number) => number = () => 0) => {
  const files = memoryKnowledgeFiles();
  const registry = memoryTenantRegistry();
  for (let n = 0; n < tenants; n += 1) {
    await registry.register(nameOf(n));
    const patterns = Array.from({ length: due(n) }, (_, p) => `p-${p}`);
    await files.write(keys.plan(nameOf(n)), JSON.stringify({ patterns: due(n) + 1, due: patterns }));
  }
  return {
    files,
    registry,
    select: selectTenants({ files, tenants: registry }),
    plan: planPages({ files }),
    count: countGeneration({ files }),
    /** What the last step of a page leaves behind. */
    finish: (slice: number, page: number, counts: Partial<GenerationCounts>) =>
      files.write(keys.counts(slice, page), JSON.stringify({ ...NO_GENERATION, ...counts })),
  };
};

describe('selectTenants', () => {
  it('takes forty tenants at a time, in order, and says when there are more', async () => {
    const { select, files } = await setup(50);

    expect(await select(RUN, 0)).toMatchObject({ slice: 0, next: 1, more: true });
    const second = await select(RUN, 1);

    expect(second).toEqual({ slice: 1, pages: [...Array(10).keys()], next: 2, more: false });
    expect(JSON.parse((await files.read(keys.tenants(1)))!).tenants[0]).toBe(nameOf(40));
  });

  it('answers the same when it is asked again, though tenants have come', async () => {
    const { select, registry } = await setup(3);
    const first = await select(RUN, 0);
    await registry.register('a-new-one');

    expect(await select(RUN, 0)).toEqual(first);
  });

  it('ends a run after a thousand tenants, and goes on there in the next', async () => {
    const { select, plan, count, files } = await setup(1_010);
    for (let slice = 0; slice < 25; slice += 1) {
      expect((await select(RUN, slice)).more).toBe(slice < 24);
      await plan(RUN, slice, 0);
    }
    await count(RUN, 24);

    expect(await files.read(LEFT_OFF_KEY)).toBe(nameOf(999));
    const next = await select('r2', 0);
    expect(next).toMatchObject({ pages: [...Array(10).keys()], more: false });
    await planPages({ files })('r2', 0, 0);
    await count('r2', 0);
    expect(await files.read(LEFT_OFF_KEY)).toBe('');
  });
});

describe('planPages', () => {
  it('makes pages of 25 patterns, each of one tenant', async () => {
    const { select, plan, files } = await setup(2, (tenant) => (tenant === 0 ? 26 : 3));
    await select(RUN, 0);

    expect(await plan(RUN, 0, 0)).toEqual({ pages: [0, 1, 2], next: 1, more: false, full: false });
    const { pages } = JSON.parse((await files.read(keys.pages(0)))!);
    expect(
      pages.map(({ tenant, patterns }: { tenant: string; patterns: string[] }) => [tenant, patterns.length]),
    ).toEqual([
      [nameOf(0), 25],
      [nameOf(0), 1],
      [nameOf(1), 3],
    ]);
  });

  it('answers forty pages a round', async () => {
    const { select, plan } = await setup(1, () => 25 * 45);
    await select(RUN, 0);

    expect(await plan(RUN, 0, 0)).toMatchObject({ more: true, next: 1, pages: [...Array(40).keys()] });
    expect(await plan(RUN, 0, 1)).toMatchObject({ more: false, next: 2, pages: [40, 41, 42, 43, 44] });
  });

  it('takes no more than 200 pages in a run, and has the next one begin with what did not fit', async () => {
    const { select, plan, count, files, finish } = await setup(80, (tenant) =>
      tenant % 40 === 0 ? 25 * 150 : 0,
    );
    await select(RUN, 0);
    expect(await plan(RUN, 0, 0)).toMatchObject({ full: false });
    await select(RUN, 1);
    expect(await plan(RUN, 1, 1)).toMatchObject({
      full: true,
      more: false,
      pages: [...Array(10).keys()].map((n) => n + 40),
    });
    for (const [slice, pages] of [
      [0, 150],
      [1, 50],
    ] as const)
      for (let page = 0; page < pages; page += 1) await finish(slice, page, { processed: 25, created: 25 });

    const counts = await count(RUN, 1);

    expect(counts).toMatchObject({ created: 5_000, postponed: 2_500, left_out: 0, unchanged: 80 });
    expect(await files.read(LEFT_OFF_KEY)).toBe(nameOf(39));
  });

  it('leaves a slice first that was too much by itself', async () => {
    const { select, plan, count, files, finish } = await setup(1, () => 25 * 250);
    await files.write(LEFT_OFF_KEY, 'before');
    await select(RUN, 0);
    expect(await plan(RUN, 0, 0)).toMatchObject({ full: true });
    for (let page = 0; page < 200; page += 1) await finish(0, page, { processed: 25, created: 25 });

    await count(RUN, 0);

    expect(await files.read(LEFT_OFF_KEY)).toBe('before');
  });
});

describe('countGeneration', () => {
  it('counts the patterns of a page that did not come to its end one by one', async () => {
    const { select, plan, count, files } = await setup(1, () => 3);
    await select(RUN, 0);
    await plan(RUN, 0, 0);
    const work: PatternWork = {
      evidence: 'e',
      failures: 0,
      cost_micro_usd: 70,
      decision: { kind: 'created', article_id: 'kb-p-0' },
    };
    await files.write(keys.work(nameOf(0), 'p-0'), JSON.stringify(work));

    expect(await count(RUN, 0)).toMatchObject({
      processed: 3,
      created: 1,
      failed: 2,
      cost_micro_usd: 70,
      left_out: 1,
    });
  });

  it('says so when a tenant could not be grouped', async () => {
    const { select, plan, count, files } = await setup(2);
    await files.remove(keys.plan(nameOf(1)));
    await select(RUN, 0);
    await plan(RUN, 0, 0);

    expect(await count(RUN, 0)).toMatchObject({ tenants: 2, patterns: 1, unchanged: 1, left_out: 1 });
  });
});

describe('withDecision', () => {
  it.each(['created', 'proposed', 'unchanged', 'postponed', 'over_budget'] as const)(
    'counts what is %s',
    (kind) => {
      const decision = { kind };

      expect(withDecision(NO_GENERATION, { decision, cost_micro_usd: 5 })).toEqual({
        ...NO_GENERATION,
        processed: 1,
        [kind]: 1,
        cost_micro_usd: 5,
      });
    },
  );
});
