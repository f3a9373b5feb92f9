import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bedrockClient } from '#adapters/bedrock/bedrock-client.ts';
import { converseArticleWriter } from '#adapters/bedrock/converse-article-writer.ts';
import { WRITER_DIALECTS } from '#adapters/bedrock/writer-dialects.ts';
import { guardedArticleWriter } from '#core/breakers/guarded-article-writer.ts';
import { startConverseEndpoint, type ConverseMisbehaviour } from '#test/support/converse-endpoint.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { generationWorld } from '#test/support/generation-world.ts';
import { memoryBreakerStore } from '#test/support/memory-breaker-store.ts';
import { sampleRows } from '#test/support/sample-rows.ts';

const MONTH = '2026-03';
const ROWS = sampleRows('demo', 3);
const PRICE = { input: 0.1, output: 0.5 };
/** Whole runs, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

let endpoint: Awaited<ReturnType<typeof startConverseEndpoint>>;
beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'nobody';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'nothing';
  endpoint = await startConverseEndpoint();
});
beforeEach(() => endpoint.reset());
afterAll(() => endpoint.stop());

const setup = async () => {
  const [breakers, clock] = [memoryBreakerStore(), fixedClock()];
  const writer = converseArticleWriter({
    client: bedrockClient('us-east-1', { endpoint: endpoint.url, maxAttempts: 2 }),
    modelId: 'global.anthropic.claude-haiku-5-5',
    dialect: WRITER_DIALECTS['claude-haiku-5-5'],
    terms: {
      writer: 'claude-haiku-5-5',
      microUsdPerToken: PRICE,
      outputTokens: { typical: 1_500, most: 12_000 },
      secondsADraft: 20,
    },
    millisecondsADraft: 30_000,
  });
  const world = generationWorld({
    cases: ROWS,
    writer: guardedArticleWriter({ breakers, clock }, writer),
    mostMicroUsd: 20_000,
  });
  await world.begin();
  return { ...world, breakerClock: clock, breakers };
};

const costs = (): readonly number[] =>
  endpoint.usages.map(
    ({ inputTokens, outputTokens }) => inputTokens * PRICE.input + outputTokens * PRICE.output,
  );

/** What a service would have charged for all that it answered, where each draft took one answer. */
const charged = (): number => costs().reduce((sum, cost) => sum + Math.ceil(cost), 0);

/** The same before it is rounded up, once a draft: one may have taken several answers. */
const chargedAtLeast = (): number => costs().reduce((sum, cost) => sum + cost, 0);

const claimsOf = (articles: readonly { readonly id: string; readonly claims: readonly unknown[] }[]) =>
  articles.map(({ id, claims }) => ({ id, claims }));

describe('knowledge generation by a model', () => {
  it('makes articles whose claims stand in their cases, and charges what was counted', async () => {
    const world = await setup();

    const counts = await world.run('r1');

    const { rows: articles } = await world.articles.list('demo', 100);
    expect(counts).toMatchObject({ failed: 0, over_budget: 0, left_out: 0, cost_micro_usd: charged() });
    expect(articles.length).toBeGreaterThan(0);
    expect(await world.budgets.usedBy('demo', MONTH)).toBe(charged());
    const texts = new Map(ROWS.map(({ id, content }) => [id, JSON.stringify(content)]));
    for (const { claims, generation } of articles) {
      expect(generation).toMatchObject({ model: 'claude-haiku-5-5', prompt_version: '1' });
      for (const { case_ids: ids, quotes } of claims) {
        quotes.forEach((quote, n) =>
          expect(texts.get(ids[n]!)).toContain(JSON.stringify(quote).slice(1, -1)),
        );
      }
    }
  });

  it('publishes nothing that a model invents, and pays for it all the same', async () => {
    const world = await setup();
    endpoint.misbehave(...Array.from({ length: 40 }, () => 'invented facts' as const));

    const counts = await world.run('r1');

    expect(counts).toMatchObject({ created: 0, failed: 0 });
    expect(await world.articlesOf('demo')).toEqual([]);
    expect(await world.budgets.usedBy('demo', MONTH)).toBe(charged());
  });

  it.each<readonly ConverseMisbehaviour[]>([
    ['throttle', 'unavailable'],
    ['no JSON', 'broken body', 'another form'],
    ['thinks first', 'untidy quotes', 'empty'],
  ])('ends with the same articles after a day of %s, %s, %s', async (...how) => {
    const calm = await setup();
    await calm.run('r1');
    endpoint.reset();
    const world = await setup();
    // Each call after a bad one goes well, or the draft would be refused.
    endpoint.misbehave(
      ...how.filter((one) => one !== undefined).flatMap((one) => [one, 'thinks first'] as const),
    );

    const counts = await world.run('r1');

    expect(counts).toMatchObject({ failed: 0 });
    expect(claimsOf(await world.articlesOf('demo'))).toEqual(claimsOf(await calm.articlesOf('demo')));
    expect(await world.budgets.usedBy('demo', MONTH)).toBeGreaterThanOrEqual(chargedAtLeast());
  });

  it('leaves a model alone that is out, pays nothing, and goes on in a later run', async () => {
    const world = await setup();
    endpoint.misbehave(...Array.from({ length: 100 }, () => 'throttle' as const));

    const during = await world.run('r1');

    expect(during).toMatchObject({ created: 0, cost_micro_usd: 0 });
    // Five failures of two tries each open the breaker; nobody is asked after that.
    expect(endpoint.calls).toHaveLength(10);
    expect((await world.breakers.find('article_writer')).state.phase).toBe('open');
    expect(await world.budgets.usedBy('demo', MONTH)).toBe(0);

    endpoint.reset();
    world.breakerClock.advance(120_000);
    const after = await world.run('r2');

    expect(after.created).toBeGreaterThan(0);
    expect(after).toMatchObject({ failed: 0 });
    expect((await world.breakers.find('article_writer')).state.phase).toBe('closed');
  });
});
