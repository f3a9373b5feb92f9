import { checkDeletions } from './deletions-refused.ts';
import { lostPage } from './lost-page.ts';
import { nextPhase } from './next-phase.ts';
import { settleImports } from './settle-imports.ts';
import type { TakeStep } from './sync-deps.ts';

/** Counts what is gone before anything is deleted: a source that lost its rows must not take ours along. */
export const countGone: TakeStep = async (deps, cursor) => {
  const settled = await settleImports(deps, cursor);
  if (!settled) return 'waiting';
  const page = await lostPage(deps, cursor);
  const { ours, lost } = settled.tally;
  const tally = { ours: ours + page.ours, lost: lost + page.lost.length };
  if (page.next !== undefined) return { ...settled, tally, page: page.next };
  if (!settled.allowDeletions) checkDeletions(deps.settings.deletions, tally);
  return { ...(await nextPhase(deps, settled)), tally: { ...tally, lost: 0 } };
};
