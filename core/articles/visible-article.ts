import type { Role } from '#contracts/role.ts';
import type { ArticleReader } from '#core/ports/article-store.ts';
import { livingRecord, notThere } from '#core/records/living-record.ts';
import type { LivingArticle } from './article-row.ts';
import { maySee } from './shown-states.ts';

/** The article of an id, if the caller may see it in its state; else `not_found`, as for an id that nobody has. */
export const visibleArticle = async (
  articles: ArticleReader,
  tenant: string,
  id: string,
  roles: readonly Role[],
): Promise<LivingArticle> => {
  const row = await livingRecord({ noun: 'article', store: articles }, tenant, id);
  if (!maySee(roles, row.state)) throw notThere('article');
  return row;
};
