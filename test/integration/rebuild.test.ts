import { afterAll, describe, expect, it } from 'vitest';
import { aTicket, jsonLines } from '#test/support/a-ticket.ts';
import { type ApiClient, apiClient } from '#test/support/api-client.ts';
import { eventually } from '#test/support/eventually.ts';
import { startLocalStack } from '#test/support/local-stack.ts';

const LINES = 2_000;
const STATUS = '/api/v1/admin/index';

/** Searches one record after the other by its title until told to stop; answers what it did not find. */
const searching = (api: ApiClient) => {
  const missed: unknown[] = [];
  const stop = new AbortController();
  let searched = 0;
  const work = async (): Promise<void> => {
    for (let n = 0; !stop.signal.aborted; n = (n + 37) % LINES) {
      const { status, body } = await api.post('/api/v1/search/hybrid', {
        query: aTicket(n)['title'],
        limit: 1,
      });
      searched += 1;
      if (status !== 200 || body.results[0]?.id !== `t-${n}`) missed.push([n, status, body]);
    }
  };
  // A stack that was killed answers no more.
  const done = work().catch(() => undefined);
  return async () => {
    stop.abort();
    await done;
    return { missed, searched };
  };
};

describe('a rebuild of the index', () => {
  let stack: Awaited<ReturnType<typeof startLocalStack>> | undefined;
  afterAll(() => stack?.stop());

  it(
    'goes on after everything was killed, ends exact, and nobody misses anything meanwhile',
    { timeout: 420_000 },
    async () => {
      stack = await startLocalStack();
      const records = Array.from({ length: LINES }, (_, n) => aTicket(n));
      const before = apiClient(stack.url, await stack.token('demo-admin'));
      const engineer = apiClient(stack.url, await stack.token('demo-engineer'));
      await before.untilImport(await before.upload(jsonLines(records)), ['completed'], 180);

      expect((await engineer.get(STATUS)).body).toMatchObject({
        live: { generation: 1, embedder: 'static', dimensions: 256 },
        rebuild_needed: false,
        rebuild: null,
      });
      expect((await engineer.post(`${STATUS}/rebuild`, {})).status).toBe(403);
      expect((await before.post(`${STATUS}/cancel`, undefined)).status).toBe(409);
      expect((await before.post(`${STATUS}/rebuild`, { embedder: 'nobody' })).status).toBe(422);
      const stopBefore = searching(before);
      const begun = await before.post(`${STATUS}/rebuild`, {});
      expect(begun).toMatchObject({ status: 202, body: { rebuild: { generation: 2, state: 'waiting' } } });
      expect((await before.post(`${STATUS}/rebuild`, {})).status).toBe(409);

      const copying = await eventually(async () => {
        const { rebuild } = (await before.get(STATUS)).body;
        return rebuild === null || rebuild.progress.done > 0 ? (rebuild ?? 'ended') : undefined;
      }, 60);
      expect(copying).toMatchObject({ state: 'copying', generation: 2 });
      await before.delete('/api/v1/cases/t-5');
      await before.put('/api/v1/cases/t-6', { title: 'changed meanwhile', status: 'open' });
      await stack.kill();
      const seenBefore = await stopBefore();
      stack = await startLocalStack({ dataDirectory: stack.dataDirectory });

      const after = apiClient(stack.url, await stack.token('demo-admin'));
      const stopAfter = searching(after);
      const ended = await eventually(async () => {
        const { body } = await after.get(STATUS);
        return body.rebuild === null ? body : undefined;
      }, 120);
      const seenAfter = await stopAfter();

      expect(ended).toMatchObject({
        live: { generation: 2 },
        retired: [{ generation: 1 }],
        last_rebuild: { generation: 2, outcome: 'completed' },
      });
      expect(seenBefore.searched).toBeGreaterThan(0);
      expect(seenAfter.searched).toBeGreaterThan(0);
      const changed = new Set([5, 6]);
      const missed = [...seenBefore.missed, ...seenAfter.missed] as [number, number, unknown][];
      expect(missed.filter(([n]) => !changed.has(n))).toEqual([]);
      const health = (await after.get('/api/v1/health/detailed')).body;
      expect(health.components.vector_store).toMatchObject({ vector_count: LINES - 1, generation: 2 });
      // Read back from the new generation, each by its version.
      const again = records.filter((_, n) => !changed.has(n));
      const second = await after.untilImport(await after.upload(jsonLines(again)), ['completed'], 120);
      expect(second.counts).toEqual({
        received: LINES - 2,
        indexed: 0,
        unchanged: LINES - 2,
        rejected: 0,
        failed: 0,
        pending: 0,
      });
      const found = await after.post('/api/v1/search/hybrid', { query: 'changed meanwhile', limit: 1 });
      expect(found.body.results[0]?.id).toBe('t-6');
    },
  );
});
