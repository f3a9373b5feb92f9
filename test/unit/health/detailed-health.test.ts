import { describe, expect, it } from 'vitest';
import { DetailedHealth } from '#contracts/health.ts';
import { setupHealth } from './setup-health.ts';

const PATH = '/api/v1/health/detailed';

describe('detailed health', () => {
  it('counts what the caller has, and says how each part is', async () => {
    const { get } = setupHealth({
      measured: [
        { measure: 'embedding_hits', of: 'search', value: 3 },
        { measure: 'embedding_misses', of: 'search', value: 1 },
        { measure: 'embedding_misses', of: 'project-changes', value: 8 },
        { measure: 'queue_visible', of: 'segments', value: 4 },
        { measure: 'queue_dead_letters', of: 'segments', value: 0 },
      ],
    });

    const { status, body } = await get(PATH, 'engineer');

    expect(status).toBe(200);
    expect(DetailedHealth.parse(body)).toEqual({
      status: 'healthy',
      timestamp: '2026-11-22T04:30:00.000Z',
      components: {
        database: { status: 'healthy', case_count: 2 },
        vector_store: {
          status: 'healthy',
          engine: 'memory',
          vector_count: 3,
          generation: 2,
          rebuild_needed: false,
          rebuild: null,
        },
        cache: { status: 'healthy', hits: 3, misses: 1, hit_rate_percent: 75 },
        queues: {
          status: 'healthy',
          depth: 4,
          dead_letters: 0,
          items: [
            { name: 'segments', depth: 4, in_flight: null, dead_letters: 0, oldest_age_seconds: null },
            {
              name: 'projection-failures',
              depth: null,
              in_flight: null,
              dead_letters: null,
              oldest_age_seconds: null,
            },
          ],
        },
        models: { status: 'healthy', embedding: 'model-1', texts_embedded: 9 },
        breakers: {
          status: 'healthy',
          items: ['database', 'vector_store', 'external_api', 'article_writer'].map((name) => ({
            name,
            state: 'closed',
            opened_at: null,
            paused: false,
          })),
        },
      },
      system: { stage: 'test', runtime: 'node v24', uptime_seconds: 7, memory_usage_mb: 100.12 },
    });
  });

  it('shows another tenant its own counts', async () => {
    const { body } = await setupHealth().get(PATH, 'admin', 'other');

    expect(body.components).toMatchObject({ database: { case_count: 0 }, vector_store: { vector_count: 0 } });
  });

  it.each([
    ['database', { database: { status: 'unhealthy', case_count: null } }],
    ['vector_store', { vector_store: { status: 'unhealthy', engine: 'memory', vector_count: null } }],
    ['queues', { queues: { status: 'unhealthy', depth: null, dead_letters: null, items: [] } }],
    ['breakers', { breakers: { status: 'unhealthy', items: [] } }],
  ])('still answers when %s does not, and records the fault', async (part, components) => {
    const { get, faults } = setupHealth({ broken: [part] });

    expect(await get(PATH)).toMatchObject({ status: 200, body: { status: 'unhealthy', components } });
    expect(faults).toEqual([{ component: part, error: expect.any(Error) }]);
  });

  it('knows the counts even when there are no metrics', async () => {
    const { body } = await setupHealth({ broken: ['metrics'] }).get(PATH);

    expect(body.components).toMatchObject({
      database: { status: 'healthy', case_count: 2 },
      cache: { status: 'degraded', hits: null },
      queues: { status: 'unhealthy' },
      models: { status: 'degraded', texts_embedded: null },
    });
  });

  it('is degraded while settings or code ask for a rebuild that nobody has begun', async () => {
    const live = { generation: 1, model: 'm', dimensions: 8, embedder: 'static', index_version: 1 };
    const status = { live, rebuild_needed: true, rebuild: null, retired: [], last_rebuild: null };
    const progress = { done: 1, total: 2, percent: 50, seconds_left: 1 };
    const rebuild = {
      ...live,
      generation: 2,
      state: 'copying' as const,
      round: 1,
      started_at: '2026-11-22T04:30:00.000Z',
      progress,
      error: null,
    };

    const waiting = await setupHealth({ index: status }).get(PATH);
    const running = await setupHealth({ index: { ...status, rebuild } }).get(PATH);

    expect(waiting.body).toMatchObject({
      status: 'degraded',
      components: { vector_store: { status: 'degraded', rebuild_needed: true, rebuild: null } },
    });
    expect(running.body.components.vector_store).toMatchObject({ status: 'healthy', rebuild });
  });

  it.each(['open', 'half_open'] as const)(
    'is degraded while a breaker is %s, and says since when',
    async (phase) => {
      const since = Date.parse('2026-11-22T04:29:00.000Z');
      const state =
        phase === 'open' ? { phase, since, until: since + 30_000 } : { phase, since, successes: 1 };
      const { get } = setupHealth({ breakers: [{ name: 'vector_store', state, paused: true, version: 3 }] });

      const { body } = await get(PATH);

      expect(body).toMatchObject({ status: 'degraded', components: { breakers: { status: 'degraded' } } });
      expect(body.components.breakers.items).toContainEqual({
        name: 'vector_store',
        state: phase,
        opened_at: '2026-11-22T04:29:00.000Z',
        paused: true,
      });
      expect((await get('/metrics')).body).toContain('caselore_breaker_open{breaker="vector_store"} 1');
    },
  );

  it('is degraded while dead letters lie anywhere', async () => {
    const { get } = setupHealth({
      measured: [{ measure: 'queue_dead_letters', of: 'projection-failures', value: 2 }],
    });

    expect((await get(PATH)).body).toMatchObject({
      status: 'degraded',
      components: { queues: { status: 'degraded', dead_letters: 2 } },
    });
  });

  it.each(['agent', 'viewer', 'service'])('is refused to %s', async (role) => {
    expect(await setupHealth().get(PATH, role)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});
