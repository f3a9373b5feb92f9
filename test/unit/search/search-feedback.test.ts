import { describe, expect, it } from 'vitest';
import { createHandler } from '#lambdas/search/handler.ts';
import { aCase } from '#test/support/a-case.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';
import { aSearchEvent } from '#test/support/a-search-event.ts';
import { addSearches, emptyHour } from '#core/analytics/hour-stats.ts';
import { setupSearch } from './setup-search.ts';

const setup = async () => {
  const deps = await setupSearch(
    aCase({ content: { title: 'toner', status: 'open' } }),
    aCase({ id: 'c-2', content: { title: 'toner and drum', status: 'open' } }),
  );
  const handler = createHandler(deps);
  const call = async (method: 'GET' | 'POST', route: string, input: object, overrides: object = {}) => {
    const path = `/api/v1/search/${route}`;
    const given = method === 'GET' ? { queryStringParameters: input } : { body: input };
    const event = anApiEvent({ httpMethod: method, resource: path, path, ...given, ...overrides } as object);
    const answer = await handler(event, aContext());
    return { status: answer.statusCode, body: answer.body === '' ? undefined : JSON.parse(answer.body) };
  };
  const searched = (await call('POST', 'hybrid', { query: 'Toner of ada@example.com', limit: 1 })).body;
  const feedback = async (said: object, overrides: object = {}) =>
    call('POST', 'feedback', { search_id: searched.search_id, verdict: 'click', ...said }, overrides);
  return { deps, call, searched, feedback };
};

describe('a search', () => {
  it('is one line of the log, without personal data, and no row', async () => {
    const { deps } = await setup();

    expect(deps.events).toEqual([
      {
        tenant: 'demo',
        event_id: 'id-1',
        kind: 'hybrid',
        at: '2026-03-01T12:00:00.000Z',
        took_ms: 0,
        results: 1,
        low_score: expect.any(Boolean),
        cache: 'miss',
        query: 'toner of [email]',
        engine: 'memory',
        model: deps.embedder.model,
        fingerprint: expect.stringMatching(/^\w{16}$/),
      },
    ]);
    expect((await deps.stats.find('demo', '2026-03-01T12')).version).toBe(0);
  });

  it('is not counted again for its following pages, whose clicks do not count', async () => {
    const { deps, call, searched, feedback } = await setup();

    const { body } = await call('POST', 'hybrid', {
      query: 'Toner of ada@example.com',
      limit: 1,
      cursor: searched.next_cursor,
    });
    await feedback({ search_id: body.search_id, result_id: body.results[0].id });

    expect(deps.events).toHaveLength(1);
    expect(await deps.feedback.clicksBetween('demo', '2026-03-01T12', '2026-03-01T12')).toBe(0);
  });

  it('has no words when records are compared', async () => {
    const { deps, call } = await setup();

    await call('POST', 'similarity', { case_id: 'c-1' });

    expect(deps.events.at(-1)).toMatchObject({ kind: 'similarity', query: null });
  });
});

describe('feedback', () => {
  it('is taken for what the search showed, until it is 24 hours old', async () => {
    const { deps, searched, feedback } = await setup();
    const shown = searched.results[0].id;

    expect(await feedback({ result_id: shown })).toEqual({ status: 204, body: undefined });
    deps.clock.advance(24 * 60 * 60 * 1000);
    expect((await feedback({ result_id: shown, verdict: 'resolved', position: 1 })).status).toBe(204);
    deps.clock.advance(1);
    expect(await feedback({ result_id: shown })).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await deps.feedback.clicksBetween('demo', '2026-03-01T12', '2026-03-01T12')).toBe(1);
  });

  it('is refused alike for ids that are unknown, changed or of another tenant', async () => {
    const { searched, feedback } = await setup();
    const id: string = searched.search_id;
    const shown = { result_id: searched.results[0].id };
    const answers = [
      await feedback({ ...shown, search_id: 'x' }),
      await feedback({ ...shown, search_id: id.replace('id-1', 'id-2') }),
      await feedback(shown, { tenant: 'other' }),
    ];

    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it.each([
    [{ result_id: 'c-9' }, '/result_id'],
    [{ result_id: 'c-1', verdict: 'great' }, '/verdict'],
    [{ result_id: 'c-1', position: 0 }, '/position'],
    [{ result_id: 'c-1', why: 'because' }, '/why'],
    [{}, '/result_id'],
  ])('%j is refused with 422', async (said, path) => {
    const { feedback } = await setup();

    const answer = await feedback(said);

    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_request' } });
    expect(answer.body.errors[0].path).toBe(path);
  });
});

describe('analytics', () => {
  it('sum up the hours that are asked for', async () => {
    const { deps, call, feedback, searched } = await setup();
    await feedback({ result_id: searched.results[0].id });
    const events = [
      aSearchEvent({ took_ms: 10, cache: 'hit' }),
      aSearchEvent({ took_ms: 10 }),
      aSearchEvent({ query: 'flux relay', results: 0, took_ms: 100 }),
      aSearchEvent({ query: 'flux valve', low_score: true, took_ms: 1_000 }),
    ];
    const save = async (hour: string, version = 1) =>
      deps.stats.save(
        'demo',
        { stats: addSearches(emptyHour(hour), events), version },
        [hour],
        deps.clock.now(),
      );
    await save('2026-03-01T12');
    await save('2026-03-01T11');
    await save('2026-02-01T00');

    const { status, body } = await call('GET', 'analytics', { from: '2026-03-01T11:59:00Z' });

    expect(status).toBe(200);
    expect(body).toEqual({
      searches: 8,
      latency_ms: { p50: 10.8, p95: 1051.2, p99: 1051.2 },
      zero_result_rate: 0.25,
      low_score_rate: 0.25,
      click_through_rate: 0.125,
      cache_hit_rate: 0.25,
      top_queries: [
        { query: 'toner', count: 4, zero_results: 0 },
        { query: 'flux relay', count: 2, zero_results: 2 },
        { query: 'flux valve', count: 2, zero_results: 0 },
      ],
      knowledge_gaps: [{ topic: 'flux', queries: ['flux relay', 'flux valve'], count: 4 }],
    });
    expect((await call('GET', 'analytics', {})).body.searches).toBe(8);
    expect((await call('GET', 'analytics', { from: '2026-02-01', to: '2026-02-01' })).body.searches).toBe(4);
    expect((await call('GET', 'analytics', { from: '2027-01-01' })).body.searches).toBe(0);
    expect((await call('GET', 'analytics', {}, { tenant: 'other' })).body.searches).toBe(0);
  });

  it.each([
    [{ from: 'yesterday' }, '/from'],
    [{ from: '2026-03-02', to: '2026-03-01' }, '/from'],
    [{ since: '2026-03-02' }, '/since'],
  ])('%j is refused with 400', async (query, path) => {
    const { call } = await setup();

    const answer = await call('GET', 'analytics', query);

    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed_request' } });
    expect(answer.body.errors[0].path).toBe(path);
  });
});
