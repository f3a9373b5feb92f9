import { describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { sharedClient } from '#test/support/shared-stack.ts';

describe('the feed of a case', () => {
  it('takes entries, lists them newest last, and is searched', async () => {
    const agent = await sharedClient('demo-agent');
    const { headers: before } = await agent.post('/api/v1/cases', {
      id: 'feed-1',
      title: 'Badge reader is dead',
    });
    const path = '/api/v1/cases/feed-1/feed';
    expect(await agent.get(path)).toMatchObject({ status: 200, body: { items: [], next_cursor: null } });

    const added = await agent.post(path, {
      type: 'comment',
      author: 'Ada',
      body: 'Swapped the quokkasaurus fuse.',
    });
    expect(added).toMatchObject({
      status: 201,
      body: { id: expect.any(String), type: 'comment', author: 'Ada', created_at: expect.any(String) },
    });
    expect(added.headers.get('etag')).not.toBe(before.get('etag'));
    const old = { id: 'old', type: 'note', body: 'Reported by phone.', created_at: '2020-01-01' };
    expect((await agent.post(path, old)).status).toBe(201);
    expect(await agent.post(path, old)).toMatchObject({ status: 409, body: { code: 'already_exists' } });

    expect((await agent.all(`${path}?limit=1`)).map(({ id }) => id)).toEqual(['old', added.body.id]);
    expect((await agent.get('/api/v1/cases/feed-1')).body.feed).toHaveLength(2);
    const found = await eventually(async () => {
      const { body } = await agent.post('/api/v1/search/hybrid', { query: 'quokkasaurus' });
      return body.results.find(({ id }: { id: string }) => id === 'feed-1');
    }, 5);
    expect(found.snippet).toContain('<mark>quokkasaurus</mark>');
  });

  it('keeps every entry of writers that meet', async () => {
    const agent = await sharedClient('demo-agent');
    await agent.post('/api/v1/cases', { id: 'feed-2', title: 'Two at once' });
    const path = '/api/v1/cases/feed-2/feed';

    const answers = await Promise.all(
      ['a', 'b'].map((id) => agent.post(path, { id, type: 'note', body: id })),
    );

    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set((await agent.all(path)).map(({ id }) => id))).toEqual(new Set(['a', 'b']));
  });

  it('is closed to viewers who write, to other tenants, and to what is no entry', async () => {
    const agent = await sharedClient('demo-agent');
    await agent.post('/api/v1/cases', { id: 'feed-3', title: 'Closed' });
    const path = '/api/v1/cases/feed-3/feed';
    const note = { type: 'note', body: 'Hello' };

    expect((await (await sharedClient('demo-viewer')).post(path, note)).status).toBe(403);
    expect((await (await sharedClient('demo-viewer')).get(path)).status).toBe(200);
    const other = await sharedClient('other-admin');
    expect((await other.post(path, note)).status).toBe(404);
    expect((await other.get(path)).status).toBe(404);
    expect((await agent.post('/api/v1/cases/nobody/feed', note)).status).toBe(404);
    expect((await agent.post(path, { type: 'shout', body: 'Hello' })).status).toBe(422);
    expect((await agent.post(path, { type: 'note', body: '  ' })).status).toBe(422);
    expect((await agent.get(`${path}?cursor=nonsense`)).status).toBe(400);
  });

  it('holds 1,000 entries and no more', async () => {
    const agent = await sharedClient('demo-agent');
    const feed = Array.from({ length: 999 }, (_, n) => ({
      id: `f-${n}`,
      type: 'note',
      body: `Entry ${n}`,
      created_at: '2026-01-01',
    }));
    await agent.post('/api/v1/cases', { id: 'feed-4', title: 'Long story', feed });
    const path = '/api/v1/cases/feed-4/feed';

    expect((await agent.post(path, { type: 'note', body: 'The last' })).status).toBe(201);
    expect(await agent.post(path, { type: 'note', body: 'One too many' })).toMatchObject({
      status: 409,
      body: { code: 'limit_reached' },
    });
    expect(await agent.all(`${path}?limit=200`)).toHaveLength(1_000);
  });
});
