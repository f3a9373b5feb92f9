import { describe, expect, it } from 'vitest';
import { ArticleView } from '#contracts/article.ts';
import { eventually } from '#test/support/eventually.ts';
import { sharedClient } from '#test/support/shared-stack.ts';

const KNOWLEDGE = '/api/v1/knowledge';
const HYBRID = '/api/v1/search/hybrid';
type Client = Awaited<ReturnType<typeof sharedClient>>;

/** Ids that a search finds, in order. */
const found = async (client: Client, body: object): Promise<string[]> => {
  const { body: answer } = await client.post(HYBRID, body);
  return answer.results.map(({ id }: { id: string }) => id);
};
const publish = async (engineer: Client, id: string): Promise<void> => {
  for (const state of ['not_validated', 'validated']) {
    const moved = await engineer.post(`${KNOWLEDGE}/${id}/transitions`, { state });
    expect(moved).toMatchObject({ status: 200, body: { id, state } });
  }
};

describe('knowledge', () => {
  it('is created, read, replaced and deleted, with versions that guard', async () => {
    const engineer = await sharedClient('demo-engineer');
    const weird = 'article/ä #%2F?&+';
    const path = `${KNOWLEDGE}/${encodeURIComponent(weird)}`;

    const created = await engineer.post(KNOWLEDGE, { id: weird, title: 'Fan', content: '# Cause\nDust.' });
    expect(created).toMatchObject({
      status: 201,
      body: { id: weird, state: 'work_in_progress', source: 'manual', claims: [] },
    });
    expect(ArticleView.parse(created.body)).toEqual(created.body);
    expect(created.headers.get('location')).toMatch(new RegExp(`${path.replaceAll(/[?+]/g, '\\$&')}$`));
    expect((await engineer.post(KNOWLEDGE, { id: weird, title: 'x', content: 'x' })).status).toBe(409);

    const read = await engineer.get(path);
    const etag = read.headers.get('etag') ?? '';
    expect(read).toMatchObject({ status: 200, body: created.body });

    const replaced = await engineer.put(
      path,
      { ...read.body, summary: 'Clean it.', state: 'validated', claims: [1] },
      { 'if-match': etag },
    );
    expect(replaced).toMatchObject({
      status: 200,
      body: { summary: 'Clean it.', state: 'work_in_progress', claims: [], version: read.body.version + 1 },
    });
    for (const stale of [
      await engineer.put(path, read.body, { 'if-match': etag }),
      await engineer.post(`${path}/transitions`, { state: 'not_validated' }, { 'if-match': etag }),
      await engineer.delete(path, { 'if-match': etag }),
    ]) {
      expect(stale).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
    }

    expect((await engineer.delete(path)).status).toBe(204);
    for (const gone of [
      await engineer.get(path),
      await engineer.delete(path),
      await engineer.put(path, { title: 't', content: 'c' }),
      await engineer.post(`${path}/transitions`, { state: 'archived' }),
    ]) {
      expect(gone).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
  });

  it('refuses what is no article, and a step that its state does not allow', async () => {
    const engineer = await sharedClient('demo-engineer');
    const { body } = await engineer.post(KNOWLEDGE, { title: 'Steps', content: 'x' });

    expect(await engineer.post(KNOWLEDGE, { title: ' ' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/title' }, { path: '/content' }] },
    });
    expect(await engineer.post(KNOWLEDGE, { title: 't', content: 'c', state: 'validated' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/state' }] },
    });
    expect(await engineer.post(`${KNOWLEDGE}/${body.id}/transitions`, { state: 'validated' })).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
    expect(await engineer.post(`${KNOWLEDGE}/${body.id}/transitions`, { state: 'x' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/state' }] },
    });
    expect(await engineer.get(`${KNOWLEDGE}?state=draft`)).toMatchObject({ status: 400 });
    expect(await engineer.get(`${KNOWLEDGE}?cursor=abc`)).toMatchObject({ status: 400 });
  });

  it('is for readers when it is published, and written by engineers only', async () => {
    const [engineer, agent, viewer] = [
      await sharedClient('demo-engineer'),
      await sharedClient('demo-agent'),
      await sharedClient('demo-viewer'),
    ];
    await engineer.post(KNOWLEDGE, { id: 'roles-1', title: 'Okapi roles', content: 'x', product: 'okapi' });
    const path = `${KNOWLEDGE}/roles-1`;
    const listed = async (client: Client, query: string) =>
      (await client.all(`${KNOWLEDGE}?${query}`)).map(({ id }) => id);

    for (const client of [agent, viewer]) {
      expect((await client.post(KNOWLEDGE, { title: 't', content: 'c' })).status).toBe(403);
      expect((await client.put(path, { title: 't', content: 'c' })).status).toBe(403);
      expect((await client.delete(path)).status).toBe(403);
      expect((await client.post(`${path}/transitions`, { state: 'archived' })).status).toBe(403);
      expect((await client.get(path)).status).toBe(404);
    }
    expect(await listed(engineer, 'limit=1')).toContain('roles-1');
    await eventually(async () =>
      (await listed(engineer, 'product=okapi&state=work_in_progress')).length === 1 ? true : undefined,
    );
    expect(await listed(viewer, 'product=okapi')).toEqual([]);
    expect(await listed(viewer, 'product=okapi&state=work_in_progress')).toEqual([]);

    await publish(engineer, 'roles-1');
    expect((await viewer.get(path)).body).toMatchObject({ state: 'validated' });
    const items = await eventually(async () => {
      const page = await viewer.all(`${KNOWLEDGE}?product=okapi&audience=internal&state=validated`);
      return page.length === 1 ? page : undefined;
    });
    expect(items[0]).toMatchObject({ id: 'roles-1' });
    expect(items[0]).not.toHaveProperty('content');
    expect((await viewer.get(`${KNOWLEDGE}?product=okapi&full=true`)).body.items[0]).toHaveProperty(
      'content',
    );

    await engineer.post(`${path}/transitions`, { state: 'archived' });
    expect((await viewer.get(path)).status).toBe(404);
    expect(await listed(viewer, 'product=okapi')).toEqual([]);
  });

  it('is found beside cases soon after a change, and gone from the search at once', async () => {
    const [engineer, viewer] = [await sharedClient('demo-engineer'), await sharedClient('demo-viewer')];
    await engineer.post('/api/v1/cases', { id: 'axolotl-case', title: 'Axolotl tank heater trips' });
    await engineer.post(KNOWLEDGE, {
      id: 'axolotl-1',
      title: 'Axolotl tank heater',
      summary: 'Replace the thermostat.',
      content: '## Cause\nA worn <thermostat>.',
      audience: 'partner',
    });
    const query = 'axolotl heater';

    const asked = { query, filters: { state: 'work_in_progress' } };
    const drafts = await eventually(async () => {
      const ids = await found(engineer, asked);
      return ids.includes('axolotl-1') ? ids : undefined;
    });
    expect(drafts[0]).toBe('axolotl-1');
    expect(await found(viewer, asked)).toEqual([]);
    expect(await found(engineer, { query, types: ['article'] })).not.toContain('axolotl-1');

    await publish(engineer, 'axolotl-1');
    const both = await eventually(async () => {
      const ids = await found(viewer, { query, limit: 2 });
      return ids.includes('axolotl-1') ? ids : undefined;
    });
    expect(both.toSorted()).toEqual(['axolotl-1', 'axolotl-case']);
    expect(await found(viewer, { query, types: ['case'] })).not.toContain('axolotl-1');
    expect(await found(viewer, { query, filters: { audience: 'partner' } })).toEqual(['axolotl-1']);
    expect((await viewer.post(HYBRID, { query: 'thermostat', limit: 1 })).body.results[0]).toMatchObject({
      id: 'axolotl-1',
      type: 'article',
      snippet: expect.stringContaining('&lt;<mark>thermostat</mark>&gt;'),
    });

    const similar = await viewer.post('/api/v1/search/similarity', { article_id: 'axolotl-1', limit: 1 });
    expect(similar.body.results).toMatchObject([{ id: 'axolotl-case', type: 'case' }]);

    await engineer.delete(`${KNOWLEDGE}/axolotl-1`);
    expect(await found(viewer, { query })).not.toContain('axolotl-1');
    expect((await viewer.post('/api/v1/search/similarity', { article_id: 'axolotl-1' })).status).toBe(404);
  });

  it('keeps a text that is larger than a row', async () => {
    const engineer = await sharedClient('demo-engineer');
    const content = '€'.repeat(250_000);

    await engineer.post(KNOWLEDGE, { id: 'large-1', title: 'Large', content });

    expect((await engineer.get(`${KNOWLEDGE}/large-1`)).body.content).toBe(content);
  });

  it('of one tenant is nothing to another', async () => {
    const [admin, other] = [await sharedClient('demo-admin'), await sharedClient('other-admin')];
    await admin.post(KNOWLEDGE, { id: 'mine-1', title: 'Quagga fence sensor', content: 'x' });
    await publish(admin, 'mine-1');
    await eventually(async () => (await found(admin, { query: 'quagga fence' }))[0]);
    const path = `${KNOWLEDGE}/mine-1`;
    const { body: first } = await admin.get(`${KNOWLEDGE}?limit=1`);

    for (const answer of [
      await other.get(path),
      await other.put(path, { title: 't', content: 'c' }),
      await other.delete(path),
      await other.post(`${path}/transitions`, { state: 'archived' }),
      await other.post('/api/v1/search/similarity', { article_id: 'mine-1' }),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    expect((await other.all(KNOWLEDGE)).map(({ id }) => id)).not.toContain('mine-1');
    expect(await found(other, { query: 'quagga fence' })).not.toContain('mine-1');
    expect(await other.get(`${KNOWLEDGE}?cursor=${encodeURIComponent(first.next_cursor)}`)).toMatchObject({
      status: 400,
    });
    expect((await admin.get(path)).body).toMatchObject({ state: 'validated' });
  });
});
