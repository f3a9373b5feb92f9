import { describe, expect, it } from 'vitest';
import type { ArticleView } from '#contracts/article.ts';
import { jsonLines } from '#test/support/a-ticket.ts';
import { eventually } from '#test/support/eventually.ts';
import { sampleRows } from '#test/support/sample-rows.ts';
import { sharedClient } from '#test/support/shared-stack.ts';

type Client = Awaited<ReturnType<typeof sharedClient>>;

const JOB = '/api/v1/admin/jobs/knowledge_generation';
const PREFIX = 'kg-';

/** Cases of a few patterns, under ids that no other test has. */
const records = sampleRows('demo', 5).map(({ id, content }) => ({ id: `${PREFIX}${id}`, ...content }));

/** Runs the job as an operator does, when no run is under way, and answers its run when it has ended. */
const runJob = async (admin: Client) => {
  const runId = await eventually(async () => {
    const { status, body } = await admin.post(`${JOB}/trigger`, undefined);
    return status === 202 ? String(body.run_id) : undefined;
  }, 120);
  return eventually(async () => {
    const { items } = (await admin.get(`${JOB}/runs`)).body;
    const run = items.find(({ run_id: id }: { run_id: string }) => id === runId);
    return run === undefined || run.status === 'running' ? undefined : run;
  }, 180);
};

/** The articles that rest on our cases, by id. */
const ourArticles = async (admin: Client): Promise<readonly ArticleView[]> => {
  const all: ArticleView[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await admin.get(`/api/v1/knowledge?full=true&limit=100${query}`);
    all.push(...body.items);
    cursor = body.next_cursor;
  } while (cursor !== null);
  return all
    .filter(({ claims }) => claims.some(({ case_ids: ids }) => ids.some((id) => id.startsWith(PREFIX))))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

describe('knowledge that is made of imported cases', () => {
  it('is drafts whose claims stand in the cases, once', async () => {
    const [admin, engineer, other] = await Promise.all(
      ['demo-admin', 'demo-engineer', 'other-admin'].map((who) => sharedClient(who)),
    );
    const importId = await admin!.upload(jsonLines(records));
    await admin!.untilImport(importId, ['completed'], 120);

    const run = await runJob(admin!);

    expect(run).toMatchObject({ status: 'succeeded', counts: { failed: 0, left_out: 0 } });
    const articles = await ourArticles(engineer!);
    expect(articles.length).toBeGreaterThanOrEqual(3);
    const texts = new Map(records.map((record) => [record.id, JSON.stringify(record)]));
    for (const { state, source, claims, review, generation } of articles) {
      expect({ state, source, reasons: review?.points.map(({ reason }) => reason) }).toEqual({
        state: 'work_in_progress',
        source: 'generated',
        reasons: expect.arrayContaining(['new_draft']),
      });
      expect(generation).toMatchObject({ model: 'extractive', cost_usd: 0 });
      for (const { case_ids: ids, quotes } of claims)
        for (const [n, id] of ids.entries())
          expect(texts.get(id)).toContain(JSON.stringify(quotes[n]).slice(1, -1));
    }
    expect(await ourArticles(other!)).toEqual([]);

    expect(await runJob(admin!)).toMatchObject({ status: 'succeeded', counts: { left_out: 0 } });
    expect((await ourArticles(engineer!)).map(({ id, content }) => [id, content])).toEqual(
      articles.map(({ id, content }) => [id, content]),
    );
  }, 600_000);
});
