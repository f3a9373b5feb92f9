import { describe, expect, it } from 'vitest';
import type { ArticleLinks } from '#core/ports/article-links.ts';
import type { CaseTiesStore } from '#core/ports/case-ties-store.ts';
import { anArticleLink } from '#test/support/an-article-link.ts';

type Parts = { links: ArticleLinks; caseTies: CaseTiesStore };

/** What every ArticleLinks must do; `create` makes empty ones, with the ties that show them. */
export const articleLinksContract = (name: string, create: () => Promise<Parts>): void => {
  describe(`ArticleLinks: ${name}`, () => {
    it('gives back a link from both of its sides, and to its tenant only', async () => {
      const { links } = await create();
      const odd = anArticleLink({ articleId: 'a#1', caseId: 'c#ü/1', customer: undefined, kind: 'related' });
      await links.add(anArticleLink());
      await links.add(odd);

      expect(await links.ofArticle('demo', 'a#1')).toEqual([odd]);
      expect(await links.ofCase('demo', 'c#ü/1')).toEqual([odd]);
      expect(await links.ofCase('demo', 'c-1')).toEqual([anArticleLink()]);
      expect(await links.ofArticle('other', 'a-1')).toEqual([]);
      expect(await links.ofCase('other', 'c-1')).toEqual([]);
    });

    it('keeps the first of two links of the same two', async () => {
      const { links } = await create();
      const first = await links.add(anArticleLink());
      const second = await links.add(anArticleLink({ principal: 'bob', kind: 'related' }));

      expect(second).toEqual(first);
      expect(await links.ofArticle('demo', 'a-1')).toEqual([first]);
    });

    it('lets one of many be the first', async () => {
      const { links } = await create();
      const people = ['ann', 'bob', 'cid', 'dee'];

      const kept = await Promise.all(people.map((principal) => links.add(anArticleLink({ principal }))));

      expect(new Set(kept.map(({ principal }) => principal)).size).toBe(1);
      expect(await links.ofArticle('demo', 'a-1')).toEqual([kept[0]]);
    });

    it('removes a link once, and takes it again afterwards', async () => {
      const { links, caseTies } = await create();
      await links.add(anArticleLink());

      expect(await links.remove('other', 'a-1', 'c-1')).toBe(false);
      expect(await links.remove('demo', 'a-1', 'c-1')).toBe(true);
      expect(await links.remove('demo', 'a-1', 'c-1')).toBe(false);
      expect(await links.ofArticle('demo', 'a-1')).toEqual([]);
      expect(await links.ofCase('demo', 'c-1')).toEqual([]);
      expect(await caseTies.findMany('demo', ['c-1'])).toEqual(new Map());
      const again = anArticleLink({ principal: 'bob' });
      expect(await links.add(again)).toEqual(again);
      expect(await links.ofCase('demo', 'c-1')).toEqual([again]);
    });

    it('shows in the ties of the case', async () => {
      const { links, caseTies } = await create();
      await links.add(anArticleLink({ articleId: 'a-2' }));
      await links.add(anArticleLink());

      expect((await caseTies.findMany('demo', ['c-1', 'c-2'])).get('c-1')).toEqual({
        caseId: 'c-1',
        revision: expect.any(Number),
        restedOn: [],
        before: [],
        linked: ['a-1', 'a-2'],
        known: undefined,
      });
    });
  });
};
