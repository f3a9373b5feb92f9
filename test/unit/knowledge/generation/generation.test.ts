import { describe, expect, it, vi } from 'vitest';
import { DraftUnusable } from '#core/knowledge/draft-unusable.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import type { ArticleWriter } from '#core/ports/article-writer.ts';
import { aModelWriter } from '#test/support/a-model-writer.ts';
import { generationWorld } from '#test/support/generation-world.ts';
import { sampleRows } from '#test/support/sample-rows.ts';
import { written } from '#test/support/written.ts';

const ROWS = sampleRows('demo', 3);
/** Whole runs, on a machine that may be busy. */
vi.setConfig({ testTimeout: 30_000 });

const setup = async (wish: Partial<Parameters<typeof generationWorld>[0]> = {}) => {
  const world = generationWorld({ cases: ROWS, ...wish });
  await world.begin();
  return world;
};

/** Writes a case over what is there. */
const change = async (
  { cases, clock }: Awaited<ReturnType<typeof setup>>,
  id: string,
  next: (row: LivingCase) => LivingCase,
): Promise<void> => {
  clock.advance(60_000);
  const row = await cases.find('demo', id);
  if (!row || row.deleted) throw new Error(`there is no case ${id}`);
  const updatedAt = clock.now().toISOString();
  await cases.write({ ...next(row), version: row.version + 1, updatedAt }, row.version);
};

/** How many patterns there are, and how many of them tell enough for an article. */
const { patterns: ALL, created: TOLD } = await (await setup()).run('calm');

/** The patterns that came to an article. */
const drafted = async (world: Awaited<ReturnType<typeof setup>>) =>
  (await world.patternsOf('demo')).filter(({ outcome }) => outcome.kind === 'drafted');

