/**
 * Keys of the table of article links. A partition holds what belongs to one case, one article, or one tenant's books;
 * a tenant's id holds no `#`, so ids of any form stay apart.
 */
export const caseTiesKey = (tenant: string, caseId: string) => ({
  pk: `${tenant}#case#${caseId}`,
  sk: 'ties',
});
export const articleTiesKey = (tenant: string, articleId: string) => ({
  pk: articlePartition(tenant, articleId),
  sk: 'ties',
});
export const linkKey = (tenant: string, articleId: string, caseId: string) => ({
  pk: articlePartition(tenant, articleId),
  sk: `${LINK_PREFIX}${caseId}`,
});
export const cardKey = (tenant: string, articleId: string) => ({ pk: cardPartition(tenant), sk: articleId });
export const noteKey = (tenant: string, day: string, note: string, shard: string) => ({
  pk: dayPartition(tenant),
  sk: `${day}#${note}#${shard}`,
});

export const LINK_PREFIX = 'link#';
export const articlePartition = (tenant: string, articleId: string): string =>
  `${tenant}#article#${articleId}`;
export const cardPartition = (tenant: string): string => `${tenant}#cards`;
export const dayPartition = (tenant: string): string => `${tenant}#days`;
