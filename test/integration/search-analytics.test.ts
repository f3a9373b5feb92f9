import { describe, expect, it } from 'vitest';
import type { ApiClient } from '#test/support/api-client.ts';
import { eventually } from '#test/support/eventually.ts';
import { sharedClient } from '#test/support/shared-stack.ts';

const FEEDBACK = '/api/v1/search/feedback';
const ANALYTICS = '/api/v1/search/analytics';

const search = async (client: ApiClient, query: string) =>
  (await client.post('/api/v1/search/hybrid', { query })).body;

/** How often a query was asked, as the analytics say. */
const timesAsked = async (client: ApiClient, query: string): Promise<number | undefined> => {
  const { body } = await client.get(ANALYTICS);
  return body.top_queries.find((asked: { query: string }) => asked.query === query)?.count;
};

describe('search analytics', () => {
  it('count each search once, its clicks once, and tell one tenant nothing of another', async () => {
    const demo = await sharedClient('demo-admin');
    const other = await sharedClient('other-admin');
    await demo.post('/api/v1/cases', { id: 'analytics-1', title: 'Quokka gearbox rattles' });
    const found = await eventually(async () => {
      const answer = await search(demo, 'quokka gearbox');
      return answer.results[0]?.id === 'analytics-1' ? answer : undefined;
    });
    const before = (await demo.get(ANALYTICS)).body;

    const QUERY = 'quokka gearbox of ada@example.com';
    for (let n = 0; n < 25; n += 1) await search(demo, QUERY);
    await eventually(async () =>
      (await timesAsked(demo, 'quokka gearbox of [email]')) === 25 ? true : undefined,
    );
    const { body: after } = await demo.get(ANALYTICS);
    expect(after.searches).toBeGreaterThanOrEqual(before.searches + 25);
    expect(after.latency_ms.p50).toBeGreaterThan(0);
    expect(after.cache_hit_rate).toBeGreaterThan(0);

    const clicks = async () => {
      const { body } = await demo.get(ANALYTICS);
      return Math.round(body.click_through_rate * body.searches);
    };
    const clicked = await clicks();
    const click = { search_id: found.search_id, result_id: 'analytics-1', verdict: 'click', position: 1 };
    for (const client of [demo, demo, await sharedClient('demo-agent')]) {
      expect((await client.post(FEEDBACK, click)).status).toBe(204);
    }
    expect(await clicks()).toBe(clicked + 1);

    expect(JSON.stringify((await other.get(ANALYTICS)).body)).not.toContain('quokka');
    expect((await other.post(FEEDBACK, click)).status).toBe(404);
  });

  it('are empty where nobody searched', async () => {
    const demo = await sharedClient('demo-engineer');

    expect(await demo.get(`${ANALYTICS}?from=2020-01-01&to=2020-12-31`)).toMatchObject({
      status: 200,
      body: {
        searches: 0,
        latency_ms: { p50: null, p95: null, p99: null },
        zero_result_rate: 0,
        low_score_rate: 0,
        click_through_rate: 0,
        cache_hit_rate: 0,
        top_queries: [],
        knowledge_gaps: [],
      },
    });
  });

  it('are for engineers, feedback is for agents', async () => {
    const [viewer, agent] = [await sharedClient('demo-viewer'), await sharedClient('demo-agent')];
    const answer = await search(viewer, 'quokka gearbox');
    const said = { search_id: answer.search_id, result_id: answer.results[0].id, verdict: 'helpful' };

    expect((await viewer.post(FEEDBACK, said)).status).toBe(403);
    expect((await agent.post(FEEDBACK, said)).status).toBe(204);
    expect((await agent.get(ANALYTICS)).status).toBe(403);
  });
});