describe('knowledge generation', () => {
  it('makes an article of each pattern, for a person to look at', async () => {
    const world = await setup();

    const counts = await world.run('r1');

    expect(TOLD).toBeGreaterThanOrEqual(3);
    expect(counts).toMatchObject({
      processed: ALL,
      created: TOLD,
      refused: ALL - TOLD,
      failed: 0,
      left_out: 0,
    });
    for (const { id, evidence } of await drafted(world)) {
      const article = await world.articles.find('demo', `kb-${id}`);
      expect(article).toMatchObject({
        state: 'work_in_progress',
        source: 'generated',
        content: { audience: 'internal' },
        generation: { pattern_id: id, evidence, run_id: 'r1', model: 'extractive', cost_usd: 0 },
        review: { points: [{ reason: 'new_draft' }], expires_at: '2026-03-31T12:00:00.000Z' },
      });
    }
    for (const { decidedOn, evidence } of await world.patternsOf('demo')) expect(decidedOn).toBe(evidence);
  });

  it('cites in each claim words that stand in the case', async () => {
    const world = await setup();
    await world.run('r1');

    const texts = new Map(ROWS.map(({ id, content }) => [id, JSON.stringify(content)]));
    const articles = await world.articlesOf('demo');
    expect(articles.flatMap(({ claims }) => claims).length).toBeGreaterThan(20);
    for (const { claims } of articles)
      for (const { case_ids: ids, quotes } of claims)
        for (const [n, id] of ids.entries())
          expect(texts.get(id)).toContain(JSON.stringify(quotes[n]).slice(1, -1));
  });

  it('finds nothing to do in a second run, and asks the writer nothing', async () => {
    const world = await setup();
    const first = await world.run('r1');
    const before = await world.articlesOf('demo');
    const asked = world.written.length;

    const second = await world.run('r2');

    expect(second).toMatchObject({ processed: 0, created: 0, unchanged: first.patterns });
    expect(world.written).toHaveLength(asked);
    expect(await world.articlesOf('demo')).toEqual(before);
  });

  it('is a success with zeros where there is nobody', async () => {
    const world = generationWorld({ cases: [] });

    expect(await world.run('r1')).toMatchObject({ processed: 0, patterns: 0, tenants: 0, left_out: 0 });
  });

  it('leaves no text of a case in the files of runs, nor in drafts that became articles', async () => {
    const world = await setup();
    await world.run('r1');

    const keys = world.files.keys().filter((key) => key.startsWith('runs/') || key.includes('/drafts/'));
    const texts = await Promise.all(keys.map((key) => world.files.read(key)));
    const titles = ROWS.flatMap(({ content }) => content.title ?? []);
    expect(keys.length).toBeGreaterThan(10);
    for (const title of titles) expect(texts.join('\n')).not.toContain(title);
  });

  it('makes the other articles when the cases of one pattern cannot be read, and that one in the next run', async () => {
    const world = await setup();
    const calm = await setup();
    await calm.run('r0');
    const [first] = await drafted(calm);
    let [broken] = await calm.patterns.caseIds('demo', first!.id);
    const plain = { ...world.cases };
    world.cases.findMany = async (tenant, ids) => {
      // Grouping reads all cases at once, the steps those of one pattern.
      if (ids.length < ROWS.length && ids.includes(broken ?? '')) throw new TypeError('unreadable');
      return plain.findMany(tenant, ids);
    };

    const counts = await world.run('r1');

    expect(counts).toMatchObject({ created: TOLD - 1, failed: 1, left_out: 0 });
    expect(world.failures).toEqual([1, 2, 3].map(() => ({ pattern: first!.id, step: 'CheckCoverage' })));
    broken = undefined;
    expect(await world.run('r2')).toMatchObject({ processed: 1, created: 1, unchanged: ALL - 1 });
    expect(await world.articlesOf('demo')).toEqual(await calm.articlesOf('demo'));
  });

  it('drafts as far as the budget goes, and the rest when there is more', async () => {
    const limits = { monthly: 2_500, run: 10_000 };
    const world = await setup({ writer: aModelWriter(900), mostMicroUsd: 1_000, limits });

    const first = await world.run('r1');

    expect(first).toMatchObject({ created: 2, over_budget: TOLD - 2, cost_micro_usd: 1_800 });
    const waiting = (await world.patternsOf('demo')).filter(
      ({ outcome }) => outcome.kind === 'refused' && outcome.reason === 'over_budget',
    );
    expect(waiting).toHaveLength(TOLD - 2);
    expect(waiting.map(({ outcome }) => outcome)).toEqual(
      waiting.map(() => ({ kind: 'refused', reason: 'over_budget', questions: [] })),
    );
    const articles = await world.articlesOf('demo');
    expect(articles).toHaveLength(2);

    await world.budgets.setLimit('demo', { monthlyMicroUsd: 100_000, updatedAt: '' });
    const second = await world.run('r2');

    expect(second).toMatchObject({ created: TOLD - 2, over_budget: 0, unchanged: ALL - TOLD + 2 });
    expect(new Set(world.written).size).toBe(world.written.length);
    expect(await world.budgets.usedBy('demo', '2026-03')).toBe(TOLD * 900);
  });

  it('refuses a pattern of which no usable draft can be had, and does not ask again', async () => {
    const writer: ArticleWriter = {
      name: 'model/1',
      write: async () => {
        const tokens = { input: 9, output: 1 };
        throw new DraftUnusable('malformed', { model: 'm', promptVersion: '1', tokens, costMicroUsd: 70 });
      },
    };
    const world = await setup({ writer, mostMicroUsd: 100 });

    const first = await world.run('r1');
    const second = await world.run('r2');

    expect(first).toMatchObject({
      created: 0,
      refused: ALL,
      cost_micro_usd: TOLD * 70,
    });
    const outcomes = (await world.patternsOf('demo')).map(({ outcome }) => outcome);
    expect(outcomes).toContainEqual({ kind: 'refused', reason: 'draft_unusable', questions: [] });
    expect(second).toMatchObject({ processed: 0, unchanged: first.patterns });
    expect(world.written).toHaveLength(TOLD);
  });

  it('refuses cases that do not tell enough, with what they would have to answer', async () => {
    const silent = ROWS.map((row) => ({
      ...row,
      content: { ...row.content, resolution: 'Swapped the blue part.', feed: [] },
    }));
    const world = await setup({ cases: silent });

    const counts = await world.run('r1');

    expect(counts.patterns).toBeGreaterThan(0);
    expect(counts).toMatchObject({ refused: counts.patterns, created: 0 });
    for (const { outcome } of await world.patternsOf('demo'))
      expect(outcome).toMatchObject({
        kind: 'refused',
        questions: expect.arrayContaining([expect.any(String)]),
      });
    expect(world.written).toEqual([]);
  });

  it('does not write about a case that is erased while the run is at it', async () => {
    const world = await setup();
    const calm = await setup();
    await calm.run('r0');
    const [pattern] = await drafted(calm);
    const [erased] = await calm.patterns.caseIds('demo', pattern!.id);
    const plain = { ...world.cases };
    let reads = 0;
    world.cases.findMany = async (tenant, ids) => {
      // The last look is the one before it is stored.
      if (ids.includes(erased!) && (reads += 1) === 5) {
        const row = (await world.cases.find('demo', erased!))!;
        const at = world.clock.now().toISOString();
        await world.cases.write(
          { tenant: 'demo', id: row.id, version: row.version + 1, deleted: true, updatedAt: at },
          row.version,
        );
      }
      return plain.findMany(tenant, ids);
    };

    const first = await world.run('r1');

    expect(first).toMatchObject({ postponed: 1, failed: 0 });
    expect(await world.articles.find('demo', `kb-${pattern!.id}`)).toBeUndefined();
    await world.run('r2');
    const claims = (await world.articlesOf('demo')).flatMap((article) => article.claims);
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.flatMap((claim) => claim.case_ids)).not.toContain(erased);
  });

  it('proposes a change when the solved cases of an article say something else', async () => {
    const world = await setup();
    await world.run('r1');
    const [pattern] = await drafted(world);
    const articleId = `kb-${pattern!.id}`;
    const article = (await world.articles.find('demo', articleId)) as LivingArticle;
    const [reopened] = await world.patterns.caseIds('demo', pattern!.id);
    await change(world, reopened!, (row) => ({
      ...row,
      contentHash: 'f'.repeat(64),
      content: { ...row.content, tags: ['looked-at'] },
    }));
    const review = { points: [{ reason: 'changed_evidence', since: article.updatedAt }] } as const;
    await world.articles.write(
      written(
        { ...article, version: article.version + 1, review: { points: [...review.points] } },
        article.version,
      ),
    );

    const counts = await world.run('r2');

    expect(counts).toMatchObject({ processed: 1, proposed: 1, created: 0 });
    expect(await world.patterns.find('demo', pattern!.id)).toMatchObject({
      outcome: { kind: 'covered', articleId },
    });
  });

  it('takes the draft that a run left behind when it died, and no other', async () => {
    const world = await setup();
    const plain = { ...world.articles };
    world.articles.write = async () => {
      throw new Error('away');
    };
    const first = await world.run('r1');
    Object.assign(world.articles, plain);

    const second = await world.run('r2');

    expect(first).toMatchObject({ created: 0, failed: TOLD });
    expect(second).toMatchObject({ created: TOLD });
    expect(new Set(world.written).size).toBe(world.written.length);
    expect(world.written).toHaveLength(TOLD);
  });

  it('ends a call of the drafting in time, and goes on in the next', async () => {
    const world = await setup();
    let looks = 0;
    const short = { remaining: () => ((looks += 1) % 2 === 0 ? 0 : 250_000) };

    const counts = await world.run('r1', short);

    expect(counts).toMatchObject({ created: TOLD, left_out: 0 });
    expect(looks).toBeGreaterThan(TOLD);
  });
});
