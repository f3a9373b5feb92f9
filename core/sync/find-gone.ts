import { checkDeletions } from './deletions-refused.ts';
import { forgetCases } from './forget-cases.ts';
import { lostPage } from './lost-page.ts';
import { nextPhase } from './next-phase.ts';
import { settleImports } from './settle-imports.ts';
import type { TakeStep } from './sync-deps.ts';

/** Compares the next of the table's cases with the source and deletes those that came from it and are gone there. */
export const findGone: TakeStep = async (deps, cursor) => {
  const settled = await settleImports(deps, cursor);
  if (!settled) return 'waiting';
  const { tenant } = cursor;
  const { lost, heads, next } = await lostPage(deps, cursor);
  const tally = { ...settled.tally, lost: settled.tally.lost + lost.length };
  // Counted before, and again: the source may have lost its rows since.
  if (!settled.allowDeletions) checkDeletions(deps.settings.deletions, tally);
  const gone = lost.map((id) => ({ id, time: undefined }));
  const deleted = await forgetCases(deps, gone, { tenant, heads, mayComeLater: () => false });
  const counts = { ...settled.counts, deleted: settled.counts.deleted + deleted };
  const done = { ...settled, tally, page: next, counts };
  return next === undefined ? nextPhase(deps, done) : done;
};
