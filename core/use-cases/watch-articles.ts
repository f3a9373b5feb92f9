import type { CaseKey } from '#contracts/case-key.ts';
import { oneByOne, type FailedFollowing } from '#core/links/one-by-one.ts';
import { articleCard } from '#core/metrics/article-card.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { KnowledgeBooks } from '#core/ports/knowledge-books.ts';
import type { keepCitations } from './keep-citations.ts';
import type { tellRelations } from './tell-relations.ts';

export type WatchArticlesDeps = {
  articles: Pick<ArticleStore, 'find'>;
  books: Pick<KnowledgeBooks, 'putCard'>;
  keepCitations: ReturnType<typeof keepCitations>;
  tellRelations: ReturnType<typeof tellRelations>;
};

/**
 * Follows changed articles: on which cases they rest, what the books know of them, and which others say the same or
 * contradict them. The first never waits for the last, which needs the index. Answers those that failed.
 */
export const watchArticles = ({
  articles,
  books,
  keepCitations: cite,
  tellRelations: tell,
}: WatchArticlesDeps) => {
  const one = async (tenant: string, id: string): Promise<void> => {
    await cite(tenant, id);
    const row = await articles.find(tenant, id);
    if (!row) return;
    await books.putCard(tenant, articleCard(row));
    if (!row.deleted) await tell(row);
  };

  return async (keys: readonly CaseKey[]): Promise<readonly FailedFollowing[]> => {
    const failed: FailedFollowing[] = [];
    for (const [tenant, own] of Map.groupBy(keys, (key) => key.tenant)) {
      const lost = await oneByOne([...new Set(own.map(({ id }) => id))], (id) => one(tenant, id));
      failed.push(
        ...lost.map(({ id, error }): FailedFollowing => ({ key: { tenant, kind: 'article', id }, error })),
      );
    }
    return failed;
  };
};
