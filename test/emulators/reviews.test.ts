import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { startInProcessStack } from '#test/support/in-process-stack.ts';
import { putDraft } from '#test/support/put-draft.ts';

const stack = await startInProcessStack();
afterAll(() => stack.stop());

const KNOWLEDGE = '/api/v1/knowledge';
const engineer = await stack.client('demo-engineer');
const viewer = await stack.client('demo-viewer');
const stranger = await stack.client('other-admin');

const waiting = async (): Promise<string[]> =>
  (await engineer.all(`${KNOWLEDGE}/review-queue?limit=1`)).map(({ id }) => id);
/** What happened to an article in turn; what is found about it beside that depends on what else there is. */
const kinds = async (id: string): Promise<string[]> =>
  (await engineer.all(`${KNOWLEDGE}/${id}/versions?limit=1`))
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'flagged')
    .toReversed();

describe('reviews', () => {
  it('take a draft from the queue to the readers, with its sources and its history', async () => {
    await engineer.post('/api/v1/cases', { id: 'c-1', title: 'Blank pages', description: 'Since Monday.' });
    await putDraft(stack, { id: 'kb-1', cites: 'c-1', content: '- Blank pages\n- Replace the zebradrum.' });
    const path = `${KNOWLEDGE}/kb-1`;

    expect(await waiting()).toEqual(['kb-1']);
    expect((await stranger.get(`${KNOWLEDGE}/review-queue`)).body.items).toEqual([]);
    expect((await viewer.get(path)).status).toBe(404);
    expect((await viewer.get(`${KNOWLEDGE}/review-queue`)).status).toBe(403);
    expect((await engineer.get(`${path}/claims`)).body.claims).toMatchObject([
      { text: 'Blank pages', sources: [{ case_id: 'c-1', standing: 'stands', found: { field: 'title' } }] },
    ]);

    const { body, headers } = await engineer.get(path);
    const edited = await engineer.put(
      path,
      { ...body, content: `${body.content}\n- Then print a page.` },
      { 'if-match': headers.get('etag') ?? '' },
    );
    expect(edited.body.claims).toMatchObject([
      { text: 'Blank pages', case_ids: ['c-1'] },
      { text: 'Then print a page.', by: 'editor' },
    ]);
    expect((await engineer.post(`${path}/approve`, {}, { 'if-match': '"1"' })).status).toBe(412);
    const etag = edited.headers.get('etag') ?? '';
    expect(
      await engineer.post(`${path}/approve`, { reason: 'tried it' }, { 'if-match': etag }),
    ).toMatchObject({
      status: 200,
      body: { state: 'not_validated' },
    });

    expect(await waiting()).toEqual([]);
    expect(await kinds('kb-1')).toEqual(['edited', 'edited', 'approved']);
    const { body: diff } = await engineer.get(`${path}/diff?from=1&to=2`);
    expect(diff.content).toContainEqual({
      kind: 'added',
      text: expect.stringContaining('Then print a page.'),
    });
    await eventually(async () => {
      const found = await viewer.post('/api/v1/search/hybrid', { query: 'zebradrum' });
      return found.body.results.some(({ id }: { id: string }) => id === 'kb-1') ? true : undefined;
    });
  });

  it('leave one article where two said the same', async () => {
    const content = 'Okapi fans hum.';
    for (const id of ['m-1', 'm-2']) {
      await engineer.post(KNOWLEDGE, { id, title: 'Okapi fan', content });
      await engineer.post(`${KNOWLEDGE}/${id}/transitions`, { state: 'not_validated' });
    }

    expect(await engineer.post(`${KNOWLEDGE}/m-1/merge`, { into: 'm-2' })).toMatchObject({
      status: 200,
      body: { state: 'archived', merged_into: 'm-2' },
    });

    const found = async () => {
      const { body } = await viewer.post('/api/v1/search/hybrid', { query: 'okapi', types: ['article'] });
      return body.results.map(({ id }: { id: string }) => id);
    };
    await eventually(async () => ((await found()).includes('m-2') ? true : undefined));
    expect(await found()).not.toContain('m-1');
    expect([await kinds('m-1'), await kinds('m-2')]).toEqual([
      ['created', 'moved', 'merged'],
      ['created', 'moved', 'absorbed'],
    ]);
  });

  it('end by themselves where nobody looks, and leave nothing of what is deleted', async () => {
    await engineer.post('/api/v1/cases', { id: 'c-2', title: 'Blank pages' });
    await putDraft(stack, { id: 'kb-2', cites: 'c-2', expiresAt: '2026-01-01T00:00:00.000Z' });
    await putDraft(stack, { id: 'kb-3', deleted: true });
    await putDraft(stack, { id: 'kb-4' });
    expect((await engineer.delete(`${KNOWLEDGE}/kb-4`)).status).toBe(204);

    for (let n = 0; n < 2; n += 1)
      expect(await stack.host.invoke('caselore-local-tend-articles', {})).toMatchObject({ ok: true });

    expect((await engineer.get(`${KNOWLEDGE}/kb-2`)).body).toMatchObject({ state: 'archived' });
    expect(await kinds('kb-2')).toEqual(['edited', 'expired']);
    for (const id of ['kb-3', 'kb-4']) {
      expect((await engineer.get(`${KNOWLEDGE}/${id}/versions`)).status).toBe(404);
      // Made again under its id, it has no history from before.
      await engineer.post(KNOWLEDGE, { id, title: 'New', content: 'x' });
      expect(await kinds(id)).toEqual(['created']);
    }
  });

  it('refuse an id that would hide the queue, and what only those who publish may do', async () => {
    expect(await engineer.post(KNOWLEDGE, { id: 'review-queue', title: 't', content: 'c' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/id' }] },
    });
    const bound = { id: 'r-1', title: 't', content: 'c', governance: 'compliance_based' };
    expect((await engineer.post(KNOWLEDGE, bound)).status).toBe(403);
    expect((await (await stack.client('demo-admin')).post(KNOWLEDGE, bound)).status).toBe(201);
  });
});
