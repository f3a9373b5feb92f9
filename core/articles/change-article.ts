import type { ArticleStore } from '#core/ports/article-store.ts';
import { changeRecord } from '#core/records/change-record.ts';
import type { Tombstone } from '#core/records/stored-row.ts';
import type { LivingArticle } from './article-row.ts';

/** Makes an article's next row and writes it; see changeRecord. */
export const changeArticle = <Next extends LivingArticle | Tombstone>(
  articles: ArticleStore,
  key: { readonly tenant: string; readonly id: string; readonly ifMatch?: number | undefined },
  next: (row: LivingArticle) => Next,
): Promise<Next> => changeRecord({ noun: 'article', store: articles }, key, next);
