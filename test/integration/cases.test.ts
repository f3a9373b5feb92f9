import { describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { sharedClient } from '#test/support/shared-stack.ts';

describe('cases', () => {
  it('are created, read, replaced and deleted, with versions that guard', async () => {
    const agent = await sharedClient('demo-agent');
    const weird = 'crud/ä #%2F?&+';
    const path = `/api/v1/cases/${encodeURIComponent(weird)}`;

    const created = await agent.post('/api/v1/cases', {
      id: weird,
      title: 'Screen stays black',
      tags: ['vip'],
      attributes: { rack: 7 },
    });
    expect(created).toMatchObject({
      status: 201,
      body: { id: weird, status: 'open', title: 'Screen stays black' },
    });
    expect(created.headers.get('location')).toMatch(new RegExp(`${path.replaceAll(/[?+]/g, '\\$&')}$`));
    expect((await agent.post('/api/v1/cases', { id: weird, title: 'again' })).status).toBe(409);

    const read = await agent.get(path);
    const etag = read.headers.get('etag') ?? '';
    expect(read).toMatchObject({ status: 200, body: created.body });
    expect(etag).toBe(created.headers.get('etag'));

    const replaced = await agent.put(
      path,
      { ...read.body, resolution: 'Replaced the cable.' },
      { 'if-match': etag },
    );
    expect(replaced).toMatchObject({
      status: 200,
      body: { resolution: 'Replaced the cable.', tags: ['vip'] },
    });
    expect(await agent.put(path, read.body, { 'if-match': etag })).toMatchObject({
      status: 412,
      body: { code: 'version_mismatch' },
    });
    expect((await agent.delete(path, { 'if-match': etag })).status).toBe(412);

    expect((await agent.delete(path)).status).toBe(204);
    expect((await agent.get(path)).status).toBe(404);
    expect((await agent.delete(path)).status).toBe(404);
    expect((await agent.put(path, { title: 't' })).status).toBe(404);
  });

  it('are searchable soon after a change and gone at once after a deletion', async () => {
    const agent = await sharedClient('demo-agent');
    const find = async (query: string) => {
      const { body } = await agent.post('/api/v1/search/hybrid', { query });
      return body.results.find((result: { id: string }) => result.id === 'fresh-1');
    };

    await agent.post('/api/v1/cases', { id: 'fresh-1', title: 'Zebrafish aquarium pump rattles' });
    expect(await eventually(() => find('zebrafish aquarium'), 2)).toMatchObject({
      title: 'Zebrafish aquarium pump rattles',
      snippet: expect.stringContaining('<mark>'),
    });
    await agent.put('/api/v1/cases/fresh-1', { title: 'Quokka enclosure door squeaks' });
    expect(await eventually(() => find('quokka enclosure'), 2)).toMatchObject({
      title: 'Quokka enclosure door squeaks',
    });

    await agent.delete('/api/v1/cases/fresh-1');
    expect(await find('quokka enclosure')).toBeUndefined();
  });

  it('are listed newest first, filtered, without their long texts unless asked', async () => {
    const agent = await sharedClient('demo-agent');
    for (let n = 0; n < 7; n += 1) {
      await agent.post('/api/v1/cases', {
        id: `list-${n}`,
        title: `listed ${n}`,
        description: 'long',
        customer: 'lister',
        status: n % 2 ? 'Resolved' : 'open',
      });
    }

    const all = (await agent.all('/api/v1/cases?limit=3')).filter(({ id }) => id.startsWith('list-'));
    expect(all.map(({ id }) => id)).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `list-${n}`));
    expect(all[0]).not.toHaveProperty('description');
    expect((await agent.get('/api/v1/cases?limit=1&full=true')).body.items[0]).toHaveProperty('description');

    const resolved = await eventually(async () => {
      const items = await agent.all('/api/v1/cases?customer=lister&status=RESOLVED&limit=2');
      return items.length === 3 ? items : undefined;
    });
    expect(resolved.map(({ id }) => id)).toEqual(['list-5', 'list-3', 'list-1']);
    await agent.delete('/api/v1/cases/list-3');
    expect((await agent.all('/api/v1/cases?customer=lister&status=resolved')).map(({ id }) => id)).toEqual([
      'list-5',
      'list-1',
    ]);
  });
});
