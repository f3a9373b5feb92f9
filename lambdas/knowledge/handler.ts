import {
  ArticleContent,
  ArticlePath,
  ArticleReplacement,
  ArticleTransition,
  NewArticle,
} from '#contracts/article.ts';
import { ArticleListQuery } from '#contracts/article-list.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { articleView } from '#core/articles/article-view.ts';
import type { AnswerOnceDeps } from '#core/use-cases/answer-once.ts';
import { createArticle, type CreateArticleDeps } from '#core/use-cases/create-article.ts';
import { deleteArticle } from '#core/use-cases/delete-article.ts';
import { getArticle } from '#core/use-cases/get-article.ts';
import type { ListArticlesDeps } from '#core/use-cases/list-articles.ts';
import { replaceArticle } from '#core/use-cases/replace-article.ts';
import { transitionArticle } from '#core/use-cases/transition-article.ts';
import { checkId } from '#lambdas/shared/check-id.ts';
import { etagOf, ifMatchVersion } from '#lambdas/shared/etag.ts';
import { json, noContent } from '#lambdas/shared/json.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { pathSegment } from '#lambdas/shared/path-segment.ts';
import { routeOnce } from '#lambdas/shared/route.ts';
import { articlePages } from './article-pages.ts';

export type KnowledgeDeps = CreateArticleDeps &
  AnswerOnceDeps &
  ListArticlesDeps & {
    /** The API's base URL, without a slash at its end. */
    readonly publicUrl: string;
  };

const answer = (status: number, row: LivingArticle, headers: Readonly<Record<string, string>> = {}) =>
  json(status, articleView(row), { etag: etagOf(row.version), ...headers });

/** The routes under `/knowledge`. */
export const createHandler = (deps: KnowledgeDeps) => {
  const create = createArticle(deps);
  const get = getArticle(deps);
  const replace = replaceArticle(deps);
  const remove = deleteArticle(deps);
  const transition = transitionArticle(deps);
  const pages = articlePages(deps);

  return routeOnce(deps)({
    listArticles: operation(
      { path: nothing, query: ArticleListQuery, body: noBody },
      async ({ caller, query }) => json(200, await pages(caller, query)),
    ),

    createArticle: operation(
      { path: nothing, query: nothing, body: NewArticle },
      async ({ caller, body: { id, ...content } }) => {
        const row = await create(caller.tenant, content, id);
        const location = `${deps.publicUrl}/api/v1/knowledge/${pathSegment(row.id)}`;
        return answer(201, row, { location });
      },
    ),

    getArticle: operation({ path: ArticlePath, query: nothing, body: noBody }, async ({ caller, path }) =>
      answer(200, await get(caller.tenant, path.id, caller.roles)),
    ),

    replaceArticle: operation(
      { path: ArticlePath, query: nothing, body: ArticleReplacement },
      async ({ caller, path, body, headers }) => {
        checkId(body.id, path.id);
        const content = ArticleContent.parse(body);
        return answer(
          200,
          await replace(caller.tenant, path.id, content, ifMatchVersion(headers['if-match'])),
        );
      },
    ),

    deleteArticle: operation(
      { path: ArticlePath, query: nothing, body: noBody },
      async ({ caller, path, headers }) => {
        await remove(caller.tenant, path.id, ifMatchVersion(headers['if-match']));
        return noContent();
      },
    ),

    transitionArticle: operation(
      { path: ArticlePath, query: nothing, body: ArticleTransition },
      async ({ caller, path, body, headers }) => {
        const ifMatch = ifMatchVersion(headers['if-match']);
        return answer(200, await transition(caller.tenant, path.id, body.state, ifMatch));
      },
    ),
  });
};
