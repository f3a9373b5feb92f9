import { forgetCases } from './forget-cases.ts';
import { nextPhase } from './next-phase.ts';
import { settleImports } from './settle-imports.ts';
import type { TakeStep } from './sync-deps.ts';
import { isOfSource } from './sync-import-id.ts';

/** Ids that are asked for at a time. */
const IDS = 500;

/** Compares the next of the table's cases with the source and deletes those that came from it and are gone there. */
export const findGone: TakeStep = async (deps, cursor) => {
  const { origins, heads: table, source } = deps;
  const { tenant } = cursor;
  const settled = await settleImports(deps, cursor);
  if (!settled) return 'waiting';
  const { ids, next } = await origins.page(tenant, IDS, cursor.page);
  const heads = await table.findMany(tenant, ids);
  const ours = ids.filter((id) => {
    const head = heads.get(id);
    return head?.deleted === false && isOfSource(head.importId);
  });
  const living = await source.living(ours);
  const lost = ours.filter((id) => !living.has(id)).map((id) => ({ id, time: undefined }));
  const deleted = await forgetCases(deps, lost, { tenant, heads, mayComeLater: () => false });
  const counts = { ...settled.counts, deleted: settled.counts.deleted + deleted };
  const done = { ...settled, page: next, counts };
  return next === undefined ? nextPhase(deps, done) : done;
};
