import { ArticlePath } from '#contracts/article.ts';
import { ArticleLinkPath, NewArticleLink } from '#contracts/article-links.ts';
import { CasePath } from '#contracts/case.ts';
import { KnowledgeMetricsQuery } from '#contracts/knowledge-metrics.ts';
import { linkView } from '#core/links/link-view.ts';
import type { AnswerOnceDeps } from '#core/use-cases/answer-once.ts';
import { linkArticle, type LinkArticleDeps } from '#core/use-cases/link-article.ts';
import { listArticleLinks } from '#core/use-cases/list-article-links.ts';
import { listCaseLinks } from '#core/use-cases/list-case-links.ts';
import { listRelatedArticles, type ListRelatedArticlesDeps } from '#core/use-cases/list-related-articles.ts';
import {
  readKnowledgeMetrics,
  type ReadKnowledgeMetricsDeps,
} from '#core/use-cases/read-knowledge-metrics.ts';
import { unlinkArticle, type UnlinkArticleDeps } from '#core/use-cases/unlink-article.ts';
import { json, noContent } from '#lambdas/shared/json.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { routeOnce } from '#lambdas/shared/route.ts';

export type LinksDeps = AnswerOnceDeps &
  LinkArticleDeps &
  UnlinkArticleDeps &
  ListRelatedArticlesDeps &
  ReadKnowledgeMetricsDeps;

/** The routes of what articles have to do with cases and with each other. */
export const createHandler = (deps: LinksDeps) => {
  const link = linkArticle(deps);
  const unlink = unlinkArticle(deps);
  const linksOfArticle = listArticleLinks(deps);
  const linksOfCase = listCaseLinks(deps);
  const related = listRelatedArticles(deps);
  const metrics = readKnowledgeMetrics(deps);

  return routeOnce(deps)({
    listArticleLinks: operation(
      { path: ArticlePath, query: nothing, body: noBody },
      async ({ caller, path }) => json(200, await linksOfArticle(caller.tenant, path.id, caller.roles)),
    ),

    linkArticle: operation(
      { path: ArticlePath, query: nothing, body: NewArticleLink },
      async ({ caller, path, body }) => {
        const { tenant, principal, roles } = caller;
        const wish = { tenant, articleId: path.id, caseId: body.case_id, kind: body.kind, principal, roles };
        return json(200, linkView(await link(wish)));
      },
    ),

    unlinkArticle: operation(
      { path: ArticleLinkPath, query: nothing, body: noBody },
      async ({ caller, path }) => {
        const { tenant, roles } = caller;
        await unlink({ tenant, articleId: path.id, caseId: path.case_id, roles });
        return noContent();
      },
    ),

    listRelatedArticles: operation(
      { path: ArticlePath, query: nothing, body: noBody },
      async ({ caller, path }) => json(200, await related(caller.tenant, path.id, caller.roles)),
    ),

    listCaseLinks: operation({ path: CasePath, query: nothing, body: noBody }, async ({ caller, path }) =>
      json(200, await linksOfCase(caller.tenant, path.id, caller.roles)),
    ),

    getKnowledgeMetrics: operation(
      { path: nothing, query: KnowledgeMetricsQuery, body: noBody },
      async ({ caller, query }) => json(200, await metrics(caller.tenant, query)),
    ),
  });
};
