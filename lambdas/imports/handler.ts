import { ImportListQuery, ImportPath, NewImport } from '#contracts/import.ts';
import { ImportRecordsQuery } from '#contracts/import-record.ts';
import type { AnswerOnceDeps } from '#core/use-cases/answer-once.ts';
import { cancelImport, type CancelImportDeps } from '#core/use-cases/cancel-import.ts';
import { continueImport, type ContinueImportDeps } from '#core/use-cases/continue-import.ts';
import { createImport, type CreateImportDeps } from '#core/use-cases/create-import.ts';
import { getImport, type GetImportDeps } from '#core/use-cases/get-import.ts';
import { retryImport, type RetryImportDeps } from '#core/use-cases/retry-import.ts';
import type { ListImportRecordsDeps } from '#core/use-cases/list-import-records.ts';
import type { ListImportsDeps } from '#core/use-cases/list-imports.ts';
import { json } from '#lambdas/shared/json.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { routeOnce } from '#lambdas/shared/route.ts';
import { importPages } from './import-pages.ts';
import { recordPages } from './record-pages.ts';

export type ImportsDeps = CreateImportDeps &
  AnswerOnceDeps &
  GetImportDeps &
  ListImportsDeps &
  ListImportRecordsDeps &
  ContinueImportDeps &
  CancelImportDeps &
  RetryImportDeps & {
    /** The API's base URL, without a slash at its end. */
    readonly publicUrl: string;
  };

const ONE_IMPORT = { path: ImportPath, query: nothing, body: noBody };

/** The routes under `/imports`. */
export const createHandler = (deps: ImportsDeps) => {
  const [create, get, goOn, cancel, retry] = [
    createImport(deps),
    getImport(deps),
    continueImport(deps),
    cancelImport(deps),
    retryImport(deps),
  ];
  const [imports, records] = [importPages(deps), recordPages(deps)];

  return routeOnce(deps)({
    listImports: operation(
      { path: nothing, query: ImportListQuery, body: noBody },
      async ({ caller, query }) => json(200, await imports(caller.tenant, query)),
    ),

    createImport: operation({ path: nothing, query: nothing, body: NewImport }, async ({ caller, body }) => {
      const made = await create(caller.tenant, body);
      // With its records in the body an import is under way already.
      return json(body.records ? 202 : 201, made, {
        location: `${deps.publicUrl}/api/v1/imports/${encodeURIComponent(made.id)}`,
      });
    }),

    getImport: operation(ONE_IMPORT, async ({ caller, path }) =>
      json(200, await get({ tenant: caller.tenant, id: path.id })),
    ),

    listImportRecords: operation(
      { path: ImportPath, query: ImportRecordsQuery, body: noBody },
      async ({ caller, path, query }) =>
        json(200, await records({ tenant: caller.tenant, id: path.id }, query)),
    ),

    continueImport: operation(ONE_IMPORT, async ({ caller, path }) =>
      json(202, await goOn({ tenant: caller.tenant, id: path.id })),
    ),

    cancelImport: operation(ONE_IMPORT, async ({ caller, path }) =>
      json(202, await cancel({ tenant: caller.tenant, id: path.id })),
    ),

    retryImport: operation(ONE_IMPORT, async ({ caller, path }) =>
      json(202, await retry({ tenant: caller.tenant, id: path.id })),
    ),
  });
};
