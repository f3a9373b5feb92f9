import type { ArticleState } from '#contracts/article-state.ts';
import type { RelatedArticle, RelatedArticles } from '#contracts/article-relations.ts';
import type { Role } from '#contracts/role.ts';
import type { Relation } from '#core/articles/compare-articles.ts';
import { findRelated, type FindRelatedDeps, type Related } from '#core/articles/find-related.ts';
import { shownStates } from '#core/articles/shown-states.ts';
import { visibleArticle } from '#core/articles/visible-article.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';

export type ListRelatedArticlesDeps = FindRelatedDeps & { articles: ArticleStore };

/** What is in the archive is no longer said. */
const SAID: readonly ArticleState[] = ['work_in_progress', 'not_validated', 'validated'];

const rounded = (cosine: number): number => Math.round(cosine * 1_000) / 1_000;

const viewOf = ({ row, comparison }: Related): RelatedArticle => ({
  article_id: row.id,
  title: row.content.title,
  state: row.state,
  problem: rounded(comparison.problem),
  resolution: rounded(comparison.resolution),
});

/** The articles that say the same as one, contradict it or are like it, as they are now; those that the caller may see. */
export const listRelatedArticles = (deps: ListRelatedArticlesDeps) => {
  const related = findRelated(deps);
  return async (tenant: string, id: string, roles: readonly Role[]): Promise<RelatedArticles> => {
    const row = await visibleArticle(deps.articles, tenant, id, roles);
    const found = await related(row, shownStates(roles, SAID));
    const of = (relation: Relation): RelatedArticle[] =>
      found.filter(({ comparison }) => comparison.relation === relation).map(viewOf);
    return { duplicates: of('duplicate'), contradictions: of('contradiction'), similar: of('similar') };
  };
};
