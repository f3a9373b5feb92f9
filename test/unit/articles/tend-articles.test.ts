import { describe, expect, it } from 'vitest';
import { deleteArticle } from '#core/use-cases/delete-article.ts';
import { replaceArticle } from '#core/use-cases/replace-article.ts';
import { tendArticles } from '#core/use-cases/tend-articles.ts';
import { aCaller } from '#test/support/a-caller.ts';
import { aDraft } from '#test/support/a-draft.ts';
import { anArticle } from '#test/support/an-article.ts';
import { setupReview } from './setup-review.ts';

const DAY = 24 * 60 * 60 * 1_000;

describe('tendArticles', () => {
  it('archives drafts that nobody has looked at in time, once', async () => {
    const world = setupReview();
    const draft = await world.drafted();
    const tend = tendArticles(world);

    world.clock.advance(30 * DAY - 1);
    expect(await tend()).toMatchObject({ expired: 0, oldestReviewSeconds: 2_592_000 });
    world.clock.advance(1);
    expect(await tend()).toEqual({ expired: 1, erased: 0, oldestReviewSeconds: 0 });
    expect(await tend()).toMatchObject({ expired: 0 });

    const expired = await world.articles.find('demo', 'kb-p-1');
    expect(expired).toMatchObject({ state: 'archived', version: draft.version + 1 });
    expect(expired).not.toHaveProperty('review');
    expect((await world.versions.find('demo', 'kb-p-1', draft.version + 1))?.head.change).toEqual({
      kind: 'expired',
      by: { kind: 'job', id: 'tend-articles' },
    });
  });

  it('leaves a draft that somebody has worked on', async () => {
    const world = setupReview();
    const { content } = await world.drafted();
    await replaceArticle(world)(aCaller(), 'kb-p-1', content);
    world.clock.advance(31 * DAY);

    expect(await tendArticles(world)()).toMatchObject({ expired: 0, oldestReviewSeconds: 2_678_400 });
    expect((await world.desk.queue('demo', { limit: 9 })).entries).toHaveLength(1);
  });

  it('leaves a draft that somebody looks at at that moment', async () => {
    const world = setupReview();
    await world.drafted();
    world.clock.advance(31 * DAY);
    const desk = {
      ...world.desk,
      async expired(by: string, limit: number) {
        const due = await world.desk.expired(by, limit);
        await deleteArticle(world)(aCaller(), 'kb-p-1');
        await world.store('demo', 'kb-p-1', aDraft('Another.', 'e-9'));
        return [...due, { tenant: 'demo', id: 'nobody', version: 1 }];
      },
    };

    expect(await tendArticles({ ...world, desk })()).toMatchObject({ expired: 0 });
    expect(await world.articles.find('demo', 'kb-p-1')).toMatchObject({ state: 'work_in_progress' });
  });

  it('removes the versions of a deleted article that a crash left', async () => {
    const world = setupReview(anArticle());
    const dying = { ...world.versions, remove: () => Promise.reject(new Error('crashed')) };
    await world.drafted();
    await expect(deleteArticle({ ...world, versions: dying })(aCaller(), 'kb-p-1')).rejects.toThrow(
      'crashed',
    );
    expect(await world.articles.find('demo', 'kb-p-1')).toMatchObject({ deleted: true });
    expect(await world.kinds('kb-p-1')).toEqual(['generated']);

    expect(await tendArticles(world)()).toMatchObject({ erased: 1 });
    expect(await world.kinds('kb-p-1')).toEqual([]);
    expect(await tendArticles(world)()).toMatchObject({ erased: 0 });
  });

  it('keeps the versions of an article that was made again', async () => {
    const world = setupReview();
    await world.drafted();
    const dying = { ...world.versions, remove: () => Promise.reject(new Error('crashed')) };
    await deleteArticle({ ...world, versions: dying })(aCaller(), 'kb-p-1').catch(() => undefined);
    const stale = await world.desk.unerased(9);
    await world.store('demo', 'kb-p-1', aDraft());

    await tendArticles({ ...world, desk: { ...world.desk, unerased: async () => stale } })();

    expect((await world.kinds('kb-p-1')).at(-1)).toBe('generated');
  });

  it('goes on with the others where one fails, and tells', async () => {
    const world = setupReview();
    await world.drafted();
    await world.store('demo', 'kb-p-2', aDraft());
    world.clock.advance(30 * DAY);
    const articles: typeof world.articles = {
      ...world.articles,
      find: (tenant, id) =>
        id === 'kb-p-1' ? Promise.reject(new Error('broken')) : world.articles.find(tenant, id),
    };

    await expect(tendArticles({ ...world, articles })()).rejects.toThrow('1 articles');
    expect(await world.articles.find('demo', 'kb-p-2')).toMatchObject({ state: 'archived' });
  });
});
