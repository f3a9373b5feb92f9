import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { aGeneratedArticle } from '#test/support/a-generated-article.ts';
import { startInProcessStack } from '#test/support/in-process-stack.ts';
import { putArticle } from '#test/support/put-article.ts';
import { putSource } from '#test/support/put-source.ts';

const stack = await startInProcessStack();
const api = await stack.client('demo-engineer');
afterAll(() => stack.stop());

const MARKS = /zebrano|quillfeather/i;
const SOURCES = [
  ['c-1', 'A capacitor Zebrano-77 was blown. Pull the plug as Quillfeather did.'],
  ['c-2', 'Swap the fuse for one of 5 A. Pull the plug first.'],
  ['c-3', 'The lamp is green.'],
] as const;

/** The article as the API answers it, once it waits for this reason. */
const waitingFor = async (id: string, reason: string): Promise<any> =>
  eventually(async () => {
    const { body } = await api.get(`/api/v1/knowledge/${id}`);
    const reasons = (body.review?.points ?? []).map((point: { reason: string }) => point.reason);
    return reasons.includes(reason) ? body : undefined;
  }, 60);

describe('records that are watched, on the whole stack', () => {
  it('leave no word of an erased source in article, versions and search, and say which was reopened', async () => {
    for (const [id, resolution] of SOURCES) {
      await api.post('/api/v1/cases', { id, title: 'Charger sparks', status: 'resolved', resolution });
    }
    await putSource(stack, 'c-1');
    const article = aGeneratedArticle({ id: 'kb-1' });
    await putArticle(stack, article);
    await putArticle(stack, { ...article, version: 2 }, 1);
    await eventually(async () => {
      const { body } = await api.post('/api/v1/search/hybrid', { query: 'Zebrano-77', types: ['article'] });
      return body.results?.length > 0 ? body : undefined;
    }, 30);

    expect((await api.delete('/api/v1/cases/c-1')).status).toBe(204);
    expect(JSON.stringify(await waitingFor('kb-1', 'source_erased'))).not.toMatch(MARKS);
    const versions = await api.get('/api/v1/knowledge/kb-1/versions');
    expect(JSON.stringify(versions.body)).not.toMatch(MARKS);
    expect(JSON.stringify((await api.get('/api/v1/knowledge/kb-1/versions/1')).body)).not.toMatch(MARKS);
    await eventually(async () => {
      const { body } = await api.post('/api/v1/search/hybrid', { query: 'Zebrano-77' });
      return MARKS.test(JSON.stringify({ ...body, query: '' })) ? undefined : body;
    }, 30);

    const { body: reopened } = await api.get('/api/v1/cases/c-2');
    await api.put('/api/v1/cases/c-2', { ...reopened, status: 'open' });
    const { review } = await waitingFor('kb-1', 'source_reopened');
    expect(review.points).toContainEqual(
      expect.objectContaining({ reason: 'source_reopened', case_ids: ['c-2'] }),
    );
  }, 180_000);

  it('count links once, and show duplicates', async () => {
    const content = '## Problem\n\nEvery second label is skipped.\n\n## Fix\n\nClean the gap sensor.';
    for (const id of ['d-1', 'd-2']) {
      await api.post('/api/v1/knowledge', { id, title: 'Labels are skipped', content });
      await api.post(`/api/v1/knowledge/${id}/transitions`, { state: 'not_validated' });
    }
    const agent = await stack.client('demo-agent');
    for (const _ of [1, 2]) await agent.post('/api/v1/knowledge/d-1/links', { case_id: 'c-3' });

    const related = await eventually(async () => {
      const { body } = await agent.get('/api/v1/knowledge/d-1/related');
      return body.duplicates.length > 0 ? body : undefined;
    }, 30);
    expect(related.duplicates).toMatchObject([{ article_id: 'd-2', problem: 1, resolution: 1 }]);
    const metrics = await eventually(async () => {
      const { body } = await api.get('/api/v1/metrics/knowledge');
      return body.time_to_publish_hours.articles >= 2 ? body : undefined;
    }, 30);
    expect(metrics).toMatchObject({ reuse: { links: 1, articles: 1 }, link_rate: { linked_cases: 1 } });
  }, 120_000);
});
