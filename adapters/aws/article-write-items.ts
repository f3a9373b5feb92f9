import type { ArticleWrite } from '#core/ports/article-store.ts';
import { toArticleItem } from './article-item.ts';
import { deskItem } from './article-desk-item.ts';
import { versionItem } from './article-version-item.ts';
import { caseCondition } from './case-condition.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';
import type { TransactItems } from './transact.ts';

/** Where articles are, and where their versions and what is to be done about them. */
export type ArticleTables = { readonly articles: string; readonly versions: string };

/**
 * The parts of the transaction that writes an article: first the row, on the condition of its version; then the version
 * that says the same, what is proposed, and what is to be done about the article.
 */
export const articleWriteItems = async (
  { row, expected, change, proposed }: ArticleWrite,
  tables: ArticleTables,
  overflow: OverflowTexts,
): Promise<TransactItems> => {
  const item = await toArticleItem(row, overflow);
  const puts: Record<string, unknown>[] = [deskItem(row)];
  if (!row.deleted) puts.push(versionItem(row, item, change));
  if (proposed) {
    const said = await toArticleItem(proposed, overflow);
    puts.push(versionItem(proposed, said, { kind: 'proposed', by: change.by }));
  }
  return [
    { Put: { TableName: tables.articles, Item: item, ...caseCondition(expected) } },
    ...puts.map((Item) => ({ Put: { TableName: tables.versions, Item } })),
  ];
};
