import { beforeAll, describe, expect, it } from 'vitest';
import { FREE_TERMS } from '#core/knowledge/prompt/free-terms.ts';
import { estimateGeneration } from '#core/use-cases/estimate-generation.ts';
import { aPattern } from '#test/support/a-pattern.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { knowledgeOfSample } from '#test/support/knowledge-of-sample.ts';
import { memoryBudgets } from '#test/support/memory-budgets.ts';

const TERMS = {
  writer: 'claude-haiku-5-5',
  microUsdPerToken: { input: 0.1, output: 0.5 },
  outputTokens: { typical: 1_500, most: 12_000 },
  secondsADraft: 20,
};

let world: Awaited<ReturnType<typeof knowledgeOfSample>>;
beforeAll(async () => {
  world = await knowledgeOfSample(600);
});

const setup = ({ monthly = 1_000_000, run = 1_000_000, terms = TERMS } = {}) => {
  const budgets = memoryBudgets();
  const deps = { ...world, budgets, limits: { monthly, run }, clock: fixedClock(), terms };
  return { budgets, deps, estimate: estimateGeneration(deps) };
};

describe('estimateGeneration', () => {
  it('adds up what a run would take', async () => {
    const { estimate } = setup();

    const { patterns, drafts, tokens, cost_usd, minutes, writer, budget } = await estimate('demo');

    expect(patterns).toBe(world.stored.length);
    expect(drafts).toBeGreaterThan(0);
    expect(drafts).toBeLessThanOrEqual(patterns);
    expect(tokens.output).toBe(drafts * 1_500);
    expect(tokens.input).toBeGreaterThan(drafts * 1_000);
    expect(cost_usd).toBeCloseTo((tokens.input * 0.1 + tokens.output * 0.5) / 1e6, 5);
    expect(minutes).toBeCloseTo((drafts * 20) / 2 / 60, 0);
    expect(writer).toBe('claude-haiku-5-5');
    expect(budget).toEqual({ limit_usd: 1, spent_usd: 0, left_usd: 1, enough: true });
  });

  it('is nothing for a tenant without patterns, and knows those of no other', async () => {
    const { estimate } = setup();

    expect(await estimate('other')).toMatchObject({
      patterns: 0,
      drafts: 0,
      tokens: { input: 0, output: 0 },
      cost_usd: 0,
      minutes: 0,
      budget: { enough: true },
    });
  });

  it('takes no tokens and no money with the extractive writer, whatever the budget', async () => {
    const { estimate } = setup({ monthly: 0, run: 0, terms: FREE_TERMS });

    const { drafts, tokens, cost_usd, minutes, budget } = await estimate('demo');

    expect(drafts).toBeGreaterThan(0);
    expect({ tokens, cost_usd, enough: budget.enough }).toEqual({
      tokens: { input: 0, output: 0 },
      cost_usd: 0,
      enough: true,
    });
    expect(minutes).toBeGreaterThan(0);
  });

  it.each([
    ['month', { monthly: 100 }],
    ['run', { run: 100 }],
  ])('says when the budget of the %s does not do', async (_which, limits) => {
    const { estimate } = setup(limits);

    expect((await estimate('demo')).budget.enough).toBe(false);
  });

  it("goes by the tenant's own limit and by what is spent", async () => {
    const { estimate, budgets } = setup();
    await budgets.setLimit('demo', { monthlyMicroUsd: 500_000, updatedAt: '2026-03-01T00:00:00.000Z' });
    const key = { tenant: 'demo', run: 'r', patternId: 'p', evidence: 'e', attempt: 1 };
    await budgets.reserve({
      key,
      month: '2026-03',
      microUsd: 400_000,
      monthlyLimit: 1e9,
      runLimit: 1e9,
    });

    expect((await estimate('demo')).budget).toMatchObject({ limit_usd: 0.5, spent_usd: 0.4, left_usd: 0.1 });
  });

  it.each([
    ['was decided on', { decidedOn: 'e'.repeat(64) }, 0],
    ['is gone', { size: 0 }, 0],
    ['has other cases than were decided on', { decidedOn: 'f'.repeat(64) }, 1],
    [
      'waits for money',
      {
        decidedOn: 'e'.repeat(64),
        outcome: { kind: 'refused' as const, reason: 'over_budget' as const, questions: [] },
      },
      1,
    ],
  ])('looks at a pattern that %s or not', async (_what, overrides, patterns) => {
    const { deps } = setup();
    const only = aPattern({ ...world.stored[0], ...overrides });
    const estimate = estimateGeneration({
      ...deps,
      patterns: {
        list: async () => ({ patterns: [only], next: undefined }),
        caseIds: (...of) => world.patterns.caseIds(...of),
      },
    });

    expect((await estimate('demo')).patterns).toBe(patterns);
  });

  it('goes through all pages, and reads no more than a sample', async () => {
    const { deps } = setup();
    const [first] = world.stored;
    let read = 0;
    const estimate = estimateGeneration({
      ...deps,
      patterns: {
        async list(_tenant, limit, after) {
          const from = Number(after ?? 0);
          const page = Array.from({ length: Math.min(limit, 250 - from) }, () => first!);
          return { patterns: page, next: from + limit < 250 ? String(from + limit) : undefined };
        },
        async caseIds(tenant, id) {
          read += 1;
          return world.patterns.caseIds(tenant, id);
        },
      },
    });

    const { patterns, drafts } = await estimate('demo');

    expect(patterns).toBe(250);
    expect([0, 250]).toContain(drafts);
    expect(read).toBe(16);
  });
});
