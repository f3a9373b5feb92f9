import { describe, expect, it } from 'vitest';
import { aTicket, jsonLines } from '#test/support/a-ticket.ts';
import { eventually } from '#test/support/eventually.ts';
import { sharedClient } from '#test/support/shared-stack.ts';

const upsert = (n: number, id: string, occurredAt: string, title: string) => ({
  event_id: `${id}-${n}`,
  type: 'case_update',
  action: 'upsert',
  occurred_at: occurredAt,
  case: { id, title },
});
const gone = (n: number, id: string, occurredAt: string) => ({
  event_id: `${id}-${n}`,
  type: 'case_update',
  action: 'delete',
  occurred_at: occurredAt,
  case: { id },
});

describe('events of a source', () => {
  it('are taken once, in any order, found by search, and gone when they are deleted', async () => {
    const agent = await sharedClient('demo-agent');
    const send = (...events: unknown[]) => agent.post('/api/v1/events', { events });
    const search = async (query: string): Promise<string[]> => {
      const { body } = await agent.post('/api/v1/search/hybrid', { query });
      return body.results.map(({ id }: { id: string }) => id);
    };

    const newer = upsert(2, 'event-1', '2026-02-02', 'Snarkwidget leaks');
    expect(await send(newer, newer, upsert(1, 'event-1', '2026-02-01', 'Snarkwidget hums'))).toMatchObject({
      status: 202,
      body: { results: [{ status: 'accepted' }, { status: 'duplicate' }, { status: 'older' }] },
    });
    expect(await send(newer)).toMatchObject({ body: { results: [{ status: 'duplicate' }] } });
    expect((await agent.get('/api/v1/cases/event-1')).body).toMatchObject({
      title: 'Snarkwidget leaks',
      source_updated_at: '2026-02-02T00:00:00.000Z',
    });
    await eventually(async () => ((await search('snarkwidget')).includes('event-1') ? true : undefined));

    expect(await send(gone(4, 'event-1', '2026-02-04'))).toMatchObject({
      body: { results: [{ status: 'accepted' }] },
    });
    expect(await search('snarkwidget')).not.toContain('event-1');
    expect(await send(upsert(3, 'event-1', '2026-02-03', 'Snarkwidget is back'))).toMatchObject({
      body: { results: [{ status: 'older' }] },
    });
    expect((await agent.get('/api/v1/cases/event-1')).status).toBe(404);
  });

  it('and imports of the same source never overwrite what is newer', async () => {
    const admin = await sharedClient('demo-admin');
    const events = [
      upsert(1, 'event-2', '2026-02-02', 'Newer than the file'),
      gone(1, 'event-3', '2026-02-02'),
      upsert(1, 'event-4', '2026-01-01', 'Older than the file'),
    ];
    await admin.post('/api/v1/events', { events });
    const lines = [2, 3, 4].map((n) =>
      aTicket(n, { id: `event-${n}`, title: 'From the file', updated_at: '2026-02-01' }),
    );

    const { counts } = await admin.untilImport(await admin.upload(jsonLines(lines)), ['completed']);

    expect(counts).toMatchObject({ received: 3, indexed: 1, unchanged: 2 });
    expect((await admin.get('/api/v1/cases/event-2')).body.title).toBe('Newer than the file');
    expect((await admin.get('/api/v1/cases/event-3')).status).toBe(404);
    expect((await admin.get('/api/v1/cases/event-4')).body.title).toBe('From the file');
  });

  it('change what an article says, for those who may write articles', async () => {
    const [engineer, agent] = [await sharedClient('demo-engineer'), await sharedClient('demo-agent')];
    const about = (n: number, article: unknown) => ({
      events: [
        {
          event_id: `article-${n}`,
          type: 'knowledge_update',
          action: 'upsert',
          occurred_at: `2026-02-0${n}`,
          article,
        },
      ],
    });
    const article = { id: 'event-a', title: 'Worn drum', content: 'Replace it.' };

    expect(await agent.post('/api/v1/events', about(1, article))).toMatchObject({
      status: 202,
      body: { results: [{ status: 'rejected', code: 'forbidden' }] },
    });
    await engineer.post('/api/v1/events', about(1, article));
    await engineer.post('/api/v1/knowledge/event-a/transitions', { state: 'not_validated' });
    const changed = { ...article, title: 'A worn drum', state: 'archived', claims: [], source: 'generated' };
    await engineer.post('/api/v1/events', about(2, changed));

    expect((await agent.get('/api/v1/knowledge/event-a')).body).toMatchObject({
      title: 'A worn drum',
      state: 'not_validated',
      source: 'manual',
    });
  });

  it('reach the tenant of their sender only, by the legacy path too', async () => {
    const [demo, other] = [await sharedClient('demo-agent'), await sharedClient('other-admin')];
    await demo.post('/events', { events: [upsert(1, 'event-5', '2026-02-01', 'Ours')] });

    const same = await other.post('/api/v1/events', {
      events: [upsert(1, 'event-5', '2026-02-02', 'Theirs')],
    });
    await other.post('/api/v1/events', { events: [gone(2, 'event-5', '2026-02-03')] });

    expect(same.body.results).toEqual([{ event_id: 'event-5-1', status: 'accepted' }]);
    expect((await demo.get('/api/v1/cases/event-5')).body.title).toBe('Ours');
    expect((await other.get('/api/v1/cases/event-5')).status).toBe(404);
  });
});
