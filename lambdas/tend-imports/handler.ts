import * as z from 'zod';
import { tendImports, type TendImportsDeps } from '#core/use-cases/tend-imports.ts';
import { task } from '#lambdas/shared/task.ts';

/** Looks after imports, each time the schedule strikes; what the event says beside that does not matter. */
export const createHandler = (deps: TendImportsDeps) => {
  const tend = tendImports(deps);
  return task(z.unknown(), async () => tend());
};
