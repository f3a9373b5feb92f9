import {
  ArticleContent,
  ArticlePath,
  ArticleReplacement,
  ArticleTransition,
  NewArticle,
} from '#contracts/article.ts';
import { ArticleListQuery } from '#contracts/article-list.ts';
import type { AnswerOnceDeps } from '#core/use-cases/answer-once.ts';
import { createArticle, type CreateArticleDeps } from '#core/use-cases/create-article.ts';
import { deleteArticle, type DeleteArticleDeps } from '#core/use-cases/delete-article.ts';
import { getArticle } from '#core/use-cases/get-article.ts';
import type { ListArticlesDeps } from '#core/use-cases/list-articles.ts';
import { replaceArticle } from '#core/use-cases/replace-article.ts';
import { transitionArticle } from '#core/use-cases/transition-article.ts';
import { articleAnswer, changedArticle, noteChange } from '#lambdas/shared/article-answer.ts';
import { checkId } from '#lambdas/shared/check-id.ts';
import { ifMatchVersion } from '#lambdas/shared/etag.ts';
import { json, noContent } from '#lambdas/shared/json.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { pathSegment } from '#lambdas/shared/path-segment.ts';
import { routeOnce } from '#lambdas/shared/route.ts';
import { articlePages } from './article-pages.ts';

export type KnowledgeDeps = CreateArticleDeps &
  DeleteArticleDeps &
  AnswerOnceDeps &
  ListArticlesDeps & {
    /** The API's base URL, without a slash at its end. */
    readonly publicUrl: string;
  };

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
        const row = await create(caller, content, id);
        const location = `${deps.publicUrl}/api/v1/knowledge/${pathSegment(row.id)}`;
        noteChange('created', row);
        return articleAnswer(201, row, { location });
      },
    ),

    getArticle: operation({ path: ArticlePath, query: nothing, body: noBody }, async ({ caller, path }) =>
      articleAnswer(200, await get(caller.tenant, path.id, caller.roles)),
    ),

    replaceArticle: operation(
      { path: ArticlePath, query: nothing, body: ArticleReplacement },
      async ({ caller, path, body, headers }) => {
        checkId(body.id, path.id);
        const content = ArticleContent.parse(body);
        const ifMatch = ifMatchVersion(headers['if-match']);
        return changedArticle('edited', await replace(caller, path.id, content, ifMatch));
      },
    ),

    deleteArticle: operation(
      { path: ArticlePath, query: nothing, body: noBody },
      async ({ caller, path, headers }) => {
        noteChange('deleted', await remove(caller, path.id, ifMatchVersion(headers['if-match'])));
        return noContent();
      },
    ),

    transitionArticle: operation(
      { path: ArticlePath, query: nothing, body: ArticleTransition },
      async ({ caller, path, body, headers }) => {
        const ifMatch = ifMatchVersion(headers['if-match']);
        return changedArticle('moved', await transition(caller, path.id, body, ifMatch));
      },
    ),
  });
};
