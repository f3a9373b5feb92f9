import { CasePath, CaseReplacement, NewCase } from '#contracts/case.ts';
import { FeedQuery, NewFeedItem } from '#contracts/case-feed.ts';
import { CaseListQuery } from '#contracts/case-list.ts';
import { ProductListQuery } from '#contracts/product.ts';
import { caseView } from '#core/cases/case-view.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { addFeedItem } from '#core/use-cases/add-feed-item.ts';
import type { AnswerOnceDeps } from '#core/use-cases/answer-once.ts';
import { createCase, type CreateCaseDeps } from '#core/use-cases/create-case.ts';
import { deleteCase } from '#core/use-cases/delete-case.ts';
import { getCase } from '#core/use-cases/get-case.ts';
import type { ListCasesByFilterDeps } from '#core/use-cases/list-cases-by-filter.ts';
import { replaceCase, type ReplaceCaseDeps } from '#core/use-cases/replace-case.ts';
import { checkId } from '#lambdas/shared/check-id.ts';
import { etagOf, ifMatchVersion } from '#lambdas/shared/etag.ts';
import { json, noContent } from '#lambdas/shared/json.ts';
import { pathSegment } from '#lambdas/shared/path-segment.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { routeOnce } from '#lambdas/shared/route.ts';
import { casePages } from './case-pages.ts';
import { feedPages } from './feed-pages.ts';
import { productPages, type ProductPagesDeps } from './product-pages.ts';

export type CasesDeps = CreateCaseDeps &
  ReplaceCaseDeps &
  AnswerOnceDeps &
  ListCasesByFilterDeps &
  ProductPagesDeps & {
    /** The API's base URL, without a slash at its end. */
    readonly publicUrl: string;
  };

const answer = (status: number, row: LivingCase, headers: Readonly<Record<string, string>> = {}) =>
  json(status, caseView(row), { etag: etagOf(row.version), ...headers });

/** The routes under `/cases`. */
export const createHandler = (deps: CasesDeps) => {
  const [create, get, replace, remove, pages] = [
    createCase(deps),
    getCase(deps),
    replaceCase(deps),
    deleteCase(deps),
    casePages(deps),
  ];

  const [addToFeed, feed, products] = [addFeedItem(deps), feedPages(deps), productPages(deps)];

  return routeOnce(deps)({
    listCases: operation({ path: nothing, query: CaseListQuery, body: noBody }, async ({ caller, query }) =>
      json(200, await pages(caller.tenant, query)),
    ),

    createCase: operation({ path: nothing, query: nothing, body: NewCase }, async ({ caller, body }) => {
      const { id, updated_at: _ours, ...content } = body;
      const row = await create(caller.tenant, content, id);
      return answer(201, row, { location: `${deps.publicUrl}/api/v1/cases/${pathSegment(row.id)}` });
    }),

    getCase: operation({ path: CasePath, query: nothing, body: noBody }, async ({ caller, path }) =>
      answer(200, await get(caller.tenant, path.id)),
    ),

    replaceCase: operation(
      { path: CasePath, query: nothing, body: CaseReplacement },
      async ({ caller, path, body, headers }) => {
        const { id, updated_at: _ours, source_updated_at: _sources, lineage: _lineage, ...content } = body;
        checkId(id, path.id);
        return answer(
          200,
          await replace(caller.tenant, path.id, content, ifMatchVersion(headers['if-match'])),
        );
      },
    ),

    deleteCase: operation(
      { path: CasePath, query: nothing, body: noBody },
      async ({ caller, path, headers }) => {
        await remove(caller.tenant, path.id, ifMatchVersion(headers['if-match']));
        return noContent();
      },
    ),

    listFeed: operation({ path: CasePath, query: FeedQuery, body: noBody }, async ({ caller, path, query }) =>
      json(200, await feed(caller.tenant, path.id, query)),
    ),

    listProducts: operation(
      { path: nothing, query: ProductListQuery, body: noBody },
      async ({ caller, query }) => json(200, await products(caller.tenant, query)),
    ),

    addFeedItem: operation(
      { path: CasePath, query: nothing, body: NewFeedItem },
      async ({ caller, path, body }) => {
        const { item, row } = await addToFeed(caller.tenant, path.id, body);
        return json(201, item, { etag: etagOf(row.version) });
      },
    ),
  });
};
