import type { ArticleLinks } from '#core/ports/article-links.ts';

/** Links that are moved at once. */
const AT_ONCE = 10;

/**
 * Makes the links of one article those of another, which keeps its own where both are linked to the same case. What a
 * crash leaves is moved when it is done again.
 */
export const moveLinks =
  (links: Pick<ArticleLinks, 'ofArticle' | 'add' | 'remove'>) =>
  async (tenant: string, from: string, into: string): Promise<void> => {
    for (;;) {
      const left = await links.ofArticle(tenant, from);
      if (left.length === 0) return;
      for (let done = 0; done < left.length; done += AT_ONCE) {
        await Promise.all(
          left.slice(done, done + AT_ONCE).map(async (link) => {
            await links.add({ ...link, articleId: into });
            await links.remove(tenant, from, link.caseId);
          }),
        );
      }
    }
  };
