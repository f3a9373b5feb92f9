import type { CaseHead } from '#core/ports/case-heads.ts';
import type { SourceName } from '#core/ports/case-source.ts';
import { storable } from './compare-cases.ts';
import { nextPhase } from './next-phase.ts';
import { settleImports } from './settle-imports.ts';
import type { TakeStep } from './sync-deps.ts';
import { takeCases } from './take-cases.ts';

/** Names that are compared at a time; a name is small. */
const NAMES = 1_000;

/** Whether the table has the case, at least as new as the source; a time that lies ahead says nothing. */
const isThere = ({ time }: SourceName, head: CaseHead | undefined, now: string): boolean => {
  if (head?.deleted !== false) return false;
  if (time === undefined || time > now) return true;
  return head.sourceUpdatedAt !== undefined && head.sourceUpdatedAt >= time;
};

/** Compares the next of the source's cases with the table and takes those that the stream of changes did not show. */
export const findMissing: TakeStep = async (deps, cursor) => {
  const { source, heads, clock, settings } = deps;
  const names = await source.names(cursor.page, NAMES);
  const last = names.at(-1);
  if (!last) return nextPhase(deps, cursor);
  const settled = await settleImports(deps, cursor);
  if (!settled) return 'waiting';
  const known = await heads.findMany(cursor.tenant, storable(names.map(({ id }) => id)));
  const now = clock.now().toISOString();
  const missing = names.filter((name) => !isThere(name, known.get(name.id), now));
  const some = missing.slice(0, settings.batchSize);
  if (some.length === 0) return { ...settled, page: last.id };
  const taken = await takeCases(deps, settled, some);
  if (taken.again) return taken.cursor;
  const through = missing.length > some.length ? some.at(-1) : last;
  return { ...taken.cursor, page: through?.id };
};
