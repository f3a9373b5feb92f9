import { describe, expect, it } from 'vitest';
import type { ReviewReason } from '#contracts/article-review.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import type { ArticleDesk, QueueQuery } from '#core/ports/article-desk.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { ArticleVersions } from '#core/ports/article-versions.ts';
import { aGeneration } from '#test/support/a-generation.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';
import { written } from '#test/support/written.ts';

type Office = {
  readonly articles: ArticleStore;
  readonly versions: ArticleVersions;
  readonly desk: ArticleDesk;
};

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;

const waiting = (
  id: string,
  casesAMonth: number,
  overrides: Partial<LivingArticle> & { readonly reason?: ReviewReason; readonly category?: string } = {},
): LivingArticle => {
  const { reason = 'new_draft', category = 'network', ...row } = overrides;
  return anArticle({
    id,
    content: articleContent({ category }),
    generation: aGeneration({ cases_a_month: casesAMonth }),
    review: { points: [{ reason, since: day(5) }] },
    ...row,
  });
};

const allOf = async (desk: ArticleDesk, tenant: string, query: Partial<QueueQuery> = {}) => {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await desk.queue(tenant, { limit: 2, ...query, after });
    ids.push(...page.entries.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return ids;
};

/** What every desk of articles must do, and every article store for it. */
export const articleDeskContract = (name: string, create: () => Promise<Office>): void => {
  describe(`ArticleDesk: ${name}`, () => {
    it('lists what saves most first, page by page, each once, of its tenant', async () => {
      const { articles, desk } = await create();
      const rows = [
        waiting('few', 2),
        waiting('many', 1_200),
        waiting('some#1', 30.5),
        waiting('some#2', 30.5),
        waiting('halved', 100, { reason: 'changed_evidence' }),
        waiting('foreign', 7, { tenant: 'other' }),
        anArticle({ id: 'quiet' }),
      ];
      for (const row of rows) await articles.write(written(row));

      expect(await allOf(desk, 'demo')).toEqual(['many', 'halved', 'some#2', 'some#1', 'few']);
      expect(await allOf(desk, 'other')).toEqual(['foreign']);
      expect(await allOf(desk, 'nobody')).toEqual([]);
    });

    it('lists one reason or one category', async () => {
      const { articles, desk } = await create();
      for (let n = 0; n < 5; n += 1) {
        await articles.write(written(waiting(`draft-${n}`, n, { category: n % 2 ? 'disk' : 'network' })));
        await articles.write(written(waiting(`dup-${n}`, n, { reason: 'duplicate' })));
      }

      expect(await allOf(desk, 'demo', { reason: 'duplicate' })).toEqual([
        'dup-4',
        'dup-3',
        'dup-2',
        'dup-1',
        'dup-0',
      ]);
      expect(await allOf(desk, 'demo', { category: 'disk' })).toEqual(['draft-3', 'draft-1']);
      expect(await allOf(desk, 'demo', { category: 'disk', reason: 'duplicate' })).toEqual([]);
    });

    it('lists nothing any more that was looked at or deleted', async () => {
      const { articles, desk } = await create();
      for (const id of ['seen', 'gone']) await articles.write(written(waiting(id, 1)));

      await articles.write(written(anArticle({ id: 'seen', version: 2 }), 1));
      await articles.write(
        written({ tenant: 'demo', id: 'gone', version: 2, deleted: true, updatedAt: day(6) }, 1),
      );

      expect(await allOf(desk, 'demo')).toEqual([]);
    });

    it('names drafts that have expired, of every tenant, the longest first', async () => {
      const { articles, desk } = await create();
      const draft = (id: string, expires: number, tenant = 'demo') =>
        waiting(id, 1, {
          tenant,
          review: { points: [{ reason: 'new_draft', since: day(1) }], expires_at: day(expires) },
        });
      for (const row of [draft('b', 11), draft('a', 10, 'other'), draft('c', 12), waiting('d', 1)])
        await articles.write(written(row));

      expect(await desk.expired(day(11), 9)).toEqual([
        { tenant: 'other', id: 'a', version: 1 },
        { tenant: 'demo', id: 'b', version: 1 },
      ]);
      expect(await desk.expired(day(11), 1)).toHaveLength(1);
      expect(await desk.expired(day(9), 9)).toEqual([]);
    });

    it('names deleted articles until their versions are removed', async () => {
      const { articles, versions, desk } = await create();
      await articles.write(written(anArticle()));
      await articles.write(
        written({ tenant: 'demo', id: 'a-1', version: 2, deleted: true, updatedAt: day(6) }, 1),
      );

      expect(await desk.unerased(9)).toEqual([{ tenant: 'demo', id: 'a-1', version: 2 }]);
      await versions.remove('demo', 'a-1', 2);
      expect(await desk.unerased(9)).toEqual([]);
    });

    it('says since when the oldest review waits', async () => {
      const { articles, desk } = await create();
      expect(await desk.oldestReview()).toBeUndefined();

      const since = (n: number, expires?: string) => ({
        points: [
          { reason: 'duplicate' as const, since: day(n + 1) },
          { reason: 'new_draft' as const, since: day(n) },
        ],
        expires_at: expires,
      });
      await articles.write(written(waiting('a', 1, { review: since(8) })));
      await articles.write(written(waiting('b', 1, { review: since(4, day(20)), tenant: 'other' })));
      expect(await desk.oldestReview()).toBe(day(4));

      await articles.write(written(waiting('c', 1, { review: since(2) })));
      expect(await desk.oldestReview()).toBe(day(2));
    });
  });
};
