import { beforeAll, describe, expect, it } from 'vitest';
import { createHandler } from '#lambdas/knowledge-admin/handler.ts';
import { FREE_TERMS } from '#core/knowledge/prompt/free-terms.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { knowledgeOfSample } from '#test/support/knowledge-of-sample.ts';
import { memoryBudgets } from '#test/support/memory-budgets.ts';

let world: Awaited<ReturnType<typeof knowledgeOfSample>>;
beforeAll(async () => {
  world = await knowledgeOfSample(300);
});

type Caller = { readonly tenant?: string; readonly roles?: string };

const setup = () => {
  const budgets = memoryBudgets();
  const handler = createHandler({
    ...world,
    budgets,
    limits: { monthly: 20_000_000, run: 10_000_000 },
    terms: FREE_TERMS,
    clock: fixedClock(),
  });
  const call = async (httpMethod: 'GET' | 'PUT', path: string, body?: unknown, caller: Caller = {}) => {
    const resource = `/api/v1/admin/knowledge/${path}`;
    const answer = await handler(
      anApiEvent({ httpMethod, resource, path: resource, body, ...caller }),
      aContext(),
    );
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  };
  return { call, budgets };
};

const DEFAULTS = {
  month: '2026-03',
  limit_usd: 20,
  spent_usd: 0,
  left_usd: 20,
  own_limit_usd: null,
  default_limit_usd: 20,
  run_limit_usd: 10,
  updated_at: null,
};

describe('knowledge-admin', () => {
  it("shows the environment's budget where a tenant has set none", async () => {
    expect(await setup().call('GET', 'budget')).toEqual({ status: 200, body: DEFAULTS });
  });

  it('sets a budget to the cent, for the caller alone, and takes it back', async () => {
    const { call } = setup();
    const own = {
      limit_usd: 12.34,
      left_usd: 12.34,
      own_limit_usd: 12.34,
      updated_at: '2026-03-01T12:00:00.000Z',
    };

    expect(await call('PUT', 'budget', { limit_usd: 12.34 })).toEqual({
      status: 200,
      body: { ...DEFAULTS, ...own },
    });
    expect((await call('GET', 'budget')).body).toMatchObject(own);
    expect((await call('GET', 'budget', undefined, { tenant: 'other' })).body).toEqual(DEFAULTS);

    expect((await call('PUT', 'budget', { limit_usd: null })).body).toMatchObject({
      limit_usd: 20,
      own_limit_usd: null,
    });
  });

  it('never shows less than nothing left, and takes 0 for a limit', async () => {
    const { call, budgets } = setup();
    const key = { tenant: 'demo', run: 'r', patternId: 'p', evidence: 'e', attempt: 1 };
    await budgets.reserve({ key, month: '2026-03', microUsd: 1, monthlyLimit: 1, runLimit: 1 });

    expect((await call('PUT', 'budget', { limit_usd: 0 })).body).toMatchObject({
      limit_usd: 0,
      spent_usd: 0.000_001,
      left_usd: 0,
    });
  });

  it("estimates the caller's patterns", async () => {
    const { call } = setup();

    const { status, body } = await call('GET', 'estimate', undefined, { roles: 'engineer' });

    expect(status).toBe(200);
    expect(body).toMatchObject({ patterns: world.stored.length, writer: 'extractive', cost_usd: 0 });
    expect((await call('GET', 'estimate', undefined, { tenant: 'other' })).body.patterns).toBe(0);
  });

  it.each([
    ['GET', 'estimate', 'agent', undefined, 403],
    ['GET', 'budget', 'viewer', undefined, 403],
    ['GET', 'budget', 'engineer', undefined, 200],
    ['PUT', 'budget', 'engineer', { limit_usd: 1 }, 403],
    ['PUT', 'budget', 'admin', { limit_usd: -1 }, 422],
    ['PUT', 'budget', 'admin', { limit_usd: 100_001 }, 422],
    ['PUT', 'budget', 'admin', { limit_usd: '5' }, 422],
    ['PUT', 'budget', 'admin', {}, 422],
    ['PUT', 'budget', 'admin', { limit_usd: 1, tenant: 'other' }, 422],
    ['PUT', 'budget', 'admin', '{"limit_usd":1e999}', 422],
  ] as const)('%s %s by %s with %j: %i', async (method, path, roles, body, status) => {
    expect((await setup().call(method, path, body, { roles })).status).toBe(status);
  });
});
