import type { LivingCase } from '#core/cases/case-row.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import { RECORD_LANES, type RecordWalk } from '#core/ports/record-walk.ts';

/** What became of some cases since they were last seen. */
export type CaseChanges = { readonly living: readonly LivingCase[]; readonly gone: readonly string[] };

export type FindChangesDeps = {
  readonly cases: Pick<CaseStore, 'findMany'>;
  readonly walk: Pick<RecordWalk, 'page'>;
};

/** Entries of the listing a page: keys only, some 150 bytes each. */
const WALK_PAGE = 1_000;
/** Cases read at once; a case may have 300 KB. */
const READ_AT_ONCE = 200;

const walkLane = async (
  walk: FindChangesDeps['walk'],
  tenant: string,
  lane: number,
): Promise<readonly (readonly [string, string])[]> => {
  const found: (readonly [string, string])[] = [];
  let after: string | undefined;
  do {
    const { positions, next } = await walk.page(tenant, lane, WALK_PAGE, after);
    found.push(...positions.map(({ id, updatedAt }) => [id, updatedAt] as const));
    after = next;
  } while (after !== undefined);
  return found;
};

/** Every living case of a tenant and when it was last changed, by the listing: it may lag, and miss what changes meanwhile. */
const listed = async (
  walk: FindChangesDeps['walk'],
  tenant: string,
): Promise<ReadonlyMap<string, string>> => {
  const lanes = Array.from({ length: RECORD_LANES }, (_, lane) => walkLane(walk, tenant, lane));
  return new Map((await Promise.all(lanes)).flat());
};

/**
 * Reads the cases that were changed since they were last seen, and tells which are gone, part by part. The listing only
 * says whom to read: what a case is, its row says.
 */
export const findChanges = ({ cases, walk }: FindChangesDeps) =>
  async function* (tenant: string, seen: ReadonlyMap<string, string>): AsyncGenerator<CaseChanges> {
    const now = await listed(walk, tenant);
    const ids = [
      ...[...now].flatMap(([id, changed]) => (seen.get(id) === changed ? [] : [id])),
      ...[...seen.keys()].filter((id) => !now.has(id)),
    ].toSorted();
    for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
      const some = ids.slice(at, at + READ_AT_ONCE);
      const rows = await cases.findMany(tenant, some);
      const living = some.flatMap((id) => {
        const row = rows.get(id);
        return row && !row.deleted ? [row] : [];
      });
      const there = new Set(living.map(({ id }) => id));
      yield { living, gone: some.filter((id) => !there.has(id)) };
    }
  };
