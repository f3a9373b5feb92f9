import type { AuthoriserContext } from '#contracts/principal.ts';
import { actorOf } from '#core/articles/actor-of.ts';
import { changeArticle } from '#core/articles/change-article.ts';
import { checkStanding } from '#core/articles/check-standing.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { ArticleVersions } from '#core/ports/article-versions.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Tombstone } from '#core/records/stored-row.ts';
import { tombstoneOf } from '#core/records/tombstone-of.ts';

export type DeleteArticleDeps = { articles: ArticleStore; versions: ArticleVersions; clock: Clock };

/**
 * Deletes an article and all it ever said, leaving a tombstone that holds its version; `not_found` when there is none.
 * Versions that a fault leaves behind can no longer be read, and are removed by whoever tends the articles.
 */
export const deleteArticle =
  ({ articles, versions, clock }: DeleteArticleDeps) =>
  async (who: AuthoriserContext, id: string, ifMatch?: number): Promise<Tombstone> => {
    const { tenant, roles } = who;
    const change = { kind: 'deleted', by: actorOf(who) } as const;
    const tombstone = await changeArticle(articles, { tenant, id, ifMatch, change }, (row) => {
      checkStanding(row, undefined, roles);
      return { ...tombstoneOf(clock)(row), sourceUpdatedAt: row.sourceUpdatedAt };
    });
    await versions.remove(tenant, id, tombstone.version);
    return tombstone;
  };
