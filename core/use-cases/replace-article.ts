import type { ArticleContent } from '#contracts/article.ts';
import type { AuthoriserContext } from '#contracts/principal.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { changeAsPerson } from '#core/articles/change-as-person.ts';
import { withContent } from '#core/articles/with-content.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';

export type ReplaceArticleDeps = { articles: ArticleStore; clock: Clock; hasher: Hasher };

/**
 * Replaces what an article says; it never creates (`not_found`). State and source stay; of a generated article those
 * claims stay whose statement does, see editedClaims.
 */
export const replaceArticle =
  (deps: ReplaceArticleDeps) =>
  (who: AuthoriserContext, id: string, content: ArticleContent, ifMatch?: number): Promise<LivingArticle> =>
    changeAsPerson(deps, who, { id, ifMatch, change: { kind: 'edited' } }, ({ review, ...row }) => ({
      ...withContent(deps.hasher, row, content),
      // Somebody works on the draft: it waits on, but does not expire.
      ...(review && { review: { points: review.points } }),
    }));
