import { describe, expect, it } from 'vitest';
import { articleCard } from '#core/metrics/article-card.ts';
import { writePatternGroup } from '#core/knowledge/pattern-files.ts';
import { readKnowledgeMetrics } from '#core/use-cases/read-knowledge-metrics.ts';
import { aCase } from '#test/support/a-case.ts';
import { aGeneratedArticle, itsGeneration } from '#test/support/a-generated-article.ts';
import { anArticle } from '#test/support/an-article.ts';
import { aPattern, aPatternGroup } from '#test/support/a-pattern.ts';
import { watchWorld } from '#test/support/watch-world.ts';

const PUBLISHED = '2026-02-10T12:00:00.000Z';

/** A case of the pattern, by when it was opened and resolved. */
const caseOf = (id: string, opened: string, resolved?: string) =>
  aCase({
    id,
    content: {
      title: 'x',
      status: resolved === undefined ? 'open' : 'resolved',
      created_at: `${opened}T00:00:00.000Z`,
      ...(resolved !== undefined && { resolved_at: `${resolved}T00:00:00.000Z` }),
    },
  });

const CASES = [
  caseOf('c-1', '2026-02-01', '2026-02-03'),
  caseOf('c-2', '2026-02-05', '2026-02-11'),
  caseOf('c-3', '2026-02-08', '2026-02-20'),
  caseOf('c-4', '2026-02-12', '2026-02-13'),
  caseOf('c-5', '2026-02-25', '2026-02-26'),
  caseOf('c-6', '2026-02-14'),
];

const setup = async () => {
  const article = aGeneratedArticle({ id: 'kb-p-1' });
  const world = watchWorld([article], CASES);
  const pattern = aPattern({ size: 6 });
  await writePatternGroup(world.files, pattern, aPatternGroup({ case_ids: CASES.map(({ id }) => id) }));
  await world.patterns.write(pattern, 0);
  await world.books.putCard('demo', { ...articleCard(article), publishedAt: PUBLISHED });
  const notes = (note: 'resolved' | 'linked', day: string, tokens: readonly string[]) =>
    world.books.note(
      'demo',
      tokens.map((token) => ({ day, note, token })),
    );
  await notes('resolved', '2026-02-11', ['t-1', 't-2', 't-3', 't-4']);
  await notes('resolved', '2026-02-20', ['t-5', 't-6']);
  await notes('linked', '2026-02-20', ['t-5', 't-9']);
  await world.books.note('demo', [
    { day: '2026-02-20', note: 'reused', token: 'one.t-5' },
    { day: '2026-02-21', note: 'reused', token: 'one.t-6' },
    { day: '2026-02-21', note: 'reused', token: 'two.t-6' },
  ]);
  return { ...world, read: readKnowledgeMetrics(world.deps) };
};
const FEBRUARY = { from: '2026-02-01T00:00:00.000Z', to: '2026-02-28T23:59:59.999Z' };

describe('readKnowledgeMetrics', () => {
  it('takes each rate with the counts that it is made of', async () => {
    const { read } = await setup();

    expect(await read('demo', FEBRUARY)).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
      link_rate: { resolved_cases: 6, linked_cases: 1, rate: 0.1667 },
      reuse: { links: 3, articles: 2 },
      new_against_known: { known_cases: 2, new_cases: 4, known_rate: 0.3333 },
      time_to_publish_hours: { articles: 1, p50: 228, p95: 228 },
      coverage: { resolved_cases: 6, covered_cases: 5, rate: 0.8333 },
      cost_per_article: { articles: 1, total_usd: 0.002, mean_usd: 0.002 },
      deflection: {
        before: 2,
        after: 2,
        fewer_rate: 0,
        articles: [{ article_id: 'kb-p-1', published_at: PUBLISHED, before: 2, after: 2 }],
      },
      review_queue: { waiting: 0, p50_hours: null, oldest_hours: null },
      looked_at: { patterns: 1, cases: 6, patterns_left_out: 0 },
    });
  });

  it('knows the days of the period only, both ends included', async () => {
    const { read } = await setup();
    const day = { from: '2026-02-20T00:00:00.000Z', to: '2026-02-20T23:59:59.999Z' };

    expect(await read('demo', day)).toMatchObject({
      link_rate: { resolved_cases: 2, linked_cases: 1 },
      reuse: { links: 1 },
      coverage: { resolved_cases: 2, covered_cases: 1 },
      time_to_publish_hours: { articles: 0, p50: null },
      cost_per_article: { articles: 0, mean_usd: null },
      deflection: { articles: [], fewer_rate: null },
    });
  });

  it('says nothing of a week that is not over', async () => {
    const { read, books } = await setup();
    const article = aGeneratedArticle({ id: 'kb-p-1', version: 2, generation: itsGeneration() });
    await books.putCard('demo', articleCard(article));
    const young = watchWorld([], CASES);
    await young.books.putCard('demo', { ...articleCard(article), publishedAt: '2026-02-23T12:00:00.001Z' });

    expect((await readKnowledgeMetrics(young.deps)('demo', FEBRUARY)).deflection.articles).toEqual([]);
    expect((await read('demo', FEBRUARY)).deflection.articles).toHaveLength(1);
  });

  it('tells how long articles wait, those of the archive aside', async () => {
    const { read, books } = await setup();
    const waiting = (id: string, since: string, state: 'archived' | 'not_validated' = 'not_validated') =>
      books.putCard(
        'demo',
        articleCard(anArticle({ id, state, review: { points: [{ reason: 'new_draft', since }] } })),
      );
    await waiting('w-1', '2026-03-01T10:00:00.000Z');
    await waiting('w-2', '2026-02-27T12:00:00.000Z');
    await waiting('w-3', '2026-03-01T11:00:00.000Z');
    await waiting('w-4', '2026-01-01T00:00:00.000Z', 'archived');

    expect((await read('demo', {})).review_queue).toEqual({ waiting: 3, p50_hours: 2, oldest_hours: 48 });
  });

  it('answers another tenant with nothing', async () => {
    const { read } = await setup();

    expect(await read('other', FEBRUARY)).toMatchObject({
      link_rate: { resolved_cases: 0, linked_cases: 0, rate: null },
      coverage: { rate: null },
      looked_at: { patterns: 0, cases: 0, patterns_left_out: 0 },
    });
  });

  it('leaves out patterns that are too many to read, and says so', async () => {
    const { read, books, deps } = await setup();
    deps.patterns.caseIds = async (_tenant, id) =>
      id === 'p-1' ? CASES.map((one) => one.id) : Array.from({ length: 2_998 }, (_, n) => `m-${n}`);
    for (const id of ['p-7', 'p-8'])
      await books.putCard(
        'demo',
        articleCard(aGeneratedArticle({ id: `kb-${id}`, generation: itsGeneration({ pattern_id: id }) })),
      );

    expect((await read('demo', FEBRUARY)).looked_at).toMatchObject({ patterns: 1, patterns_left_out: 2 });
  });

  it('refuses more than 92 days', async () => {
    const { read } = await setup();

    await expect(read('demo', { from: '2025-01-01T00:00:00.000Z' })).rejects.toMatchObject({
      code: 'malformed_request',
    });
  });
});
