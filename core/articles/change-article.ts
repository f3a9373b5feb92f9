import type { ArticleChange } from '#contracts/article-change.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import { changeRecord } from '#core/records/change-record.ts';
import type { Tombstone } from '#core/records/stored-row.ts';
import type { LivingArticle } from './article-row.ts';
import { recordedArticles } from './recorded-articles.ts';

/** Which article is changed, over which version of it, and what the change is called. */
export type ArticleEdit = {
  readonly tenant: string;
  readonly id: string;
  readonly ifMatch?: number | undefined;
  readonly change: ArticleChange;
};

/** Makes an article's next row and writes it with its version; see changeRecord. */
export const changeArticle = <Next extends LivingArticle | Tombstone>(
  articles: ArticleStore,
  { change, ...key }: ArticleEdit,
  next: (row: LivingArticle) => Next | Promise<Next>,
): Promise<Next> => changeRecord({ noun: 'article', store: recordedArticles(articles, change) }, key, next);
