import type { z } from 'zod';
import { ArticlePath } from '#contracts/article.ts';
import type { ArticleChangeKind } from '#contracts/article-change.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { changedArticle } from '#lambdas/shared/article-answer.ts';
import { ifMatchVersion } from '#lambdas/shared/etag.ts';
import { nothing, operation, type Caller, type Operation } from '#lambdas/shared/operation.ts';

/** An operation by which a person decides about an article: it obeys `If-Match` and answers what the article is then. */
export const decision = <Body extends z.ZodType>(
  kind: ArticleChangeKind,
  body: Body,
  decide: (
    caller: Caller,
    id: string,
    said: z.infer<Body>,
    ifMatch: number | undefined,
  ) => Promise<LivingArticle>,
): Operation =>
  operation({ path: ArticlePath, query: nothing, body }, async ({ caller, path, body: said, headers }) =>
    changedArticle(kind, await decide(caller, path.id, said, ifMatchVersion(headers['if-match']))),
  );
