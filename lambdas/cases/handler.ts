import * as z from 'zod';
import { CaseReplacement, NewCase, RecordId } from '#contracts/case.ts';
import { CaseListQuery } from '#contracts/case-list.ts';
import { caseView } from '#core/cases/case-view.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { DomainError } from '#core/domain-error.ts';
import { createCase, type CreateCaseDeps } from '#core/use-cases/create-case.ts';
import { deleteCase } from '#core/use-cases/delete-case.ts';
import { getCase } from '#core/use-cases/get-case.ts';
import type { ListCasesByFilterDeps } from '#core/use-cases/list-cases-by-filter.ts';
import { replaceCase } from '#core/use-cases/replace-case.ts';
import { etagOf, ifMatchVersion } from '#lambdas/shared/etag.ts';
import { json, noContent } from '#lambdas/shared/json.ts';
import { pathSegment } from '#lambdas/shared/path-segment.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { route } from '#lambdas/shared/route.ts';
import { casePages } from './case-pages.ts';

export type CasesDeps = CreateCaseDeps &
  ListCasesByFilterDeps & {
    /** The API's base URL, without a slash at its end. */
    readonly publicUrl: string;
  };

const OneCase = z.strictObject({ id: RecordId });

const answer = (status: number, row: LivingCase, headers: Readonly<Record<string, string>> = {}) =>
  json(status, caseView(row), { etag: etagOf(row.version), ...headers });

/** A body that names another id than the path is a mistake, not a wish. */
const checkId = (named: string | undefined, id: string): void => {
  if (named === undefined || named === id) return;
  const errors = [{ path: '/id', message: 'is not the id of the path' }];
  throw new DomainError('invalid_request', '/id: is not the id of the path', { errors });
};

/** The routes under `/cases`. */
export const createHandler = (deps: CasesDeps) => {
  const [create, get, replace, remove, pages] = [
    createCase(deps),
    getCase(deps),
    replaceCase(deps),
    deleteCase(deps),
    casePages(deps),
  ];

  return route({
    listCases: operation({ path: nothing, query: CaseListQuery, body: noBody }, async ({ caller, query }) =>
      json(200, await pages(caller.tenant, query)),
    ),

    createCase: operation({ path: nothing, query: nothing, body: NewCase }, async ({ caller, body }) => {
      const { id, updated_at: _ours, ...content } = body;
      const row = await create(caller.tenant, content, id);
      return answer(201, row, { location: `${deps.publicUrl}/api/v1/cases/${pathSegment(row.id)}` });
    }),

    getCase: operation({ path: OneCase, query: nothing, body: noBody }, async ({ caller, path }) =>
      answer(200, await get(caller.tenant, path.id)),
    ),

    replaceCase: operation(
      { path: OneCase, query: nothing, body: CaseReplacement },
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
      { path: OneCase, query: nothing, body: noBody },
      async ({ caller, path, headers }) => {
        await remove(caller.tenant, path.id, ifMatchVersion(headers['if-match']));
        return noContent();
      },
    ),
  });
};
